# SPDX-License-Identifier: EUPL-1.2
"""`draw_prop` draws a thing of the videos: a still one from props.yaml, or a moving one."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import cairo
import yaml

from . import ink
from .lettering import place_label
from .map_style import colour

Context = cairo.Context
Values = dict[str, float]


@cache
def _table() -> dict[str, Any]:
    text = Path(__file__).with_name("props.yaml").read_text(encoding="utf-8")
    return yaml.safe_load(text)  # type: ignore[no-any-return]


def _clock(context: Context, values: Values, labels: list[str]) -> None:
    """A clock. `hour` is the time that the hands show."""
    ink.shape(context, "M-4-90H4V0H-4z", "wood")
    context.translate(0, -78)
    ink.disc(context, 0, -34, 32, "wall")
    for tick in range(12):
        a = tick * math.pi / 6
        ink.shape(
            context,
            f"M{27 * math.sin(a):.2f} {-34 - 27 * math.cos(a):.2f}L"
            f"{24 * math.sin(a):.2f} {-34 - 24 * math.cos(a):.2f}",
            None,
        )
    hour = values["hour"]
    for turns, length, width in ((hour / 12, 14, 5.0), (hour, 22, 3.4)):
        a = turns * 2 * math.pi
        ink.shape(
            context,
            f"M0-34L{length * math.sin(a):.2f} {-34 - length * math.cos(a):.2f}",
            None,
            "hazard" if length > 20 else "ink",
            width,
        )


def _stack(context: Context, values: Values, labels: list[str]) -> None:
    """A stack of paper. `sheets` is the number of sheets."""
    sheets = values["sheets"]
    for number in range(math.ceil(sheets)):
        arriving = min(1.0, sheets - number)
        y = -9 * number - 26 * (1 - arriving)
        x = (number * 37 % 11) - 5.0
        ink.shape(
            context,
            f"M{x - 34:.2f} {y:.2f}V{y - 8:.2f}H{x + 34:.2f}V{y:.2f}z",
            "wall",
            alpha=arriving,
        )
        ink.shape(
            context,
            f"M{x - 26:.2f} {y - 4:.2f}H{x + 8 + number % 3 * 6:.2f}",
            None,
            "relief",
            2,
            arriving,
        )


def _scales(context: Context, values: Values, labels: list[str]) -> None:
    """Scales. `lean` is the balance, from -1 (left side down) to 1 (right side down)."""
    ink.shape(context, "M-26 0H26L18-8H-18zM-4-8V-96H4V-8z", "wood")
    angle = 0.22 * values["lean"]
    for side, label in zip((-1, 1), [*labels, "", ""][:2], strict=True):
        x, y = side * 62 * math.cos(angle), -96 + side * 62 * math.sin(angle)
        ink.shape(context, f"M0-96L{x:.2f} {y:.2f}", None, "ink", 5)
        ink.shape(
            context,
            f"M{x:.2f} {y:.2f}L{x - 26:.2f} {y + 44:.2f}M{x:.2f} {y:.2f}L{x + 26:.2f} {y + 44:.2f}",
            None,
            "ink",
            2,
        )
        if label:
            ink.shape(
                context,
                f"M{x - 30:.2f} {y + 44:.2f}V{y + 20:.2f}H{x + 30:.2f}V{y + 44:.2f}z",
                "wall",
            )
            place_label(context, label, x, y + 32, 32)
        ink.shape(
            context,
            f"M{x - 34:.2f} {y + 44:.2f}Q{x:.2f} {y + 62:.2f} {x + 34:.2f} {y + 44:.2f}z",
            "ochre",
        )
    ink.disc(context, 0, -96, 6, "ochre")


def _signpost(context: Context, values: Values, labels: list[str]) -> None:
    """A signpost whose arms appear one after another. `arms` is the number of visible arms."""
    ink.shape(context, "M-4-150H4V0H-4z", "wood")
    for number, label in enumerate(labels):
        out = min(1.0, max(0.0, values["arms"] - number))
        if out <= 0:
            continue
        side = 1 if number % 2 == 0 else -1
        y = -140 + 27 * number
        context.save()
        context.translate(0, y)
        context.scale(out, 1)
        ink.shape(
            context,
            f"M{-8 * side} -11H{58 * side}L{70 * side} 0 {58 * side} 11H{-8 * side}z",
            "wall",
        )
        if out > 0.9:
            place_label(context, label, 27 * side, 0, 30)
        context.restore()


def _tunnel(context: Context, values: Values, labels: list[str]) -> None:
    """A tunnel under a road. `glow` is the light of the lamp in it, from 0 to 1."""
    ink.shape(context, "M-150 0V-84Q-150-112-110-118 0-134 110-118 150-112 150-84V0z", "land-4")
    ink.shape(context, "M-84 0V-52Q-84-104 0-104 84-104 84-52V0z", "relief")
    ink.shape(context, "M-70 0V-50Q-70-92 0-92 70-92 70-50V0z", "dark")
    glow = values["glow"]
    if glow > 0:
        ink.shape(context, "M-70 0V-50Q-70-92 0-92 70-92 70-50V0z", "glow", alpha=0.8 * glow)
        ink.shape(context, "M-12-76L-58 0H58L12-76z", "paper", None, alpha=0.55 * glow)
    if values["lamp"] > 0.01:
        context.save()
        context.translate(0, -92)
        context.scale(values["lamp"], values["lamp"])
        ink.shape(context, "M0 0V8", None)
        ink.shape(context, "M-14 18Q-14 8 0 8 14 8 14 18z", "teal")
        ink.disc(context, 0, 20, 5, "glow" if glow > 0.3 else "wall")
        context.restore()
    for x, y in ((-118, -84), (-112, -40), (112, -60), (120, -96), (-130, -18), (126, -20)):
        ink.shape(context, f"M{x - 10} {y}H{x + 10}", None, "relief", 2.4)


def _bridge(context: Context, values: Values, labels: list[str]) -> None:
    """A bridge whose planks appear one by one. `planks` is the number of planks."""
    for number, label in enumerate(labels):
        laid = min(1.0, max(0.0, values["planks"] - number))
        if laid <= 0:
            continue
        x, y = 76 * (number - (len(labels) - 1) / 2), -60 * (1 - laid)
        ink.shape(
            context,
            f"M{x - 37:.2f} {y - 20:.2f}H{x + 37:.2f}V{y + 20:.2f}H{x - 37:.2f}z",
            "wood",
            alpha=laid,
        )
        ink.shape(
            context,
            f"M{x - 32:.2f} {y - 14:.2f}H{x + 32:.2f}V{y + 14:.2f}H{x - 32:.2f}z",
            "wall",
            None,
            alpha=laid,
        )
        if laid > 0.7:
            place_label(context, label, x, y, 38)


def _board(context: Context, values: Values, labels: list[str]) -> None:
    """A board. `columns` is the number of visible columns, `lit` the highlighted column."""
    count = len(labels)
    width = 92.0
    left = -width * count / 2
    ink.shape(context, "M-40 0L-30-30M40 0L30-30", None, "ink", 4)
    for number, label in enumerate(labels):
        shown = min(1.0, max(0.0, values["columns"] - number))
        lit = max(0.0, 1 - abs(values["lit"] - number - 1))
        x = left + width * number
        ink.shape(context, f"M{x}-130H{x + width}V-24H{x}z", "wall")
        if lit > 0:
            ink.shape(context, f"M{x}-130H{x + width}V-24H{x}z", "glow", alpha=lit)
        if shown > 0:
            ink.shape(context, f"M{x + 8}-102H{x + 8 + (width - 16) * shown:.2f}", None)
        if shown > 0.5:
            place_label(context, label, x + width / 2, -116, 31)


def _calendar(context: Context, values: Values, labels: list[str]) -> None:
    """A calendar whose leaves turn. `page` is the number of the label that it shows."""
    ink.shape(context, "M-32-66H32V0H-32z", "wall")
    ink.shape(context, "M-32-66H32V-50H-32z", "brick")
    ink.shape(context, "M-16-72V-60M16-72V-60", None, "ink", 4)
    page = values["page"]
    number = min(len(labels) - 1, max(0, int(page + 0.001)))
    place_label(context, labels[number], 0, -25, 30)
    turning = page - number
    if 0.02 < turning < 0.98:
        y = -50 + 50 * (1 - turning)
        ink.shape(context, f"M-32-50H32V{y:.2f}Q0 {y - 8:.2f}-32 {y:.2f}z", "paper")


def _wait(context: Context, values: Values, labels: list[str]) -> None:
    """The dots above a person who waits. `dots` is their number."""
    for number in range(5):
        shown = min(1.0, max(0.0, values["dots"] - number))
        if shown > 0:
            ink.disc(context, 22 * (number - 2), -8, 7 * shown, "teal")


def _dusk(context: Context, values: Values, labels: list[str]) -> None:
    """Darkness over a part of the land. `wide` is its width, `dark` its strength from 0 to 1."""
    half, top, soft = values["wide"] / 2, -455.0, 190 / values["wide"]
    sideways = cairo.LinearGradient(-half, 0, half, 0)
    for stop, alpha in ((0, 0), (soft, 1), (1 - soft, 1), (1, 0)):
        sideways.add_color_stop_rgba(stop, *colour("dark"), alpha)
    down = cairo.LinearGradient(0, top, 0, top + 90)
    down.add_color_stop_rgba(0, 0, 0, 0, 0)
    down.add_color_stop_rgba(1, 0, 0, 0, 0.62 * values["dark"])
    context.rectangle(-half, top, 2 * half, 470)
    context.clip()
    context.set_source(sideways)
    context.mask(down)


def _fold(context: Context, values: Values, labels: list[str]) -> None:
    """A card with a label of `wide` x `high`, on a post of length `post`. 0: no post."""
    wide, high, post = values["wide"], values["high"], values["post"]
    if post:
        ink.shape(context, f"M-7 {-post}H7V0H-7z", "wood")
        context.translate(0, -post)
    ink.shape(context, f"M{-wide / 2} {-high}H{wide / 2}V0H{-wide / 2}z", "wall")
    if labels:
        place_label(context, labels[0], 0, -high / 2, values["size"])


Drawing = Callable[[Context, Values, list[str]], None]
MOVING: dict[str, tuple[Drawing, Values]] = {
    "clock": (_clock, {"hour": 9}),
    "stack": (_stack, {"sheets": 3}),
    "scales": (_scales, {"lean": 0}),
    "signpost": (_signpost, {"arms": 0}),
    "tunnel": (_tunnel, {"glow": 0, "lamp": 0}),
    "bridge": (_bridge, {"planks": 0}),
    "board": (_board, {"columns": 0, "lit": 0}),
    "calendar": (_calendar, {"page": 0}),
    "wait": (_wait, {"dots": 0}),
    "dusk": (_dusk, {"dark": 0, "wide": 1300}),
    "paper-card": (_fold, {"wide": 90, "high": 44, "size": 27, "post": 0}),
}


def is_prop(name: str) -> bool:
    """Whether there is a drawing with this name."""
    return name in MOVING or name in _table() or name.startswith(("landmark-", "relief-", "hazard"))


def own_values(name: str) -> Values:
    """The values of a moving thing that a storyboard may set, with their defaults."""
    return dict(MOVING[name][1]) if name in MOVING else {}


def draw_prop(context: Context, name: str, values: Values, labels: list[str]) -> None:
    """Draws a thing with its foot at (0, 0)."""
    if name in MOVING:
        MOVING[name][0](context, values, labels)
        return
    if name in _table():
        entry = _table()[name]
        for fill, path in entry["strokes"]:
            ink.shape(context, path, None if fill == "-" else fill)
        if labels and "label" in entry:
            place_label(context, labels[0], *entry["label"])
        return
    context.save()
    context.scale(5.2, 5.2)
    context.translate(0, -10 if name.startswith(("landmark", "hazard")) else 0)
    ink.map_symbol(context, name)
    context.restore()
