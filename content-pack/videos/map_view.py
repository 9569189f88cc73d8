# SPDX-License-Identifier: EUPL-1.2
"""Draws the whole map, with which a film begins and ends.

The territory of the film is in full colour, and a flag stands at its place. The shapes come from
the `map.geojson` of the pack.
"""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import Any

import cairo

from . import ink
from .ink import SCALE
from .landscape import smooth
from .storyboard import THEMES, Storyboard

Points = list[tuple[float, float]]
WIDTH, HEIGHT = 1280, 720
_FLAG = "M0-96Q16-104 32-96 46-90 58-96V-62Q46-56 32-62 16-70 0-62z"
_MIDDLE = (920, 362)  # position on screen of the middle of the map
_AT_SEA = (
    ("compass", 150, 575, 1.7),
    ("wave", 540, 520, 2),
    ("wave", 300, 655, 2),
    ("wave", 480, 90, 2),
    ("wave", 1190, 90, 2),
)


class MapView:
    """Draws the map once as a picture, and the moving ship and flag over it in each frame."""

    def __init__(self, geojson: Path, board: Storyboard) -> None:
        self._features: list[dict[str, Any]] = json.loads(geojson.read_text())["features"]
        self._board = board
        self._picture: cairo.ImageSurface | None = None
        xs = [x for shape in self._lands.values() for x, _ in shape]
        ys = [y for shape in self._lands.values() for _, y in shape]
        self.middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
        self.fit = min(615 / (max(xs) - min(xs)), 600 / (max(ys) - min(ys)))

    @cached_property
    def _lands(self) -> dict[str, Points]:
        return {
            f["properties"]["id"]: [tuple(p) for p in f["geometry"]["coordinates"][0]]
            for f in self._features
            if f["properties"]["role"] == "territory"
        }

    @cached_property
    def _roads(self) -> list[Points]:
        return [
            [tuple(p) for p in f["geometry"]["coordinates"]]
            for f in self._features
            if f["properties"]["role"] == "road"
        ]

    @cached_property
    def _places(self) -> dict[str, tuple[float, float]]:
        return {
            f["properties"]["id"]: tuple(f["geometry"]["coordinates"])
            for f in self._features
            if f["properties"]["role"] == "place"
        }

    def place(self) -> tuple[float, float]:
        """The coordinates of the place of the film, or of the middle of its territory."""
        if self._board.place in self._places:
            return self._places[self._board.place]
        shape = self._lands[self._board.theme]
        return sum(x for x, _ in shape) / len(shape), sum(y for _, y in shape) / len(shape)

    def seen_at(self) -> tuple[float, float]:
        """The position of the place of the film on screen."""
        (px, py), (mx, my), (sx, sy) = self.place(), self.middle, _MIDDLE
        return sx + (px - mx) * self.fit, sy + (py - my) * self.fit

    def draw(self, context: cairo.Context, flag: float, moment: float) -> None:
        """Draws the map to the right of the title. `flag` is the size of the flag, from 0 to 1."""
        if self._picture is None:
            self._picture = self._draw_still()
        context.save()
        context.scale(1 / SCALE, 1 / SCALE)
        context.set_source_surface(self._picture, 0, 0)
        context.paint()
        context.restore()
        _sign(context, "ship", 400 + 5 * moment, 600, 1.9)
        if flag > 0:
            context.save()
            context.translate(*self.seen_at())
            context.scale(0.62 * flag, 0.62 * flag)
            ink.shape(context, "M0-6V-96", None, "ink", 4)
            ink.shape(context, _FLAG, "magenta")
            context.restore()

    def _draw_still(self) -> cairo.ImageSurface:
        surface = cairo.ImageSurface(
            cairo.FORMAT_RGB24, round(WIDTH * SCALE), round(HEIGHT * SCALE)
        )
        context = cairo.Context(surface)
        context.scale(SCALE, SCALE)
        ink.set_colour(context, "sea")
        context.paint()
        for name, x, y, scale in _AT_SEA:
            _sign(context, name, x, y, scale)
        context.translate(*_MIDDLE)
        context.scale(self.fit, self.fit)
        context.translate(-self.middle[0], -self.middle[1])
        self._draw_lands(context, 0.7 + 0.5 * self.fit)
        self._draw_places(context)
        context.identity_matrix()
        context.scale(SCALE, SCALE)
        _draw_frame(context)
        return surface

    def _draw_lands(self, context: cairo.Context, thick: float) -> None:
        for width, name, alpha in (
            (52, "shore", 0.35),
            (49, "sea", 1),
            (34, "shore", 0.6),
            (31, "sea", 1),
            (18, "shore", 1),
            (15, "sea", 1),
            (4.2, "coast", 1),
        ):
            for shape in self._lands.values():
                smooth(context, shape, closed=True)
                ink.finish(context, None, name, width * thick, alpha)

        for theme in self._lands:
            self._fill_land(context, theme, thick)

    def _fill_land(self, context: cairo.Context, theme: str, thick: float) -> None:
        number = THEMES.index(theme) if theme in THEMES else 4
        smooth(context, self._lands[theme], closed=True)
        path = context.copy_path()
        ink.finish(context, f"land-{number}", None)
        ours = theme == self._board.theme
        context.save()
        context.append_path(path)
        context.clip()
        context.append_path(path)
        ink.finish(context, None, f"edge-{number}", 16 * thick, 0.9 if ours else 0.5)
        if not ours:
            context.append_path(path)
            ink.finish(context, "paper", None, alpha=0.62)
        context.restore()
        context.append_path(path)
        context.set_dash([9, 4, 1.5, 4])
        ink.finish(context, None, "border", 1.8)
        context.set_dash([])

    def _draw_places(self, context: cairo.Context) -> None:
        for road in self._roads:
            for name, width in (("road-side", 5.5), ("road", 3)):
                smooth(context, road)
                ink.finish(context, None, name, width)
        owners = {"pw": 0, "kv": 1, "cc": 2, "si": 3}
        for id_, (x, y) in sorted(self._places.items(), key=lambda item: item[1][1]):
            context.save()
            context.translate(x, y)
            context.scale(1.25, 1.25)
            ink.map_symbol(context, f"landmark-{owners.get(id_[:2], 2)}", 1.0)
            context.restore()


def _sign(context: cairo.Context, name: str, x: float, y: float, scale: float) -> None:
    context.save()
    context.translate(x, y)
    context.scale(scale, scale)
    ink.map_symbol(context, name, 1.8)
    context.restore()


def _draw_frame(context: cairo.Context) -> None:
    context.rectangle(16, 16, WIDTH - 32, HEIGHT - 32)
    ink.finish(context, None, "ink", 1.6)
    context.rectangle(22, 22, WIDTH - 44, HEIGHT - 44)
    context.set_line_cap(cairo.LINE_CAP_BUTT)
    context.set_dash([26, 26])
    context.set_line_width(5)
    ink.set_colour(context, "ink")
    context.stroke()
