# SPDX-License-Identifier: EUPL-1.2
"""Reads a storyboard: its people and things, and its shots with texts, speech and actions.

The entry point is `read`. In the file, times count from the beginning of a shot, in seconds. In the
objects here, times count from the beginning of the film.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

THEMES = ("paradoxen-publieke-waarden", "krachtenveld", "competenties", "interventies")
KINDS = ("title", "land", "tomorrow", "end")
NEAREST = 1.35  # largest enlargement; with more, the coast would lie behind the text
TEXT_AFTER = 0.5  # seconds before a text appears, so that the camera has almost stopped


class Mistake(ValueError):
    """Raised for an error in a storyboard."""


@dataclass(frozen=True)
class Line:
    """A text on screen with the moments at which it appears and disappears."""

    words: str
    start: float
    end: float
    who: str = ""

    @property
    def plain(self) -> str:
        """The words without the line breaks, which are written as |."""
        return " ".join(self.words.replace("|", " ").split())


@dataclass(frozen=True)
class Action:
    """A change of one person or thing that begins at a moment of the film."""

    who: str
    at: float
    seconds: float
    change: dict[str, Any]


@dataclass(frozen=True)
class Thing:
    """A person or thing of a storyboard."""

    name: str
    draw: str
    at: tuple[float, float]
    scale: float = 2.0
    hidden: bool = False
    depth: float = 0.0
    labels: tuple[str, ...] = ()
    look: dict[str, str] = field(default_factory=dict)
    values: dict[str, float] = field(default_factory=dict)
    states: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Shot:
    """A part of the film with one text, one view and its actions."""

    kind: str
    start: float
    seconds: float
    seen: str
    text: Line | None
    speech: tuple[Line, ...]
    labels: tuple[str, ...]
    view: tuple[float, float]  # x of the middle of the view, and the enlargement
    actions: tuple[Action, ...]

    @property
    def end(self) -> float:
        """The moment at which the next shot begins."""
        return self.start + self.seconds

    @property
    def lines(self) -> tuple[Line, ...]:
        """The text and the speech balloons of the shot, in order of time."""
        texts = (self.text,) if self.text else ()
        return tuple(sorted(texts + self.speech, key=lambda line: line.start))


@dataclass(frozen=True)
class Storyboard:
    """A whole film."""

    id: str
    title: str
    theme: str
    place: str
    poster: float
    land: dict[str, Any]
    things: tuple[Thing, ...]
    shots: tuple[Shot, ...]

    @property
    def seconds(self) -> float:
        """The duration of the film in seconds."""
        return self.shots[-1].end

    @property
    def territory(self) -> int:
        """The number of its territory, from 0 to 3, as in the tables of core/map."""
        return THEMES.index(self.theme)

    def shot_at(self, moment: float) -> Shot:
        """The shot of a moment."""
        return next((shot for shot in self.shots if moment < shot.end), self.shots[-1])


_THING_KEYS = {
    "draw",
    "at",
    "scale",
    "hidden",
    "depth",
    "label",
    "labels",
    "look",
    "values",
    "face",
    "mood",
    "holds",
    "hat",
    "pose",
}
_CHANGES = {"to", "pose", "mood", "face", "show", "hide", "holds", "hat", "set", "scale"}


def _thing(name: str, entry: dict[str, Any]) -> Thing:
    unknown = set(entry) - _THING_KEYS
    if unknown:
        raise Mistake(f"{name}: unknown keys {sorted(unknown)}")
    labels = entry.get("labels", [entry["label"]] if "label" in entry else [])
    values = {k: float(v) for k, v in entry.get("values", {}).items()}
    values |= {key: float(entry[key]) for key in ("face", "mood") if key in entry}
    states: dict[str, str] = {k: str(entry[k]) for k in ("holds", "hat", "pose") if k in entry}
    x, y = entry["at"]
    return Thing(
        name,
        entry.get("draw", "person"),
        (float(x), float(y)),
        float(entry.get("scale", 2.0)),
        bool(entry.get("hidden", False)),
        float(entry.get("depth", 0)),
        tuple(map(str, labels)),
        dict(entry.get("look", {})),
        values,
        states,
    )


def _actions(entry: dict[str, Any], start: float, names: set[str]) -> list[Action]:
    who = entry["who"] if isinstance(entry["who"], list) else [entry["who"]]
    change = {key: value for key, value in entry.items() if key in _CHANGES}
    unknown = set(entry) - _CHANGES - {"who", "at", "for"}
    if unknown or not change or set(who) - names:
        problem = f"unknown keys or names {sorted(unknown | (set(who) - names))}"
        raise Mistake(f"action {entry}: {problem if change else 'no change given'}")
    at = start + float(entry.get("at", 0))
    return [Action(name, at, float(entry.get("for", 0.5)), change) for name in who]


def _shot(entry: dict[str, Any], start: float, view: tuple[float, float], names: set[str]) -> Shot:
    seconds, kind = float(entry["seconds"]), str(entry.get("kind", "land"))
    if kind not in KINDS:
        raise Mistake(f"the kind of a shot is one of {', '.join(KINDS)}, not {kind}")
    end = start + seconds
    text = None
    if "text" in entry:
        at = start + float(entry.get("text-at", TEXT_AFTER))
        text = Line(str(entry["text"]), at, start + float(entry.get("text-until", seconds)))
    speech = tuple(
        Line(
            str(say["words"]),
            start + float(say.get("at", 1.0)),
            start + float(say.get("until", seconds - 0.2)),
            str(say["who"]),
        )
        for say in entry.get("say", [])
    )
    for line in speech:
        if line.who not in names or not start <= line.start < line.end <= end:
            raise Mistake(f"{line.words!r}: unknown speaker, or a time outside the shot")
    actions = [action for do in entry.get("do", []) for action in _actions(do, start, names)]
    return Shot(
        kind,
        start,
        seconds,
        str(entry["seen"]),
        text,
        speech,
        tuple(map(str, entry.get("labels", []))),
        view,
        tuple(sorted(actions, key=lambda action: action.at)),
    )


def _view(shot: dict[str, Any], before: tuple[float, float], width: float) -> tuple[float, float]:
    middle = float(shot.get("view", before[0]))
    near = float(shot.get("near", 1.0 if "view" in shot else before[1]))
    if not 1.0 <= near <= NEAREST or not 640 / near <= middle <= width - 640 / near:
        raise Mistake(f"view {middle}, near {near}: not within the land, or near over {NEAREST}")
    return middle, near


def read(path: Path) -> Storyboard:
    """Reads one storyboard."""
    entry = yaml.safe_load(path.read_text(encoding="utf-8"))
    things = tuple(_thing(name, thing) for name, thing in entry["things"].items())
    names = {thing.name for thing in things}
    shots: list[Shot] = []
    start, view = 0.0, (640.0, 1.0)
    for shot in entry["shots"]:
        view = _view(shot, view, float(entry.get("land", {}).get("width", 1280)))
        try:
            shots.append(_shot(shot, start, view, names))
        except (Mistake, KeyError) as mistake:
            raise Mistake(f"{path.name}, shot {len(shots) + 1}: {mistake}") from mistake
        start = shots[-1].end
    return Storyboard(
        path.stem,
        entry["title"],
        entry["theme"],
        entry["place"],
        float(entry["poster"]),
        entry.get("land", {}),
        things,
        tuple(shots),
    )
