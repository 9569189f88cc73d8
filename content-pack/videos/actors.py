# SPDX-License-Identifier: EUPL-1.2
"""Actors: the people and things of a storyboard with their changes in time. `cast` makes them."""

from __future__ import annotations

import math
import zlib
from collections.abc import Mapping

import cairo

from . import easing, figures, props
from .easing import Switch, Track
from .storyboard import Action, Line, Mistake, Storyboard, Thing

_HANDS = ("lx", "ly", "rx", "ry", "bend")
_STEP = 44.0  # distance of two paces at scale 1, in pixels of 1280 x 720


class Actor:
    """One person or thing, with a track for each of its numbers."""

    def __init__(self, thing: Thing, speech: tuple[Line, ...]) -> None:
        self.thing, self.speech = thing, speech
        self.is_person = thing.draw == "person"
        if not self.is_person and not props.is_prop(thing.draw):
            raise Mistake(f"{thing.name}: there is no drawing {thing.draw!r}")
        numbers = {
            "x": thing.at[0],
            "y": thing.at[1],
            "scale": thing.scale,
            "grow": 0.0 if thing.hidden else 1.0,
        }
        if self.is_person:
            pose = figures.POSES[thing.states.get("pose", "stand")]
            numbers |= {"face": 1.0, "mood": 0.4} | dict(zip(_HANDS, pose, strict=True))
            self.look = figures.Look(**thing.look)
        numbers |= props.own_values(thing.draw)
        if set(thing.values) - set(numbers):
            raise Mistake(f"{thing.name}: unknown {sorted(set(thing.values) - set(numbers))}")
        self.tracks = {k: Track(v) for k, v in (numbers | thing.values).items()}
        self.holds = Switch(thing.states.get("holds", ""))
        self.hat = Switch(thing.states.get("hat", ""))

    def act(self, action: Action) -> None:
        """Adds one action of the storyboard to the tracks."""
        at, seconds, change = action.at, action.seconds, action.change
        if "to" in change:
            self._go(action)
        if "pose" in change:
            for name, value in zip(_HANDS, figures.POSES[change["pose"]], strict=True):
                self.tracks[name].add(at, seconds, value)
        for key in ("mood", "face", "scale"):
            if key in change:
                self.tracks[key].add(at, seconds, float(change[key]))
        if "show" in change:
            self.tracks["grow"].add(at, seconds, 1.0, easing.pop)
        if "hide" in change:
            self.tracks["grow"].add(at, seconds, 0.0)
        for key, value in change.get("set", {}).items():
            self.tracks[key].add(at, seconds, float(value))
        if "holds" in change:
            self.holds.add(at, str(change["holds"]))
        if "hat" in change:
            self.hat.add(at, str(change["hat"]))

    def _go(self, action: Action) -> None:
        x, y = map(float, action.change["to"])
        here = self.tracks["x"].at(action.at)
        if self.is_person and "face" not in action.change and abs(x - here) > 20:
            self.tracks["face"].add(action.at, 0.3, 1.0 if x > here else -1.0)
        self.tracks["x"].add(action.at, action.seconds, x)
        self.tracks["y"].add(action.at, action.seconds, y)

    def values(self, moment: float) -> dict[str, float]:
        """The values of all tracks at a moment."""
        return {name: track.at(moment) for name, track in self.tracks.items()}

    def depth(self, moment: float) -> float:
        """The order of drawing at a moment. Actors with a larger number are drawn over others."""
        return self.tracks["y"].at(moment) + self.thing.depth

    def mouth(self, moment: float) -> tuple[float, float]:
        """The point just above the head, to which a speech balloon points."""
        scale = self.tracks["scale"].at(moment)
        return self.tracks["x"].at(moment), self.tracks["y"].at(moment) - 112 * scale

    def _pace(self, moment: float, scale: float) -> tuple[float, float]:
        x, y = self.tracks["x"], self.tracks["y"]
        gone = math.hypot(
            x.at(moment + 0.04) - x.at(moment - 0.04), y.at(moment + 0.04) - y.at(moment - 0.04)
        )
        way = abs(x.at(moment) - self.thing.at[0]) + 0.5 * abs(y.at(moment) - self.thing.at[1])
        return way / (_STEP * scale), easing.clamp(gone / 0.08 / 60)

    def _moment(self, values: Mapping[str, float], moment: float) -> figures.Moment:
        stride, pace = self._pace(moment, values["scale"])
        right = (values["face"] + 1) / 2
        left_side = (values["lx"], values["ly"], values["rx"], values["ry"])
        mirrored = (-values["rx"], values["ry"], -values["lx"], values["ly"])
        hands = tuple(m + (h - m) * right for h, m in zip(left_side, mirrored, strict=True))
        mouth = 0.0
        for line in self.speech:
            if line.start < moment < min(line.end, line.start + 0.32 * len(line.plain.split())):
                mouth = 0.5 - 0.5 * math.cos(2 * math.pi * 2.2 * (moment - line.start))
        rhythm = 3.1 + zlib.crc32(self.thing.name.encode()) % 17 / 10
        return figures.Moment(
            (hands[0], hands[1], hands[2], hands[3]),
            values["bend"],
            values["face"],
            values["mood"],
            stride,
            pace,
            mouth,
            moment % rhythm < 0.13,
            self.holds.at(moment),
            self.hat.at(moment),
        )

    def draw(self, context: cairo.Context, moment: float) -> None:
        """Draws the actor at its position of the moment."""
        values = self.values(moment)
        if values["grow"] < 0.01:
            return
        context.save()
        context.translate(values["x"], values["y"])
        size = values["scale"] * values["grow"]
        context.scale(size, size)
        if self.is_person:
            doing = self._moment(values, moment)
            figures.draw_person(context, self.look, doing)
            self._draw_held(context, doing)
        else:
            props.draw_prop(context, self.thing.draw, values, list(self.thing.labels))
        context.restore()

    def _draw_held(self, context: cairo.Context, doing: figures.Moment) -> None:
        if not doing.holds:
            return
        right_hand = doing.hands[2:] if doing.face >= 0 else doing.hands[:2]
        context.save()
        context.translate(right_hand[0], right_hand[1] - figures.SHOULDER)
        props.draw_prop(context, doing.holds, props.own_values(doing.holds), [])
        context.restore()


def cast(board: Storyboard) -> dict[str, Actor]:
    """The actors of a storyboard, with all their actions added."""
    speech = [line for shot in board.shots for line in shot.speech]
    actors = {
        thing.name: Actor(thing, tuple(line for line in speech if line.who == thing.name))
        for thing in board.things
    }
    for shot in board.shots:
        for action in shot.actions:
            try:
                actors[action.who].act(action)
            except (KeyError, ValueError) as mistake:
                raise Mistake(f"{board.id}: {action}: {mistake}") from mistake
    return actors
