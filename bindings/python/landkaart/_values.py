# SPDX-License-Identifier: EUPL-1.2
"""Small immutable values that items and results are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ._item import Item
    from ._items import Items
    from ._vocabulary import Kind, LinkType


class Range(NamedTuple):
    """At least and at most, both included.

    Example:
        >>> 8 in Range(3, 12)
        True
    """

    min: int
    max: int

    def __contains__(self, value: object) -> bool:
        return isinstance(value, (int, float)) and self.min <= value <= self.max

    def __str__(self) -> str:
        return str(self.min) if self.min == self.max else f"{self.min}-{self.max}"


class Step(NamedTuple):
    """A step of a work form; `minutes` is None when it does not say."""

    title: str
    minutes: int | None


class Link(NamedTuple):
    """A link between two items, seen from one of them; `item` is the other."""

    type: LinkType
    item: Item


class Related(NamedTuple):
    """An item that a reader of another may want next.

    Attributes:
        item: What to go to.
        linked: Whether one of them links to the other.
        through: What both are linked with, at most three.
        words: What both speak of, the most telling first, at most three.
    """

    item: Item
    linked: bool
    through: Items[Item]
    words: tuple[str, ...]


class Highlight(NamedTuple):
    """Code points [begin, end) of the text it belongs to, as for slicing."""

    begin: int
    end: int


class Snippet(NamedTuple):
    """The passage of an item that says most about a query.

    Attributes:
        text: About 160 characters of plain text, in one line.
        highlights: Where the words that were found stand in it.

    Example:
        >>> snippet = pack.search("griffie").hits[0].snippet
        >>> begin, end = snippet.highlights[0]
        >>> snippet.text[begin:end]
        'Griffiers'
    """

    text: str
    highlights: tuple[Highlight, ...]

    def marked(self, before: str = "[", after: str = "]") -> str:
        """The text with something before and after each word that was found.

        Args:
            before: Put before each.
            after: Put after each.

        Example:
            >>> Snippet("Te veel regels", (Highlight(8, 14),)).marked()
            'Te veel [regels]'
        """
        parts = []
        done = 0
        for begin, end in self.highlights:
            parts += [self.text[done:begin], before, self.text[begin:end], after]
            done = end
        return "".join([*parts, self.text[done:]])

    def _repr_html_(self) -> str:
        from . import _notebook

        return _notebook.snippet_html(self)


class Explanation(NamedTuple):
    """What one word of a query did for a hit.

    Attributes:
        word: As typed, folded.
        sort: How it was answered: "typed", "part", "split", "joined", "synonym", "related",
            "prefix", "spelling" or "phrase".
        found: The lemmas that answered it.
        fields: Where they stand; empty for words together.
        weight: Of this answer, with the rarity of the word.
        score: What it added.
    """

    word: str
    sort: str
    found: str
    fields: tuple[str, ...]
    weight: float
    score: float


class Offers(NamedTuple):
    """Filters that a question names, such as "voor 8 personen"; offered, never applied.

    Attributes:
        group_size: People.
        max_minutes: Minutes.

    Example:
        >>> offers = pack.search("energizer voor 8 personen in een half uur").offers
        >>> offers
        Offers(group_size=8, max_minutes=30)
        >>> len(pack.work_forms(**offers._asdict())) > 0
        True
    """

    group_size: int | None
    max_minutes: int | None

    def to_dict(self) -> dict[str, int]:
        """Those that there are, in the shape of `landkaart search --json`."""
        named = {"group-size": self.group_size, "max-minutes": self.max_minutes}
        return {name: value for name, value in named.items() if value is not None}


class Suggestion(NamedTuple):
    """What a search box proposes: a title with its item, or a word."""

    text: str
    item: Item | None


class Facets(NamedTuple):
    """How many matches there are of each sort, in the order of the pack.

    Attributes:
        kinds: A count for each kind that has any.
        themes: A count for each theme that has any, by id.
    """

    kinds: dict[Kind, int]
    themes: dict[str, int]


class Point(NamedTuple):
    """A point of the map: x to the right, y down, in the map's own unit."""

    x: float
    y: float


class Territory(NamedTuple):
    """The land of a theme; the last point of its outline equals the first."""

    id: str
    outline: tuple[Point, ...]


class Place(NamedTuple):
    """An item at a point: a place, or a hazard when the item is an obstacle."""

    id: str
    at: Point


class JourneyPath(NamedTuple):
    """A journey over the map: the ids of its stops, and the path along those with a place."""

    id: str
    stops: tuple[str, ...]
    path: tuple[Point, ...]


class Progress(NamedTuple):
    """How far a build is: "reading", "indexing", "compressing" or "writing"; `done` of `total`."""

    stage: str
    done: int
    total: int
