# SPDX-License-Identifier: EUPL-1.2
"""The responses of /v1 to a search query, and its suggestions for a query that is being typed."""

from __future__ import annotations

from collections.abc import Mapping

from ..._search import Hit, SearchResult, Suggestion
from ..._values import Offers
from .._words.kinds import KIND_WORDS, KINDS, PURPOSES
from .view import Answer, JsonObject, View, answer


def search(
    view: View,
    query: str,
    kind: str | None,
    theme: str | None,
    purpose: str | None,
    count: int,
    skipped: int,
) -> Answer:
    """The results of a search, the best first, with the number of matches per kind and theme.

    The counts per kind ignore the filter on kind, and those per theme the filter on theme, so that
    a reader can switch to another kind or theme.
    """

    def found(kind: str | None, theme: str | None, limit: int = 0) -> SearchResult:
        return view.admission.search(
            view.pack,
            query,
            limit=limit,
            offset=skipped if limit else 0,
            kind=KINDS[kind] if kind else None,
            theme=view.pack[theme].id if theme else None,
            purpose=PURPOSES[purpose] if purpose else None,
        )

    hits = found(kind, theme, count)
    kinds = (found(None, theme) if kind else hits).facets.kinds
    themes = (found(kind, None) if theme else hits).facets.themes
    document: JsonObject = {
        "zoekterm": query,
        "totaal": hits.total,
        "resultaten": [_hit(view, hit) for hit in hits],
        "aanbod": _offers(view, hits.offers),
        "facetten": {
            "soorten": _counts({KIND_WORDS[kind]: n for kind, n in kinds.items()}),
            "themas": _counts(themes),
        },
    }
    if hits.suggestion:
        document["suggestie"] = hits.suggestion
    asked = {"zoekterm": query, "soort": kind, "thema": theme, "doel": purpose, "aantal": count}
    document["_links"] = _links(view, asked, hits.total, count, skipped)
    narrowed = kind or theme or purpose
    unanswered = bool(query.strip()) and not hits.total and not narrowed
    return answer(document, private=True, unanswered=unanswered)


def suggestions(view: View, typed: str, count: int) -> Answer:
    """The suggestions that complete a text in a search box."""
    found = view.pack.suggest(typed, limit=count)
    return answer({"resultaten": [_suggestion(view, one) for one in found]}, private=True)


def _hit(view: View, hit: Hit) -> JsonObject:
    marks = [list(mark) for mark in hit.snippet.highlights]
    fragment = {"tekst": hit.snippet.text, "markeringen": marks}
    return view.summary(hit.item) | {"fragment": fragment}


def _counts(counts: Mapping[str, int]) -> list[JsonObject]:
    return [{"waarde": value, "aantal": count} for value, count in counts.items()]


def _offers(view: View, offers: Offers) -> JsonObject:
    named = {"groepsgrootte": offers.group_size, "maximaleDuur": offers.max_minutes}
    offered: JsonObject = {name: value for name, value in named.items() if value is not None}
    if offered:
        page = {"href": view.page("work-forms", **offered)}
        offered["_links"] = {"werkvormen": view.href("/werkvormen", **offered), "pagina": page}
    return offered


def _links(
    view: View, asked: Mapping[str, object], total: int, count: int, skipped: int
) -> JsonObject:
    starts = {"self": skipped}
    if skipped > 0:
        starts["vorige"] = max(0, skipped - count)
    if skipped + count < total:
        starts["volgende"] = skipped + count
    return {
        name: view.href("/zoekresultaten", **asked, vanaf=start) for name, start in starts.items()
    }


def _suggestion(view: View, suggestion: Suggestion) -> JsonObject:
    document: JsonObject = {"tekst": suggestion.text}
    item = suggestion.item
    if item is not None:
        document |= {
            "id": item.id,
            "soort": KIND_WORDS[item.kind],
            "_links": view.links(item),
        }
    return document
