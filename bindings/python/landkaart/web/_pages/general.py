# SPDX-License-Identifier: EUPL-1.2
"""The pages that are not about one item: home, the map, lists, terms, about, and errors."""

from __future__ import annotations

import difflib
import itertools

from ..._items import Item, Items
from ..._vocabulary import Kind
from .._addresses import LISTS
from .._http.admission import Overloaded
from .page import Page, Visit
from .structured_data import collection, describe, term_set, website
from .titles import by_letter

_MAX_COMPARED = 2000  # in a larger pack an unknown id is not compared with all ids: that is slow
_MAX_SUGGESTED = 6
_MAX_LENGTH = 80  # characters; only the end of a longer unknown path is used for suggestions


def home(visit: Visit) -> Page:
    """The home page."""
    pack = visit.pack
    data = {
        "map": visit.drawing(with_list=True) if pack.map else "",
        "themes": pack.themes,
        "obstacles": pack.obstacles,
        "journeys": pack.journeys,
        "videos": pack.videos,
    }
    return Page(
        "home",
        visit.settings.title,
        visit.public("home"),
        data=data,
        description=pack.manifest.description,
        subject=website(pack.manifest, visit.settings.title, visit.public),
    )


def map_page(visit: Visit) -> Page:
    """The page with the map. The query value "route", the id of a journey or obstacle, draws a
    path."""
    pack, words = visit.pack, visit.words
    asked = pack.get(visit.query.text("route"))
    shown = asked if asked is not None and asked.kind in (Kind.JOURNEY, Kind.OBSTACLE) else None
    title, address = words["map.title"], visit.public("map")
    drawing = visit.drawing(shown, with_list=True) if pack.map else ""
    return Page(
        "map",
        title,
        address,
        data={"map": drawing, "themes": pack.themes},
        description=words["map.text"],
        subject=collection(["CollectionPage", "Map"], title, address, pack.themes, visit.public),
    )


def list_page(visit: Visit, name: str) -> Page:
    """One page of the list of items of a kind. The items are grouped by theme, except themes and
    journeys."""
    kind = LISTS[name]
    items, pages = visit.part(visit.edition.listed(kind), name)
    title = visit.words[f"kinds.{kind.value}"]
    address = visit.public(name, pagina=pages.asked)
    return Page(
        name,
        title,
        address,
        template="list",
        data={"kind": name, "groups": _by_theme(visit, kind, items), "pages": pages},
        description=visit.words[f"about-kind.{kind.value}"],
        qualifier=visit.page_in_words(pages),
        subject=collection("CollectionPage", title, address, items, visit.public),
    )


def _by_theme(
    visit: Visit, kind: Kind, items: Items[Item]
) -> list[tuple[Item | None, Items[Item]]]:
    """Groups items by their first theme, in the order of the themes. Items without a theme come
    last. Themes and journeys form a single group."""
    if kind in (Kind.THEME, Kind.JOURNEY):
        return [(None, items)]
    groups: dict[str, list[Item]] = {theme.id: [] for theme in visit.pack.themes}
    without: list[Item] = []
    for item in items:
        themes = item.themes
        (groups[themes[0].id] if themes else without).append(item)
    found: list[tuple[Item | None, Items[Item]]] = [
        (visit.pack[id], Items(group)) for id, group in groups.items() if group
    ]
    return found + ([(None, Items(without))] if without else [])


def terms(visit: Visit) -> Page:
    """One page of the list of terms, grouped by first letter."""
    ordered = [term for _, group in by_letter(visit.pack.terms, _title) for term in group]
    items, pages = visit.part(ordered, "terms")
    title = visit.words["kinds.term"]
    address = visit.public("terms", pagina=pages.asked)
    return Page(
        "terms",
        title,
        address,
        data={"letters": by_letter(items, _title), "pages": pages},
        description=visit.words["about-kind.term"],
        qualifier=visit.page_in_words(pages),
        subject=term_set(title, address, items, visit.public),
    )


def _title(item: Item) -> str:
    return item.title


def about(visit: Visit) -> Page:
    """The page about the pack and its publisher."""
    item = visit.pack.get(visit.settings.about)
    title, address = visit.words["about.title"], visit.public("about")
    manifest = visit.pack.manifest
    page = {
        "@type": "AboutPage",
        "url": address,
        "name": title,
        "about": website(manifest, visit.settings.title, visit.public),
    }
    return Page(
        "about",
        title,
        address,
        data={"item": item},
        description=manifest.description,
        subject={**page, "mainEntity": describe(item, visit.public)} if item else page,
    )


def not_found(visit: Visit, path: str) -> Page:
    """The page for an unknown address (404), with suggestions of similar items."""
    folder, _, last = path.rstrip("/")[-_MAX_LENGTH:].rpartition("/")
    wanted = last or folder
    term = " ".join(part for part in wanted.replace("-", " ").split() if part.isprintable())
    title, text = visit.words["not-found.title"], visit.words["not-found.text"]
    return _refusal(404, title, text, _suggestions(visit, wanted, term), term)


def not_allowed(visit: Visit) -> Page:
    """The page for a method other than GET and HEAD (405)."""
    return _refusal(405, visit.words["not-allowed.title"], visit.words["not-allowed.text"])


def overloaded(visit: Visit) -> Page:
    """The page for a search that was not made, because too many others wait (503)."""
    return _refusal(503, visit.words["overloaded.title"], visit.words["overloaded.text"])


def _refusal(
    status: int, title: str, text: str, suggestions: Items[Item] | None = None, term: str = ""
) -> Page:
    """A page that says why the page that was asked for is not shown.

    Args:
        status: The status of the response.
        title: The title of the page.
        text: The reason, for the metadata of the page.
        suggestions: Items to which the page has links.
        term: What the field for a search holds.
    """
    return Page(
        "not-found",
        title,
        data={"suggestions": suggestions or Items(), "term": term},
        description=text,
        indexed=False,
        status=status,
    )


def _suggestions(visit: Visit, wanted: str, term: str) -> Items[Item]:
    """At most six items: first those with a similar id, then the results of a search. No items when
    too many searches wait.

    Args:
        visit: The request.
        wanted: The last part of the unknown path.
        term: The words of that part, to search for.
    """
    pack = visit.pack
    found: dict[str, Item] = {}
    try:
        with visit.admission.turn():
            if len(pack) <= _MAX_COMPARED:
                near = difflib.get_close_matches(wanted.lower(), pack, n=3, cutoff=0.7)
                found = {id: pack[id] for id in near}
            for hit in visit.admission.search(pack, term, limit=_MAX_SUGGESTED):
                found.setdefault(hit.id, hit.item)
    except Overloaded:
        return Items()
    return Items(itertools.islice(found.values(), _MAX_SUGGESTED))
