# SPDX-License-Identifier: EUPL-1.2
"""`trace` draws an SVG path with the commands M L H V C Q T A Z onto a cairo context."""

from __future__ import annotations

import math
import re

import cairo

_TOKEN = re.compile(r"[A-Za-z]|[-+]?(?:\d+\.?\d*|\.\d+)")
_NUMBERS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "Q": 4, "T": 2, "A": 7, "Z": 0}


class _Pen:
    def __init__(self, context: cairo.Context) -> None:
        self.context = context
        self.x = self.y = 0.0
        self.begin = (0.0, 0.0)
        self.control: tuple[float, float] | None = None

    def quadratic(self, cx: float, cy: float, x: float, y: float) -> None:
        third = 2.0 / 3.0
        self.context.curve_to(
            self.x + third * (cx - self.x),
            self.y + third * (cy - self.y),
            x + third * (cx - x),
            y + third * (cy - y),
            x,
            y,
        )
        self.control = (cx, cy)

    def arc(self, rx: float, large: bool, sweep: bool, x: float, y: float) -> None:
        # Draws arcs of circles only, because the symbols have no ellipses.
        dx, dy = x - self.x, y - self.y
        half = math.hypot(dx, dy) / 2
        radius = max(rx, half)
        rise = math.sqrt(max(0.0, radius * radius - half * half)) * (-1 if large == sweep else 1)
        cx = (self.x + x) / 2 - (rise * dy / (2 * half) if half else 0)
        cy = (self.y + y) / 2 + (rise * dx / (2 * half) if half else 0)
        start, end = math.atan2(self.y - cy, self.x - cx), math.atan2(y - cy, x - cx)
        draw = self.context.arc if sweep else self.context.arc_negative
        draw(cx, cy, radius, start, end)

    def apply(self, letter: str, values: list[float]) -> None:
        kind, relative = letter.upper(), letter.islower()
        ox, oy = (self.x, self.y) if relative else (0.0, 0.0)
        if kind == "Z":
            self.context.close_path()
            self.x, self.y = self.begin
            return
        if kind == "H":
            x, y = values[0] + ox, self.y
        elif kind == "V":
            x, y = self.x, values[0] + oy
        else:
            x, y = values[-2] + ox, values[-1] + oy
        previous, self.control = self.control, None
        if kind == "M":
            self.context.move_to(x, y)
            self.begin = (x, y)
        elif kind == "C":
            first, second = (values[0] + ox, values[1] + oy), (values[2] + ox, values[3] + oy)
            self.context.curve_to(*first, *second, x, y)
        elif kind == "Q":
            self.quadratic(values[0] + ox, values[1] + oy, x, y)
        elif kind == "T":
            cx, cy = previous or (self.x, self.y)
            self.quadratic(2 * self.x - cx, 2 * self.y - cy, x, y)
        elif kind == "A":
            self.arc(values[0], values[3] != 0, values[4] != 0, x, y)
        else:
            self.context.line_to(x, y)
        self.x, self.y = x, y


def trace(context: cairo.Context, path: str) -> None:
    """Adds an SVG path to the current path."""
    pen, tokens, letter = _Pen(context), _TOKEN.findall(path), ""
    position = 0
    while position < len(tokens):
        if tokens[position].isalpha():
            letter = tokens[position]
            position += 1
        count = _NUMBERS[letter.upper()]
        pen.apply(letter, [float(token) for token in tokens[position : position + count]])
        position += count
        # In SVG, further numbers after a move command are line commands.
        letter = {"M": "L", "m": "l"}.get(letter, letter)
