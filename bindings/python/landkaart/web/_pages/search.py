# SPDX-License-Identifier: EUPL-1.2
"""The search page: results with snippets, a corrected query, and filters by kind and theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ..._items import Item, Items, Obstacle, Theme
from ..._search import Hit, SearchResult
from ..._values import Facets
from ..._vocabulary import Kind, Purpose
from .._words.kinds import KIND_WORDS, KINDS, PURPOSES
from .page import Page, Visit
from .pager import Pager, page_number, pager
from .titles import titles_by_letter

_PER_PAGE = 10


@dataclass(frozen=True)
class Search:
    """The data of the template of the search page.

    Attributes:
        query: The query as typed.
        total: The number of all results.
        hits: The results on this page.
        kinds: The filters by kind: the kind, its number of results, the address of the search with
            this filter (without it when it is in use), and whether it is in use.
        themes: The filters by theme, in the same form.
        suggestion: The query with spelling mistakes corrected; None when there is nothing to
            correct.
        offers: Filters for the finder of work forms that the query mentions, by query key.
        pages: The position of this page among the others.
        everywhere: The address of the search without filters, when the filters leave no results;
            otherwise "".
        obstacles: The obstacles, shown when there is no query or no result; otherwise empty.
    """

    query: str
    total: int
    hits: tuple[Hit, ...]
    kinds: list[tuple[str, int, str, bool]]
    themes: list[tuple[Item, int, str, bool]]
    suggestion: str | None
    offers: Mapping[str, int]
    pages: Pager
    everywhere: str
    obstacles: Items[Obstacle]


@dataclass(frozen=True)
class _Question:
    """The query and the filters of a search. An unknown kind, theme or purpose is ignored."""

    text: str
    kind: Kind | None
    theme: str
    purpose: Purpose | None
    page: int

    @classmethod
    def of(cls, visit: Visit) -> _Question:
        query = visit.query
        theme = visit.pack.get(query.text("thema"))
        return cls(
            query.text("zoekterm"),
            KINDS.get(query.text("soort")),
            theme.id if isinstance(theme, Theme) else "",
            PURPOSES.get(query.text("doel")),
            page_number(query),
        )

    @property
    def is_narrowed(self) -> bool:
        return bool(self.kind or self.theme or self.purpose)

    def asked(self, visit: Visit, **instead: Any) -> SearchResult:
        asked = {"kind": self.kind, "theme": self.theme or None, "purpose": self.purpose}
        offset = (self.page - 1) * _PER_PAGE
        options = {**asked, "limit": _PER_PAGE, "offset": offset, **instead}
        return visit.admission.search(visit.pack, self.text, **options)

    def address(self, visit: Visit, **instead: object) -> str:
        asked = {
            "zoekterm": self.text,
            "soort": KIND_WORDS[self.kind] if self.kind else "",
            "thema": self.theme,
            "doel": visit.query.text("doel") if self.purpose else "",
        }
        return visit.address("search", **{**asked, **instead})


def search_page(visit: Visit) -> Page:
    """The page with the results of a search; without a query it shows the obstacles.

    With settings.static it lists all titles instead, because files cannot answer a search.
    """
    if visit.settings.static:
        return _all_titles(visit)
    question = _Question.of(visit)
    words = visit.words
    search = _search(visit, question) if question.text else _nothing_asked(visit)
    title = words["search.title"]
    if question.text:
        title = words["search.title-for"].format(query=question.text)
    address = visit.public("search", zoekterm=question.text)
    return Page(
        "search",
        title,
        address,
        data={"search": search},
        qualifier=visit.page_in_words(search.pages),
        subject={"@type": "SearchResultsPage", "url": address, "name": title},
        indexed=False,
        unanswered="" if search.total or question.is_narrowed else question.text,
    )


def _all_titles(visit: Visit) -> Page:
    title, address = visit.words["all-titles.title"], visit.public("search")
    return Page(
        "search",
        title,
        address,
        template="all-titles",
        data={"letters": titles_by_letter(visit.pack)},
        subject={"@type": "CollectionPage", "url": address, "name": title},
        indexed=False,
    )


def _search(visit: Visit, question: _Question) -> Search:
    found = question.asked(visit)
    pages = pager(
        question.page, found.total, _PER_PAGE, lambda page: question.address(visit, pagina=page)
    )
    if pages.number < question.page:
        return _search(visit, replace(question, page=pages.number))
    # The counts per kind ignore the filter on kind, and those per theme the filter on theme, so
    # that a reader can switch to another kind or theme.
    by_kind = question.asked(visit, kind=None) if question.kind else found
    by_theme = question.asked(visit, theme=None) if question.theme else found
    offers = found.offers
    offered = {"groepsgrootte": offers.group_size, "maximaleDuur": offers.max_minutes}
    lost = question.is_narrowed and not found.hits
    return Search(
        query=question.text,
        total=found.total,
        hits=found.hits,
        kinds=_kinds(visit, question, by_kind.facets),
        themes=_themes(visit, question, by_theme.facets),
        suggestion=found.suggestion,
        offers={key: value for key, value in offered.items() if value is not None},
        pages=pages,
        everywhere=visit.address("search", zoekterm=question.text) if lost else "",
        obstacles=visit.pack.obstacles if not found.hits else Items(),
    )


def _kinds(visit: Visit, question: _Question, facets: Facets) -> list[tuple[str, int, str, bool]]:
    return [
        (kind.value, n, *_choice(visit, question, "soort", KIND_WORDS[kind], kind is question.kind))
        for kind, n in facets.kinds.items()
    ]


def _themes(visit: Visit, question: _Question, facets: Facets) -> list[tuple[Item, int, str, bool]]:
    return [
        (visit.pack[id], n, *_choice(visit, question, "thema", id, id == question.theme))
        for id, n in facets.themes.items()
    ]


def _choice(
    visit: Visit, question: _Question, key: str, value: str, chosen: bool
) -> tuple[str, bool]:
    """The address of the search with a filter, or without it when it is in use; and whether it is
    in use."""
    return question.address(visit, **{key: "" if chosen else value}), chosen


def _nothing_asked(visit: Visit) -> Search:
    return Search("", 0, (), [], [], None, {}, Pager(1, 1, "", ""), "", visit.pack.obstacles)
