# SPDX-License-Identifier: EUPL-1.2
"""Values that change in time: numbers that glide between keys, and states that switch."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

Ease = Callable[[float], float]


def clamp(value: float, low: float = 0.0, high: float = 1.0) -> float:
    """The value, or the nearer bound when it lies outside the bounds."""
    return max(low, min(high, value))


def glide(part: float) -> float:
    """A change that is slow at both ends, for walking and panning. `part` is from 0 to 1."""
    part = clamp(part)
    return 0.5 - 0.5 * math.cos(math.pi * part)


def pop(part: float) -> float:
    """A change that goes a little past 1 and returns, for what appears. `part` is from 0 to 1."""
    rest = clamp(part) - 1.0
    return 1.0 + 2.1 * rest**3 + 1.1 * rest**2


def between(start: float, end: float, moment: float, ease: Ease = glide) -> float:
    """The part of the span from start to end that has passed at a moment: 0 to 1, after easing."""
    if end <= start:
        return 1.0 if moment >= end else 0.0
    return ease(clamp((moment - start) / (end - start)))


@dataclass
class Track:
    """A number that changes in time.

    Each key holds the moment at which a change begins, its duration in seconds, the new value,
    and the easing.
    """

    first: float
    keys: list[tuple[float, float, float, Ease]] = field(default_factory=list)

    def add(self, at: float, seconds: float, value: float, ease: Ease = glide) -> None:
        """Adds a change. Changes must be added in order of time."""
        if self.keys and at < self.keys[-1][0]:
            raise ValueError(f"a change at {at:.2f} s comes after one that begins later")
        self.keys.append((at, seconds, value, ease))

    def at(self, moment: float) -> float:
        """The value at a moment. A change that begins during another replaces the other."""
        value = self.first
        for begin, seconds, target, ease in self.keys:
            if begin > moment:
                break
            value += (target - value) * between(begin, begin + seconds, moment, ease)
        return value


@dataclass
class Switch:
    """A state that changes in time, such as the name of the thing in a hand."""

    first: str
    times: list[float] = field(default_factory=list)
    states: list[str] = field(default_factory=list)

    def add(self, at: float, state: str) -> None:
        """Adds a change of state. Changes must be added in order of time."""
        self.times.append(at)
        self.states.append(state)

    def at(self, moment: float) -> str:
        """The state at a moment."""
        number = bisect_right(self.times, moment)
        return self.states[number - 1] if number else self.first
