# SPDX-License-Identifier: EUPL-1.2
"""Makes the captions and the transcript of a film from its storyboard.

`webvtt` returns the captions, `transcript` returns the transcript, and `fill_in` writes the
transcript and the duration into the Markdown of the video item.
"""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

from .storyboard import Line, Shot, Storyboard


@dataclass(frozen=True)
class Cue:
    """One caption."""

    start: float
    end: float
    text: str


def plain_title(board: Storyboard) -> str:
    """The title on one line."""
    return " ".join(board.title.replace("|", " ").split())


def _written(board: Storyboard, shot: Shot, line: Line) -> str:
    if shot.kind == "title":
        return f"{plain_title(board)}\n{line.plain}"
    before = {"tomorrow": "Morgen: ", "end": "Praat erover: "}.get(shot.kind, "")
    return before + line.plain if not line.who else f"‘{line.plain}’"


def cues(board: Storyboard) -> list[Cue]:
    """The captions of all shots in order: one for each shot, and one for each speech balloon."""
    result: list[Cue] = []
    for shot in board.shots:
        first = [f"[{shot.seen}]"]
        if shot.text:
            first.append(_written(board, shot, shot.text))
        if shot.labels:
            first.append(" – ".join(shot.labels))
        starts = [shot.start, *(line.start for line in shot.speech), shot.end]
        texts = ["\n".join(first), *(_written(board, shot, line) for line in shot.speech)]
        result += map(Cue, starts, starts[1:], texts)
    return result


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds * 1000), 60_000)
    return f"{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def webvtt(board: Storyboard) -> str:
    """The captions as WebVTT."""
    parts = ["WEBVTT"]
    for cue in cues(board):
        parts.append(f"{_time(cue.start)} --> {_time(cue.end)}\n{cue.text}")
    return "\n\n".join(parts) + "\n"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!", "’")) else text + "."


def transcript(board: Storyboard) -> str:
    """The transcript: everything that is seen and written, as one text."""
    parts: list[str] = []
    for shot in board.shots:
        parts.append(shot.seen)
        if shot.kind == "title":
            parts.append(f"Titel: {_sentence(plain_title(board))}")
        elif shot.text:
            parts.append("Tekst: " + _sentence(_written(board, shot, shot.text)))
        if shot.labels:
            parts.append("Op de kaartjes staat: " + "; ".join(shot.labels) + ".")
        parts += (f"In een tekstballon: ‘{line.plain}’" for line in shot.speech)
    return " ".join(parts)


def fill_in(item: str, board: Storyboard) -> str:
    """The Markdown of the item with the duration and the transcript of the film in it."""
    text = textwrap.fill(
        transcript(board),
        110,
        initial_indent="  ",
        subsequent_indent="  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    item, durations = re.subn(r"(?m)^duration:.*$", f"duration: {round(board.seconds)}", item)
    item, texts = re.subn(
        r"(?m)^transcript:.*\n(?:  .*\n)*", lambda _: f"transcript: >-\n{text}\n", item
    )
    if durations != 1 or texts != 1:
        raise ValueError(f"{board.id}.md must have one line duration: and one line transcript:")
    return item
