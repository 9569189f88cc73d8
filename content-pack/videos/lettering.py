# SPDX-License-Identifier: EUPL-1.2
"""Texts in the films: fonts, sizes, line breaks, and how texts appear.

`lay_out` breaks a text into lines and raises DoesNotFit when it is too long. `write` draws a text.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import cairo

from . import ink
from .easing import between

Context = cairo.Context

TITLE_FACE = "Z003"  # a calligraphic font, in the style of old maps
TEXT_FACE = "Andika"  # a font designed for people who learn to read


class DoesNotFit(ValueError):
    """Raised for a text that does not fit in the lines of its style."""


@dataclass(frozen=True)
class Style:
    """The font, colour and space of one sort of text, in pixels of 1280 x 720."""

    face: str
    size: float
    width: float
    lines: int
    colour: str
    ground: str  # the colour behind the text
    spacing: float = 1.22


STYLES = {
    "title": Style(TITLE_FACE, 84, 510, 3, "sea-ink", "sea", 1.08),
    "subtitle": Style(TEXT_FACE, 30, 480, 2, "ink", "sea"),
    "question": Style(TEXT_FACE, 38, 480, 7, "ink", "sea", 1.28),
    "text": Style(TEXT_FACE, 50, 1130, 2, "ink", "sea"),
    "kicker": Style(TITLE_FACE, 76, 1130, 1, "sea-ink", "sea"),
    "speech": Style(TEXT_FACE, 34, 430, 4, "ink", "paper"),
    "label": Style(TEXT_FACE, 27, 400, 2, "ink", "wall", 1.1),
}
_SCRATCH = cairo.Context(cairo.ImageSurface(cairo.FORMAT_A8, 1, 1))


def choose(context: Context, style: Style, size: float | None = None) -> None:
    """Makes the font of a style current. It is bold, because encoding damages thin lines."""
    context.select_font_face(style.face, cairo.FONT_SLANT_NORMAL, cairo.FONT_WEIGHT_BOLD)
    context.set_font_size(size or style.size)


@cache
def width_of(text: str, name: str) -> float:
    """The width of a line of text in a style, in pixels."""
    choose(_SCRATCH, STYLES[name])
    return float(_SCRATCH.text_extents(text).x_advance)


@cache
def lay_out(text: str, name: str) -> tuple[str, ...]:
    """Breaks a text into lines of similar width. A | in the text is a fixed line break."""
    style = STYLES[name]
    lines: list[str] = []
    for part in text.split("|"):
        lines += _break(part.split(), name, style.width)
    if len(lines) > style.lines or any(width_of(line, name) > style.width for line in lines):
        raise DoesNotFit(f"{text!r} does not fit in {style.lines} lines of {style.width} pixels")
    return tuple(lines)


def _break(words: list[str], name: str, width: float) -> list[str]:
    def greedy(limit: float) -> list[str]:
        lines = [""]
        for word in words:
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and width_of(longer, name) > limit:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines

    best = greedy(width)
    # Lowers the width limit while the number of lines stays the same, which makes the lines even.
    for limit in range(int(width), 80, -20):
        if len(greedy(limit)) > len(best):
            break
        even = greedy(limit)
        if max(width_of(line, name) for line in even) <= width:
            best = even
    return best


def height_of(lines: tuple[str, ...], name: str) -> float:
    """The height of a block of lines, in pixels."""
    style = STYLES[name]
    return len(lines) * style.size * style.spacing


@dataclass(frozen=True)
class Block:
    """The position and time of lines. `x` is their middle when `centred`, else their left side."""

    x: float
    top: float
    start: float
    end: float
    centred: bool = True


def write(context: Context, text: str, name: str, block: Block, moment: float) -> None:
    """Draws a text whose lines appear one after another. The text fades at the end of the block."""
    style, lines = STYLES[name], lay_out(text, name)
    gone = between(block.end - 0.35, block.end, moment)
    for number, line in enumerate(lines):
        begin = block.start + 0.25 * number
        shown = between(begin, begin + 0.5, moment)
        alpha = shown * (1 - gone)
        if alpha <= 0:
            continue
        x = block.x - (width_of(line, name) / 2 if block.centred else 0)
        y = block.top + style.size * (0.9 + style.spacing * number) + 12 * (1 - shown)
        _line(context, line, style, x, y, alpha)


def hand_letter(context: Context, text: str, name: str, block: Block, moment: float) -> None:
    """Draws a title whose letters appear one after another, as in handwriting."""
    style, lines = STYLES[name], lay_out(text, name)
    gone = between(block.end - 0.35, block.end, moment)
    begin = block.start
    for number, line in enumerate(lines):
        x = block.x - (width_of(line, name) / 2 if block.centred else 0)
        y = block.top + style.size * (0.9 + style.spacing * number)
        for end in range(1, len(line) + 1):
            shown = between(begin, begin + 0.35, moment)
            begin += 0.045
            if shown > 0:
                left = x + width_of(line[: end - 1], name)
                _line(context, line[end - 1], style, left, y + 14 * (1 - shown), shown * (1 - gone))


def _line(context: Context, line: str, style: Style, x: float, y: float, alpha: float) -> None:
    choose(context, style)
    context.new_path()
    context.move_to(x, y)
    context.text_path(line)
    ink.finish(context, None, style.ground if style.ground != "wall" else None, 7, alpha)
    context.move_to(x, y)
    ink.set_colour(context, style.colour, alpha)
    context.show_text(line)
    context.new_path()


def place_label(context: Context, text: str, x: float, y: float, size: float | None = None) -> None:
    """Writes a label centred on a point. Its size does not depend on the current scale."""
    style = STYLES["label"]
    x, y = (value / ink.SCALE for value in context.user_to_device(x, y))
    context.save()
    context.identity_matrix()
    context.scale(ink.SCALE, ink.SCALE)
    choose(context, style, size)
    lines = text.split("|")
    step = (size or style.size) * style.spacing
    for number, line in enumerate(lines):
        extents = context.text_extents(line)
        top = y + (number - (len(lines) - 1) / 2) * step
        context.move_to(x - extents.x_advance / 2, top + (size or style.size) * 0.34)
        ink.set_colour(context, style.colour)
        context.show_text(line)
    context.new_path()
    context.restore()
