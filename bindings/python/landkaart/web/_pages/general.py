# SPDX-License-Identifier: EUPL-1.2
"""The pages that are no item: home, map, lists, terms, about, and that there is no such page."""

from __future__ import annotations

import difflib
import itertools

from ..._item import Item
from ..._items import Items
from ..._vocabulary import Kind
from .._addresses import LISTS
from .page import Page, Visit
from .structured_data import collection, describe, term_set, website
from .titles import by_letter

_MOST_COMPARED = 2000  # ids that a mistyped one is compared with
_MOST_SUGGESTED = 6
_LONGEST = 80  # characters of what was looked for


def home(visit: Visit) -> Page:
    """Where somebody begins."""
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
    """The map with its list; `route` names a journey or obstacle whose path is drawn."""
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
    """All items of a kind, by theme when that helps."""
    kind = LISTS[name]
    items, pages = visit.part(visit.pack.select(kind=kind), name)
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
    """Groups by first theme; one group without a theme when there is little to divide."""
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
    """All terms, by letter."""
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
    """What this map is, and who stands behind it."""
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
    """There is no such page, and what may have been meant."""
    folder, _, last = path.rstrip("/")[-_LONGEST:].rpartition("/")
    wanted = last or folder
    term = " ".join(part for part in wanted.replace("-", " ").split() if part.isprintable())
    return Page(
        "not-found",
        visit.words["not-found.title"],
        data={"suggestions": _suggestions(visit, wanted, term), "term": term},
        description=visit.words["not-found.text"],
        indexed=False,
        status=404,
    )


def not_allowed(visit: Visit) -> Page:
    """Pages can be read, and nothing else."""
    return Page(
        "not-found",
        visit.words["not-allowed.title"],
        data={"suggestions": Items(), "term": ""},
        description=visit.words["not-allowed.text"],
        indexed=False,
        status=405,
    )


def _suggestions(visit: Visit, wanted: str, term: str) -> Items[Item]:
    """Items whose id is like what was wanted, then what a search for its words finds."""
    pack = visit.pack
    found: dict[str, Item] = {}
    if len(pack) <= _MOST_COMPARED:
        near = difflib.get_close_matches(wanted.lower(), pack, n=3, cutoff=0.7)
        found = {id: pack[id] for id in near}
    for hit in pack.search(term, limit=_MOST_SUGGESTED):
        found.setdefault(hit.id, hit.item)
    return Items(itertools.islice(found.values(), _MOST_SUGGESTED))
