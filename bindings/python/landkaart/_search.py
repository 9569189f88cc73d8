# SPDX-License-Identifier: EUPL-1.2
"""The answer to a search: hits at once, everything else when it is read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from . import _landkaart
from ._item import Item, make_item
from ._values import Explanation, Facets, Highlight, Offers, Snippet
from ._vocabulary import KINDS, Kind

if TYPE_CHECKING:
    from ._pack import Pack


class _Answer:
    """What the hits of an answer share: one call for what nearly everybody reads of each."""

    __slots__ = ("core", "pack", "rows")

    pack: Pack
    core: _landkaart.SearchResult
    rows: tuple[tuple[int, str, float], ...] | None

    def __init__(self, pack: Pack, core: _landkaart.SearchResult) -> None:
        self.pack = pack
        self.core = core
        self.rows = None

    def row(self, number: int) -> tuple[int, str, float]:
        """Kind, title and score of a hit."""
        if self.rows is None:
            self.rows = self.core.hits()
        return self.rows[number]


class Hit:
    """An item that was found.

    Example:
        >>> hit = pack.search("te veel regels").hits[0]
        >>> hit.id, hit.kind.value
        ('ob-regeldruk', 'obstacle')
    """

    __slots__ = ("_answer", "_item", "_number", "_snippet")

    _answer: _Answer
    _number: int
    _item: Item | None
    _snippet: Snippet | None

    def __init__(self, answer: _Answer, number: int) -> None:
        self._answer = answer
        self._number = number
        self._item = self._snippet = None

    @property
    def item(self) -> Item:
        """What was found."""
        if self._item is None:
            answer = self._answer
            self._item = make_item(answer.pack, answer.core.item(self._number))
        return self._item

    @property
    def id(self) -> str:
        """Of the item."""
        return self.item.id

    @property
    def kind(self) -> Kind:
        """Of the item."""
        return KINDS[self._answer.row(self._number)[0] - 1]

    @property
    def title(self) -> str:
        """Of the item."""
        return self._answer.row(self._number)[1]

    @property
    def score(self) -> float:
        """BM25F over the words, less where words are missing, and by the kind of the item.

        Comparable within one answer only.
        """
        return self._answer.row(self._number)[2]

    @property
    def snippet(self) -> Snippet:
        """The passage that says most about the query; reads the body when it is first asked for."""
        if self._snippet is None:
            text, highlights = self._answer.core.snippet(self._number)
            self._snippet = Snippet(text, tuple(Highlight(*mark) for mark in highlights))
        return self._snippet

    def explain(self) -> tuple[Explanation, ...]:
        """Which words, forms, fields and weights made its score.

        Example:
            >>> [word.word for word in pack.search("regeldruk").hits[0].explain()]
            ['regeldruk']
        """
        return tuple(Explanation(*word) for word in self._answer.core.explain(self._number))

    def to_dict(self) -> dict[str, Any]:
        """In the shape of a hit of `landkaart search --json`."""
        return {
            "id": self.id,
            "kind": self.kind.value,
            "title": self.title,
            "score": self.score,
            "snippet": {
                "text": self.snippet.text,
                "highlights": [list(mark) for mark in self.snippet.highlights],
            },
        }

    def __repr__(self) -> str:
        return (
            f"Hit(id={self.id!r}, kind={self.kind.value!r}, title={self.title!r}, "
            f"score={self.score:.2f})"
        )


class SearchResult:
    """What a search found. Iterating gives the hits.

    Example:
        >>> found = pack.search("griffie raad", limit=3)
        >>> len(found.hits), found.total > 3
        (3, True)
        >>> found.facets.kinds[Kind.TOPIC] > 0
        True
        >>> pack.search("participasie").suggestion
        'participatie'
    """

    __slots__ = ("_core", "_facets", "_total", "hits", "query")

    query: str
    hits: tuple[Hit, ...]

    def __init__(self, pack: Pack, query: str, core: _landkaart.SearchResult) -> None:
        self._core = core
        self._total: int | None = None
        self._facets: Facets | None = None
        self.query = query
        answer = _Answer(pack, core)
        self.hits = tuple([Hit(answer, number) for number in range(len(core))])

    @property
    def total(self) -> int:
        """How many match, not only the hits that are here; visits every match."""
        if self._total is None:
            self._total = self._core.total()
        return self._total

    @property
    def facets(self) -> Facets:
        """How many match of each kind and in each theme; visits every match."""
        if self._facets is None:
            kinds, themes = self._core.facets()
            self._facets = Facets({Kind(name): count for name, count in kinds}, dict(themes))
        return self._facets

    @property
    def suggestion(self) -> str | None:
        """The query with unknown words mended, when a known word is near."""
        return self._core.suggestion()

    @property
    def offers(self) -> Offers:
        """Filters that the question names; offered, never applied."""
        return Offers(*self._core.offers())

    def __iter__(self) -> Iterator[Hit]:
        return iter(self.hits)

    def __len__(self) -> int:
        return len(self.hits)

    def to_dict(self) -> dict[str, Any]:
        """In the shape of `landkaart search --json`; reads everything.

        Example:
            >>> sorted(pack.search("loting").to_dict())
            ['facets', 'hits', 'offers', 'query', 'suggestion', 'total']
        """
        kinds = [{"value": kind.value, "count": n} for kind, n in self.facets.kinds.items()]
        themes = [{"value": theme, "count": n} for theme, n in self.facets.themes.items()]
        return {
            "query": self.query,
            "total": self.total,
            "hits": [hit.to_dict() for hit in self.hits],
            "suggestion": self.suggestion,
            "offers": self.offers.to_dict(),
            "facets": {"kinds": kinds, "themes": themes},
        }

    def __repr__(self) -> str:
        return f"SearchResult(query={self.query!r}, hits={list(self.hits)!r})"

    def _repr_html_(self) -> str:
        from . import _notebook

        return _notebook.search_html(self)
