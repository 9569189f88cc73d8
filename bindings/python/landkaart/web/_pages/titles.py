# SPDX-License-Identifier: EUPL-1.2
"""Lists all titles from A to Z, for a site of files, which has no search."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import NamedTuple, TypeVar

from ..._items import Item
from ..._pack import Pack

_OTHER = "0-9"
ThingT = TypeVar("ThingT")


class Title(NamedTuple):
    """A title or an alternative title, and its item."""

    text: str
    item: Item


def titles_by_letter(pack: Pack) -> tuple[tuple[str, tuple[Title, ...]], ...]:
    """All titles and alternative titles in alphabetical order, grouped by first letter.

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
    """Sorts values by a text, ignoring case and accents, and groups them by first letter.

    Texts that do not begin with a letter come first, in the group "0-9".

    Args:
        things: The values. Values with equal texts keep their order.
        text_of: Returns the text of a value.
    """

    def letter_of(thing: ThingT) -> str:
        return _letter(text_of(thing))

    ordered = sorted(things, key=lambda thing: (letter_of(thing), _folded(text_of(thing))))
    return tuple((letter, tuple(group)) for letter, group in groupby(ordered, key=letter_of))


def _folded(text: str) -> str:
    """The text in lower case without accents, so that "één" is sorted beside "een"."""
    plain = unicodedata.normalize("NFD", text.casefold())
    return "".join(sign for sign in plain if sign.isalnum() or sign.isspace()).strip()


def _letter(text: str) -> str:
    first = _folded(text)[:1].upper()
    return first if first.isalpha() else _OTHER
