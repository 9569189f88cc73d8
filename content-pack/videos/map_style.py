# SPDX-License-Identifier: EUPL-1.2
"""Colours, strokes and symbols of the map, read from the tables in core/map that draw the map.

The entry points are `colour(name)` and `symbol(name)`. `props.yaml` has the drawings that the
tables do not have.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
_TABLES = TOP / "core" / "map"

Colour = tuple[float, float, float]

# Colours of clothes, skin and hair, and other colours that only the videos use.
_MORE_COLOURS = {
    "magenta": "#7b1d5a",
    "blue": "#2f6690",
    "teal": "#35788d",
    "brick": "#a34a2f",
    "moss": "#5d7d3a",
    "ochre": "#c28a2c",
    "lilac": "#7a62a3",
    "slate": "#56616b",
    "skin-1": "#f3cfb0",
    "skin-2": "#dba77c",
    "skin-3": "#a9714a",
    "skin-4": "#6f4630",
    "hair-black": "#2b2320",
    "hair-brown": "#6d452a",
    "hair-red": "#a8552a",
    "hair-blond": "#d8b15c",
    "hair-grey": "#b9b4aa",
    "wood": "#b98a55",
    "dark": "#3d3a4a",
    "glow": "#ffe08a",
    "grass": "#7d9c52",
}


@dataclass(frozen=True)
class Stroke:
    """One stroke of a symbol: its class in the style table, and its SVG path."""

    style: str
    path: str


@cache
def _colours() -> dict[str, str]:
    table = (_TABLES / "map_style.inc").read_text(encoding="utf-8")
    return dict(re.findall(r'Colour\{"([\w-]+)", "(#[0-9a-f]{6})"', table)) | _MORE_COLOURS


def colour(name: str) -> Colour:
    """A colour by name or as #rrggbb. Returns red, green and blue, each from 0 to 1."""
    text = name if name.startswith("#") else _colours()[name]
    return tuple(int(text[i : i + 2], 16) / 255 for i in (1, 3, 5))  # type: ignore[return-value]


@cache
def rule(style: str) -> dict[str, str]:
    """The style declarations of one class of the map, such as fill, stroke and stroke-width."""
    table = (_TABLES / "map_style.inc").read_text(encoding="utf-8")
    found = re.search(rf'Rule\{{"{re.escape(style)}", "([^"]*)"\}}', table)
    if not found:
        raise KeyError(f"the map has no class {style}")
    pairs = (pair.split(":", 1) for pair in found.group(1).split(";"))
    return {key: value.lstrip("@") for key, value in pairs}


@cache
def symbol(name: str) -> tuple[Stroke, ...]:
    """The strokes of one symbol of the map, such as landmark-2 or relief-0-1."""
    table = (_TABLES / "map_symbols.inc").read_text(encoding="utf-8")
    found = re.search(rf'Symbol\{{"{re.escape(name)}",(.*?)\}}\}}\}}', table, re.S)
    if not found:
        raise KeyError(f"the map has no symbol {name}")
    strokes = re.findall(r'\{"([\w-]+)", "([^"]*)"', found.group(1))
    return tuple(Stroke(style, path) for style, path in strokes)


@cache
def pattern(number: int) -> tuple[float, float, str]:
    """The pattern that fills a land: width and height of the tile, and its SVG path."""
    table = (_TABLES / "map_symbols.inc").read_text(encoding="utf-8")
    rows = re.findall(r'Pattern\{([\d.]+), ([\d.]+), "([^"]*)"\}', table)
    width, height, path = rows[number]
    return float(width), float(height), path


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours by WCAG, from 1 (equal) to 21 (black on white)."""

    def luminance(name: str) -> float:
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour(name)]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
