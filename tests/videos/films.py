# SPDX-License-Identifier: EUPL-1.2
"""Paths of the films of the default pack, and the packages that are missing to draw them."""

import sys
from functools import cache
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
PACK = TOP / "content-pack" / "cocreatie"
sys.path.insert(0, str(TOP / "content-pack"))

from videos import needs  # noqa: E402

MISSING = needs.missing_packages(encoding=False)
WHY_NOT = f"to draw the videos, install {' '.join(MISSING)}"


@cache
def boards():
    """All storyboards of the default pack."""
    from videos import storyboard

    return [storyboard.read(path) for path in sorted((PACK / "storyboards").glob("*.yaml"))]


def words(text: str) -> int:
    """The number of words with a letter or a digit; a dash does not count."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())
