# SPDX-License-Identifier: EUPL-1.2
"""`draw_person` draws a person of the videos: legs, a coat, a head and two arms.

A person is 100 units tall and stands on (0, 0). The positions of the hands are relative to the
point between the shoulders.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cairo

from . import ink

Context = cairo.Context

SHOULDER = 62.0  # height of the shoulders

# Each pose: x and y of the left hand, x and y of the right hand, tilt of the head in degrees.
POSES: dict[str, tuple[float, float, float, float, float]] = {
    "stand": (-21, 32, 21, 32, 0),
    "hold": (-6, 24, 20, 22, 0),
    "wave": (-21, 32, 33, -25, 0),
    "cheer": (-31, -26, 31, -26, 0),
    "point": (-21, 32, 45, -4, 0),
    "offer": (-21, 32, 41, 12, 0),
    "shrug": (-38, 10, 38, 10, 6),
    "think": (-2, 22, 12, -6, 7),
    "hips": (-17, 24, 17, 24, 0),
    "sad": (-17, 33, 17, 33, 12),
    "listen": (-6, 27, 16, -10, 8),
}

_HAIR = {
    "short": "M-16-2Q-18-18 0-19 18-18 16-2 14-9 9-11-4-7-11-11-14-8-16-2z",
    "bun": "M-16-1Q-18-18 0-18 18-18 16-1 13-9 8-10-8-6-12-9-15-6-16-1z",
    "long": "M-17 15Q-22-19 0-19 22-19 17 15 12 14 12-5 7-10-2-6-11-8-12-4-12 14-17 15z",
    "curly": "M-15-1Q-22-4-18-10-19-18-10-18-4-25 4-20 13-22 15-14 22-10 16-1 13-8 6-9-8-9-15-1z",
    "sides": "M-16-6Q-19 0-16 6L-13 4V-5zM16-6Q19 0 16 6L13 4V-5z",
    "scarf": "M-17 12Q-22-20 0-20 22-20 17 12 8 20 0 19-8 20-17 12z",
    "none": "",
}
_OVER_FACE = {"scarf"}
_BEHIND = {"long"}

HATS: dict[str, tuple[tuple[str, str], ...]] = {
    "": (),
    # A warden's cap.
    "bewaker": (
        ("blue", "M-19-9Q-20-26 0-27 20-26 19-9 0-15-19-9z"),
        ("ink", "M-18-9Q0-16 18-9L22-5Q0-12-22-5z"),
        ("glow", "M-3-20H3V-15L0-13-3-15z"),
    ),
    # A director's beret.
    "regisseur": (
        ("ink", "M-1-27L2-31"),
        ("brick", "M-21-12Q-24-25-2-27 22-27 21-14 18-11 0-12-14-11-21-12z"),
    ),
    # A partner's straw hat.
    "partner": (
        ("land-0", "M-12-13V-24Q-11-29 0-29 11-29 12-24V-13z"),
        ("moss", "M-12-18H12V-13H-12z"),
        ("land-0", "M-26-12Q0-18 26-12 27-9 0-9-27-9-26-12z"),
    ),
    # An initiator's bobble hat.
    "aanjager": (
        ("magenta", "M-18-8Q-18-28 0-28 18-28 18-8z"),
        ("ochre", "M-19-12H19V-6H-19z"),
        ("ochre", "M-5-30A5 5 0 1 1 5-30 5 5 0 1 1-5-30z"),
    ),
}


@dataclass(frozen=True)
class Look:
    """The appearance of a person, which does not change."""

    coat: str = "magenta"
    skin: str = "skin-2"
    hair: str = "bun"
    hair_colour: str = "hair-brown"
    legs: str = "dark"


@dataclass(frozen=True)
class Moment:
    """The posture of a person at one moment."""

    hands: tuple[float, float, float, float]
    bend: float = 0.0
    face: float = 1.0  # -1 looks left, 1 right
    mood: float = 0.4  # -1 sad, 1 glad
    stride: float = 0.0  # phase of the walk; 1 is two paces
    pace: float = 0.0  # 0 stands, 1 walks
    mouth: float = 0.0  # 0 shut, 1 open
    blink: bool = False
    holds: str = ""
    hat: str = ""


def _leg(context: Context, side: float, moment: Moment, colour: str) -> None:
    swing = math.sin(2 * math.pi * moment.stride) * side * moment.pace
    lift = max(0.0, math.cos(2 * math.pi * moment.stride) * side) * moment.pace
    direction = 1 if moment.face >= 0 else -1
    hip, foot = 5.5 * side, 5.5 * side + direction * 11 * swing
    y = -2.5 - 4 * lift
    ink.bar(
        context,
        [(hip, -24), ((hip + foot) / 2 + direction * 2 * lift, -13), (foot, y)],
        6.5,
        colour,
    )
    shoe = 4.5 * (moment.face if abs(moment.face) > 0.2 else side * 0.5)
    ink.bar(context, [(foot, y), (foot + shoe, y)], 5, "ink", None)


def _arm(context: Context, side: float, hand: tuple[float, float], look: Look) -> None:
    x, y = 13 * side, -SHOULDER
    hx, hy = hand[0], y + hand[1]
    reach = math.hypot(hx - x, hy - y)
    half = min(reach, 33.9) / 2
    rise = math.sqrt(max(0.0, 17.0**2 - half * half))
    # The elbow lies on the outer, lower side of the line from shoulder to hand.
    dx, dy = (hx - x) / (reach or 1), (hy - y) / (reach or 1)
    ex, ey = (x + hx) / 2 + dy * rise * side, (y + hy) / 2 - dx * rise * side
    if (ex - (x + hx) / 2) * side < 0:
        ex, ey = (x + hx) - ex, (y + hy) - ey
    ink.bar(context, [(x, y), (ex, ey), (hx, hy)], 8, look.coat)
    ink.disc(context, hx, hy, 5, look.skin)


def _coat(context: Context, look: Look, sway: float) -> None:
    path = f"M-15-64Q-14-72 0-72 14-72 15-64L{19 + sway:.2f}-22Q{sway:.2f}-17 {-19 + sway:.2f}-22z"
    ink.shape(context, path, look.coat)
    ink.shape(context, f"M0-60L{sway * 0.6:.2f}-20", None, "ink", 1.6)
    ink.shape(context, "M-7-71L0-62 7-71", "paper", "ink", 2)


def _face(context: Context, look: Look, moment: Moment) -> None:
    shift, eye = 5.0 * moment.face, 1.9
    for side in (-1, 1):
        x = shift + 5.6 * side
        if moment.blink:
            ink.shape(context, f"M{x - 2:.2f} 0.4H{x + 2:.2f}", None, "ink", 2.2)
        else:
            ink.disc(context, x, 0.4, eye, "ink", None)
        brow = -8.6 if moment.mood > 0.6 else -7.2
        tilt = 2.4 * max(0.0, -moment.mood)
        inner, outer = (x - 2.8 * side, brow - tilt), (x + 2.8 * side, brow + tilt * 0.4)
        context.new_path()
        context.move_to(*inner)
        context.line_to(*outer)
        ink.finish(context, None, "ink", 2.2)
    curve = 4.2 * moment.mood
    if moment.mouth > 0.08:
        height = 1.2 + 4.0 * moment.mouth
        ink.shape(
            context,
            f"M{shift - 4:.2f} 6.5Q{shift:.2f} {6.5 + height * 2:.2f} "
            f"{shift + 4:.2f} 6.5Q{shift:.2f} {6.5 - 1:.2f} {shift - 4:.2f} 6.5z",
            "roof",
            "ink",
            1.8,
        )
    else:
        ink.shape(
            context,
            f"M{shift - 4.5:.2f} {7 - curve * 0.3:.2f}Q{shift:.2f} "
            f"{7 + curve:.2f} {shift + 4.5:.2f} {7 - curve * 0.3:.2f}",
            None,
            "ink",
            2.2,
        )
    ink.shape(
        context, f"M{shift * 1.5:.2f} 1L{shift * 1.5 + 2.2 * moment.face:.2f} 3.8", None, "ink", 1.6
    )


def _head(context: Context, look: Look, moment: Moment) -> None:
    context.save()
    context.translate(0, -84)
    context.rotate(math.radians(moment.bend) * (1 if moment.face >= 0 else -1))
    hair = _HAIR[look.hair]
    if look.hair in _BEHIND:
        ink.shape(context, "M-17 15Q-22-19 0-19 22-19 17 15 0 20-17 15z", look.hair_colour)
    if look.hair == "bun":
        ink.disc(context, -4 * moment.face, -20, 6.5, look.hair_colour)
    if look.hair in _OVER_FACE:
        ink.shape(context, hair, look.hair_colour)
        ink.disc(context, 2.5 * moment.face, 1, 12.6, look.skin, "ink", 2)
    else:
        ink.disc(context, 0, 0, 16, look.skin)
        if look.hair in _BEHIND:
            hair = "M-15.5-3Q-17-18 0-18 17-18 15.5-3 12-10 5-11-8-5-15.5-3z"
        context.save()
        context.translate(-1.2 * moment.face, 0)
        ink.shape(context, hair, look.hair_colour)
        context.restore()
    _face(context, look, moment)
    for fill, path in HATS[moment.hat]:
        ink.shape(context, path, fill)
    context.restore()


def draw_person(context: Context, look: Look, moment: Moment) -> None:
    """Draws a person: the legs, then the coat, the head and the arms."""
    bob = 1.6 * abs(math.sin(2 * math.pi * moment.stride)) * moment.pace
    for side in (-1, 1):
        _leg(context, side, moment, look.legs)
    context.save()
    context.translate(0, -bob)
    swing = 7 * math.sin(2 * math.pi * moment.stride) * moment.pace
    left, right = moment.hands[:2], moment.hands[2:]
    _coat(context, look, swing * 0.25)
    _head(context, look, moment)
    _arm(context, -1, (left[0] + swing, left[1]), look)
    _arm(context, 1, (right[0] - swing, right[1]), look)
    context.restore()
