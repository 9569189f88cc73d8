# SPDX-License-Identifier: EUPL-1.2
"""Every title from a to z: what a site without a search function offers instead."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import NamedTuple, TypeVar

from ..._item import Item
from ..._pack import Pack

_OTHER = "0-9"
ThingT = TypeVar("ThingT")


class Title(NamedTuple):
    """A title, or another name of an item, and where it leads."""

    text: str
    item: Item


def titles_by_letter(pack: Pack) -> tuple[tuple[str, tuple[Title, ...]], ...]:
    """All titles and other names, in the order of an encyclopedia, under their first letters.

    Example:
        >>> from landkaart.web._pages.titles import titles_by_letter
        >>> letters = dict(titles_by_letter(pack))
        >>> list(letters)[:3], letters["T"][0].text
        (['0-9', 'A', 'B'], 'Taai vraagstuk')
    """
    titles = [
        Title(text, item)
        for item in pack.values()
        for text in dict.fromkeys((item.title, *item.alternative_titles))
    ]
    return by_letter(titles, lambda title: title.text)


def by_letter(
    things: Iterable[ThingT], text_of: Callable[[ThingT], str]
) -> tuple[tuple[str, tuple[ThingT, ...]], ...]:
    """Things in the order of an encyclopedia, under the first letters of their texts.

    Args:
        things: In any order; those with the same text stay in theirs.
        text_of: Gives the text that a thing is found by.
    """

    def letter_of(thing: ThingT) -> str:
        return _letter(text_of(thing))

    ordered = sorted(things, key=lambda thing: (letter_of(thing), _folded(text_of(thing))))
    return tuple((letter, tuple(group)) for letter, group in groupby(ordered, key=letter_of))


def _folded(text: str) -> str:
    """Without accents and small, so that "één" stands with "een"."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in plain if sign.isalnum() or sign.isspace()).strip()


def _letter(text: str) -> str:
    first = _folded(text)[:1].upper()
    return first if first.isalpha() else _OTHER
