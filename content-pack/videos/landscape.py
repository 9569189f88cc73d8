# SPDX-License-Identifier: EUPL-1.2
"""`Landscape` draws the background of a film in the style of the map: sea, coast, land, road."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass
from typing import Any

import cairo

from . import ink, map_style
from .ink import SCALE
from .svg_path import trace

HEIGHT = 720
COAST = 268  # y of the coast; texts are drawn on the sea above it
ROAD = 620  # y of the road, on which people walk
_MARGIN = 60


def smooth(context: cairo.Context, points: list[tuple[float, float]], closed: bool = False) -> None:
    """Adds a smooth curve through points to the current path."""
    count = len(points)

    def point(number: int) -> tuple[float, float]:
        return points[number % count] if closed else points[min(max(number, 0), count - 1)]

    context.move_to(*points[0])
    for number in range(count if closed else count - 1):
        (ax, ay), (bx, by) = point(number - 1), point(number)
        (cx, cy), (dx, dy) = point(number + 1), point(number + 2)
        context.curve_to(
            bx + (cx - ax) / 6, by + (cy - ay) / 6, cx - (dx - bx) / 6, cy - (dy - by) / 6, cx, cy
        )
    if closed:
        context.close_path()


@dataclass(frozen=True)
class Camera:
    """Maps coordinates of the land to the picture.

    `left` and `top` are the position of the corner of the land, on whole pixels. `near` is the
    enlargement.
    """

    left: float
    top: float
    near: float

    @staticmethod
    def on(middle: float, near: float) -> Camera:
        """The camera that shows the road at x = `middle`.

        With a larger enlargement the road lies lower, so that heads stay below the text.
        """
        road = ROAD + 170 * (near - 1)
        left, top = 640 - middle * near, road - ROAD * near
        return Camera(round(left * SCALE) / SCALE, round(top * SCALE) / SCALE, near)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """The position in the picture of a point of the land."""
        return self.left + x * self.near, self.top + y * self.near


class Landscape:
    """A strip of land as wide as the storyboard says. Each enlargement is drawn once."""

    def __init__(self, entry: dict[str, Any], territory: int, seed: str) -> None:
        self.width = int(entry.get("width", 1280))
        self.territory = territory
        self.entry = entry
        self._seed = seed
        self._surfaces: dict[float, cairo.ImageSurface] = {}

    def surface(self, near: float) -> cairo.ImageSurface:
        """The whole land at one enlargement."""
        if near not in self._surfaces:
            size = near * SCALE
            surface = cairo.ImageSurface(
                cairo.FORMAT_RGB24,
                math.ceil((self.width + 2 * _MARGIN) * size),
                math.ceil(HEIGHT * size),
            )
            context = cairo.Context(surface)
            context.scale(size, size)
            context.translate(_MARGIN, 0)
            self._random = random.Random(self._seed)
            self._draw(context)
            self._surfaces[near] = surface
        return self._surfaces[near]

    def paint(self, context: cairo.Context, camera: Camera) -> None:
        """Paints the part of the land that the camera shows."""
        context.save()
        context.translate(camera.left, camera.top)
        context.scale(1 / SCALE, 1 / SCALE)
        margin = round(_MARGIN * camera.near * SCALE)
        context.set_source_surface(self.surface(camera.near), -margin, 0)
        context.get_source().set_filter(cairo.FILTER_NEAREST)
        context.paint()
        context.restore()

    def _coast(self) -> list[tuple[float, float]]:
        points, x = [], -_MARGIN - 40.0
        while x < self.width + _MARGIN + 80:
            points.append((x, COAST + self._random.uniform(-9, 9)))
            x += self._random.uniform(26, 54)
        return points

    def _land_path(self, context: cairo.Context, coast: list[tuple[float, float]]) -> None:
        context.new_path()
        smooth(context, coast)
        context.line_to(self.width + 300, HEIGHT + 80)
        context.line_to(-300, HEIGHT + 80)
        context.close_path()

    def _draw(self, context: cairo.Context) -> None:
        ink.set_colour(context, "sea")
        context.paint()
        coast = self._coast()
        for width, shore in (
            (62, 0.35),
            (60, None),
            (42, 0.6),
            (40, None),
            (22, 1.0),
            (19.6, None),
        ):
            self._land_path(context, coast)
            ink.finish(context, None, "shore" if shore else "sea", width, shore or 1.0)
        self._land_path(context, coast)
        ink.finish(context, f"land-{self.territory}", None)
        context.save()
        self._land_path(context, coast)
        context.clip()
        smooth(context, coast)
        ink.finish(context, None, f"edge-{self.territory}", 26, 0.5)
        self._grain(context)
        self._relief(context)
        for path in self.entry.get("rivers", []):
            smooth(context, [tuple(p) for p in path["points"]])
            ink.finish(context, None, "water-side", path.get("wide", 60) + 6)
            smooth(context, [tuple(p) for p in path["points"]])
            ink.finish(context, None, "water", path.get("wide", 60))
        for name, width in (("road-side", 62), ("road", 54)):
            for path in self.entry.get("roads", []):
                smooth(context, [tuple(p) for p in path])
                ink.finish(context, None, name, width)
        context.restore()
        smooth(context, coast)
        ink.finish(context, None, "coast", 3.4)

    def _grain(self, context: cairo.Context) -> None:
        width, height, path = map_style.pattern(self.territory)
        size, name = 2.6, f"edge-{self.territory}"
        for row in range(math.ceil((HEIGHT - COAST) / (height * size)) + 2):
            for column in range(math.ceil((self.width + 2 * _MARGIN) / (width * size)) + 1):
                context.save()
                context.translate(column * width * size - _MARGIN, COAST - 20 + row * height * size)
                context.scale(size, size)
                context.new_path()
                trace(context, path)
                ink.finish(context, None, name, 2.6 if self.territory == 1 else 1.7, 0.8)
                context.restore()

    def _relief(self, context: cairo.Context) -> None:
        for x, y, kind in self.entry.get("relief", []):
            context.save()
            context.translate(x, y)
            context.scale(3.4, 3.4)
            for stroke in map_style.symbol(f"relief-{self.territory}-{kind}"):
                ink.shape(
                    context,
                    stroke.path,
                    f"land-{self.territory}" if stroke.style == "relief" else None,
                    "relief",
                    2.4,
                )
            context.restore()
