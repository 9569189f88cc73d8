# SPDX-License-Identifier: EUPL-1.2
"""SearchResult: the hits are ranked at once; snippets, totals and facets are computed when they are
read."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, SupportsIndex, overload

from . import _landkaart
from ._items import Item, make_item
from ._pack_file import PackFile
from ._shown import ShownInNotebooks
from ._values import Explanation, Facets, Highlight, Offers, Snippet
from ._vocabulary import KINDS, Kind


class _Answer:
    """The C++ result that all hits share. One call reads kind, title and score of all hits."""

    __slots__ = ("core", "pack", "rows")

    pack: PackFile
    core: _landkaart.SearchResult
    rows: tuple[tuple[int, str, float], ...] | None

    def __init__(self, pack: PackFile, core: _landkaart.SearchResult) -> None:
        self.pack = pack
        self.core = core
        self.rows = None

    def row(self, number: int) -> tuple[int, str, float]:
        """The number of the kind, the title and the score of a hit."""
        if self.rows is None:
            self.rows = self.core.hits()
        return self.rows[number]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggestion for a search box: the title of an item, or a word. `item` is None for a word."""

    text: str
    item: Item | None


class Hit:
    """One item in a search result. Equal only to itself, because a score has a meaning within one
    result; compare `hit.item` or `hit.id`.

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
        """The item that matches the query."""
        if self._item is None:
            answer = self._answer
            self._item = make_item(answer.pack, answer.core.item(self._number))
        return self._item

    @property
    def id(self) -> str:
        """The id of the item."""
        return self.item.id

    @property
    def kind(self) -> Kind:
        """The kind of the item."""
        return KINDS[self._answer.row(self._number)[0] - 1]

    @property
    def title(self) -> str:
        """The title of the item."""
        return self._answer.row(self._number)[1]

    @property
    def summary(self) -> str:
        """The summary of the item; empty when absent."""
        return self.item.summary

    @property
    def score(self) -> float:
        """The relevance to the query: a BM25F score, lower when the item lacks words of the query.

        It also depends on the kind of the item, and is raised when the query is the title of the
        item or a word of a long query is at the beginning of the text. Only scores of one search
        result can be compared.
        """
        return self._answer.row(self._number)[2]

    @property
    def snippet(self) -> Snippet:
        """The passage of the summary or body with the most words of the query. The first use reads
        the body."""
        if self._snippet is None:
            text, highlights = self._answer.core.snippet(self._number)
            self._snippet = Snippet(text, tuple(Highlight(*mark) for mark in highlights))
        return self._snippet

    def explain(self) -> tuple[Explanation, ...]:
        """The parts of the score. Their scores add up to the score of the hit.

        Example:
            >>> [(part.word, part.sort) for part in pack.search("regeldruk").hits[0].explain()]
            [('regeldruk', 'typed'), ('regeldruk', 'title')]
        """
        return tuple(Explanation(*word) for word in self._answer.core.explain(self._number))

    def to_dict(self) -> dict[str, Any]:
        """The hit in the shape of `landkaart search --json`."""
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


class SearchResult(Sequence[Hit], ShownInNotebooks):
    """The result of a search: a sequence of its hits, the best first. A slice is a tuple of hits.

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

    def __init__(
        self,
        pack: PackFile,
        query: str,
        core: _landkaart.SearchResult,
        *,
        review_before: datetime.date | None = None,
        page: slice = slice(None),
    ) -> None:
        self._core = core
        self._total: int | None = None
        self._facets: Facets | None = None
        self.query = query
        answer = _Answer(pack, core)
        hits = tuple([Hit(answer, number) for number in range(len(core))])
        if review_before is not None:  # the C++ library has no such filter, so `hits` has all hits
            hits = tuple(
                hit for hit in hits if (hit.item.review_by or review_before) < review_before
            )
            self._count(hits)
            hits = hits[page]
        self.hits = hits

    def _count(self, hits: tuple[Hit, ...]) -> None:
        kinds = Counter(hit.kind for hit in hits)
        themes = Counter(id for hit in hits for id in hit.item.themes.ids)
        self._total = len(hits)
        self._facets = Facets({kind: kinds[kind] for kind in Kind if kinds[kind]}, dict(themes))

    @property
    def total(self) -> int:
        """The number of all matches, also those beyond `limit`. Computing it visits every match."""
        if self._total is None:
            self._total = self._core.total()
        return self._total

    @property
    def facets(self) -> Facets:
        """The number of matches of each kind and in each theme. Computing it visits every match."""
        if self._facets is None:
            kinds, themes = self._core.facets()
            self._facets = Facets({Kind(name): count for name, count in kinds}, dict(themes))
        return self._facets

    @property
    def suggestion(self) -> str | None:
        """The query with misspelt words replaced by similar words of the pack. Phrases, exclusions
        and filters stay as typed. None when there is nothing to replace."""
        return self._core.suggestion()

    @property
    def offers(self) -> Offers:
        """Filters that the query mentions, such as a group size. The search does not apply them."""
        return Offers(*self._core.offers())

    @overload
    def __getitem__(self, index: SupportsIndex, /) -> Hit: ...

    @overload
    def __getitem__(self, index: slice, /) -> tuple[Hit, ...]: ...

    def __getitem__(self, index: SupportsIndex | slice, /) -> Hit | tuple[Hit, ...]:
        return self.hits[index]

    def __len__(self) -> int:
        return len(self.hits)

    def to_dict(self) -> dict[str, Any]:
        """The result in the shape of `landkaart search --json`. It computes every attribute.

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
