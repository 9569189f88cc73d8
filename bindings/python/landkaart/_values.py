# SPDX-License-Identifier: EUPL-1.2
"""Small immutable values that name no item: fields of items, search results and maps.

Range, Highlight and Point are tuples, because a program unpacks them: `low, high = form.minutes`.
The other values are frozen dataclasses, so that a new field breaks no program.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ._filters import Filters
from ._shown import ShownInNotebooks
from ._vocabulary import Kind


class Range(NamedTuple):
    """A range of numbers that includes both ends.

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


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a work form. `minutes` is None when the step states no duration."""

    title: str
    minutes: int | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in the body of an item.

    Attributes:
        level: 2 to 6, as in the elements h2 to h6.
        text: The heading as plain text.
        anchor: The fragment of an address that leads to the heading, such as "een-kring" in
            "item:wv-kring#een-kring". Empty for a heading without letters and digits.
    """

    level: int
    text: str
    anchor: str


class Highlight(NamedTuple):
    """A part of the text of a snippet: `text[begin:end]`, counted in code points."""

    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Snippet(ShownInNotebooks):
    """The passage of an item with the most words of a query.

    Attributes:
        text: At most about 160 bytes (in UTF-8) of plain text, in one line.
        highlights: The places in the text of the words that match the query.

    Example:
        >>> snippet = pack.search("griffie").hits[0].snippet
        >>> begin, end = snippet.highlights[0]
        >>> snippet.text[begin:end]
        'Griffiers'
    """

    text: str
    highlights: tuple[Highlight, ...]

    def marked(self, before: str = "[", after: str = "]") -> str:
        """The text with a mark before and after each highlight.

        Args:
            before: The text to insert before each highlight.
            after: The text to insert after each highlight.

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


@dataclass(frozen=True, slots=True)
class Explanation:
    """A part of the score of a hit. The scores of all parts add up to the score of the hit.

    Attributes:
        word: The word as typed, in lower case and without accents; the whole query when `sort` is
            "title".
        sort: How the word matched: "typed", "part", "split", "joined", "synonym", "related",
            "prefix", "spelling" or "phrase"; "title" when the query is the title of the item; or
            "passage" when the word is one of the first 40 words of the text.
        found: The lemmas (base forms) in the item that matched.
        fields: The fields that hold these lemmas, such as "title"; empty when several lemmas
            matched together.
        weight: The weight of the match: the rarity of the word times a factor for the sort. 1 for a
            phrase; the whole score for "title" and "passage".
        score: The amount that the match added to the score of the hit. It includes the factors for
            missing words and for the kind of the item.
    """

    word: str
    sort: str
    found: str
    fields: tuple[str, ...]
    weight: float
    score: float


@dataclass(frozen=True, slots=True)
class Offers:
    """Filters that a query mentions: "voor 8 personen" mentions a group size. A search does not
    apply them. False as a bool when the query mentions none.

    Attributes:
        group_size: The number of people; None when the query mentions none.
        max_minutes: The available time in minutes; None when the query mentions none.

    Example:
        >>> offers = pack.search("energizer voor 8 personen in een half uur").offers
        >>> offers
        Offers(group_size=8, max_minutes=30)
        >>> bool(offers), bool(pack.search("energizer").offers)
        (True, False)
        >>> len(pack.work_forms.where(**offers.filters)) > 0
        True
    """

    group_size: int | None
    max_minutes: int | None

    @property
    def filters(self) -> Filters:
        """The filters that the query mentions, for `pack.work_forms.where(**offers.filters)`."""
        filters = Filters()
        if self.group_size is not None:
            filters["group_size"] = self.group_size
        if self.max_minutes is not None:
            filters["max_minutes"] = self.max_minutes
        return filters

    def __bool__(self) -> bool:
        return bool(self.filters)

    def to_dict(self) -> dict[str, int]:
        """The filters that the query mentions, in the shape of `landkaart search --json`."""
        named = {"group-size": self.group_size, "max-minutes": self.max_minutes}
        return {name: value for name, value in named.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Facets:
    """The number of matches of each kind and theme. Kinds and themes without matches are left out.

    Attributes:
        kinds: The number of matches by kind, in the order of Kind.
        themes: The number of matches by the id of the theme, in the order of the pack.
    """

    kinds: dict[Kind, int]
    themes: dict[str, int]


class Point(NamedTuple):
    """A point of the map, in the unit of the map. x grows to the right and y downwards."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Territory:
    """The territory of a theme. The last point of its outline equals the first."""

    id: str
    outline: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """The place of an item on the map. The place of an obstacle is called a hazard."""

    id: str
    at: Point


@dataclass(frozen=True, slots=True)
class JourneyPath:
    """A path over the map: the ids of its stops, and a line along the stops that have a place."""

    id: str
    stops: tuple[str, ...]
    path: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """The progress of a build: `done` of `total` parts of a stage are complete.

    The stages are "reading", "indexing", "compressing" and "writing".
    """

    stage: str
    done: int
    total: int
