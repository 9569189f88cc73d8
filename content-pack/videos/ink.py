# SPDX-License-Identifier: EUPL-1.2
"""Drawing functions: fills, and ink lines whose width in pixels does not depend on the scale."""

from __future__ import annotations

import math

import cairo

from . import map_style
from .svg_path import trace

SCALE = 0.75  # from coordinates, for 1280 x 720 pixels, to the film of 960 x 540 pixels
LINE = 2.6  # width of a line in pixels of 1280 x 720


def set_colour(context: cairo.Context, name: str, alpha: float = 1.0) -> None:
    """Makes a colour of the map the current colour."""
    context.set_source_rgba(*map_style.colour(name), alpha)


def finish(
    context: cairo.Context,
    fill: str | None,
    line: str | None = "ink",
    width: float = LINE,
    alpha: float = 1.0,
) -> None:
    """Fills the current path and draws its outline. `width` is in pixels of 1280 x 720."""
    if fill:
        set_colour(context, fill, alpha)
        context.fill_preserve()
    if line:
        context.save()
        context.identity_matrix()
        context.set_line_width(width * SCALE)
        context.set_line_cap(cairo.LINE_CAP_ROUND)
        context.set_line_join(cairo.LINE_JOIN_ROUND)
        set_colour(context, line, alpha)
        context.stroke_preserve()
        context.restore()
    context.new_path()


def shape(
    context: cairo.Context,
    path: str,
    fill: str | None,
    line: str | None = "ink",
    width: float = LINE,
    alpha: float = 1.0,
) -> None:
    """Draws an SVG path."""
    context.new_path()
    trace(context, path)
    finish(context, fill, line, width, alpha)


def disc(
    context: cairo.Context,
    x: float,
    y: float,
    radius: float,
    fill: str | None,
    line: str | None = "ink",
    width: float = LINE,
) -> None:
    """Draws a circle."""
    context.new_path()
    context.arc(x, y, radius, 0, 2 * math.pi)
    finish(context, fill, line, width)


def bar(
    context: cairo.Context,
    points: list[tuple[float, float]],
    thickness: float,
    fill: str,
    line: str | None = "ink",
) -> None:
    """Draws a thick line with an outline, such as an arm."""
    scale = math.hypot(*context.user_to_device_distance(1.0, 0.0)) / SCALE
    for name, width in ((line, thickness * scale + 2 * LINE), (fill, thickness * scale)):
        if name:
            context.new_path()
            for point in points:
                context.line_to(*point)
            finish(context, None, name, width)


def rounded(context: cairo.Context, x: float, y: float, w: float, h: float, r: float) -> None:
    """Adds a rectangle with rounded corners to the current path."""
    context.new_sub_path()
    for cx, cy, turn in (
        (x + w - r, y + r, -1),
        (x + w - r, y + h - r, 0),
        (x + r, y + h - r, 1),
        (x + r, y + r, 2),
    ):
        context.arc(cx, cy, r, turn * math.pi / 2, (turn + 1) * math.pi / 2)
    context.close_path()


def map_symbol(context: cairo.Context, name: str, thicker: float = 2.0) -> None:
    """Draws a symbol of the map. Its lines keep their width in pixels, multiplied by `thicker`."""
    for stroke in map_style.symbol(name):
        rule = map_style.rule(stroke.style)
        fill = rule.get("fill")
        width = float(rule.get("stroke-width", "1")) * thicker
        shape(context, stroke.path, None if fill == "none" else fill, rule.get("stroke"), width)
