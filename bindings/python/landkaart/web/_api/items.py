# SPDX-License-Identifier: EUPL-1.2
"""The responses of /v1 about items: lists, one item with all its fields, and the route of an
obstacle."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from ..._items import Item, Obstacle
from ..._vocabulary import Kind, LinkType
from .._addresses import linked
from .._pages.body import with_anchors
from .._pages.structured_data import describe
from .._words.kinds import KIND_FOLDERS, PURPOSES
from .view import Answer, JsonObject, View, answer, compact

JSON_LD = "application/ld+json"
_SCHEMA_ORG = {"@context": "https://schema.org"}

# The Dutch key in /v1 for each key of front matter, except the keys that a summary has already.
_PROPERTIES = {
    "order": "volgorde",
    "tags": "trefwoorden",
    "alternative-titles": "andereTitels",
    "sources": "bronnen",
    "valid-from": "geldigVanaf",
    "review-by": "herzienVoor",
    "translation-of": "vertalingVan",
    "topics": "onderwerpen",
    "obstacles": "obstakels",
    "work-forms": "werkvormen",
    "articles": "artikelen",
    "videos": "videos",
    "stories": "verhalen",
    "terms": "begrippen",
    "related": "verwant",
    "stops": "haltes",
    "steps": "stappen",
    "materials": "materialen",
    "when": "wanneer",
    "when-not": "wanneerNiet",
    "online": "online",
    "accessibility": "toegankelijkheid",
    "origin": "herkomst",
    "licence-note": "licentieopmerking",
    "another-way": "andereWeg",
    "file": "bestand",
    "captions": "ondertiteling",
    "poster": "poster",
    "transcript": "transcript",
    "duration": "speelduur",
}


def list_of_kind(view: View, kind: Kind, theme: str | None, page: int, count: int) -> Answer:
    """One page of the list of items of a kind."""
    items = view.pack.where(kind=kind, theme=_id(view, theme))
    return _page(view, f"/{KIND_FOLDERS[kind]}", items, page, count, thema=theme)


def list_of_work_forms(
    view: View,
    theme: str | None,
    obstacle: str | None,
    purpose: str | None,
    group_size: int | None,
    max_minutes: int | None,
    max_difficulty: int | None,
    page: int,
    count: int,
) -> Answer:
    """One page of the list of work forms that pass every given filter."""
    found = view.pack.work_forms.where(
        theme=_id(view, theme),
        obstacle=_id(view, obstacle),
        purpose=PURPOSES[purpose] if purpose else None,
        group_size=group_size,
        max_minutes=max_minutes,
        max_difficulty=max_difficulty,
    )
    return _page(
        view,
        f"/{KIND_FOLDERS[Kind.WORK_FORM]}",
        found,
        page,
        count,
        thema=theme,
        obstakel=obstacle,
        doel=purpose,
        groepsgrootte=group_size,
        maximaleDuur=max_minutes,
        maximaleMoeilijkheid=max_difficulty,
    )


def whole_item(view: View, id: str) -> Answer:
    """An item with its fields, its body and the items that it links to."""
    item = view.pack[id]
    document = dict(view.summary(item))
    links = document.pop("_links")
    written = item.to_dict()
    for key, name in _PROPERTIES.items():
        if key in written:
            document[name] = _CONVERSIONS.get(key, _as_written)(view, item, written[key])
    own = {key: value for key, value in written.items() if key.startswith("x-")}
    if own:
        document["uitbreidingen"] = own
    document["licentie"] = item.licence
    document["html"] = linked(with_anchors(item), view.pack, view.page)
    return answer(document | {"_links": links}, varies="Accept")


def item_as_json_ld(view: View, id: str) -> Answer:
    """An item as JSON-LD in the vocabulary of schema.org."""
    described = _SCHEMA_ORG | describe(view.pack[id], view.page)
    return answer(compact(described), JSON_LD, varies="Accept")


def route_of(view: View, id: str) -> Answer:
    """The route of an obstacle: the items that help with it."""
    obstacle = view.pack[id]
    assert isinstance(obstacle, Obstacle)
    found = obstacle.route
    here = f"/{KIND_FOLDERS[Kind.OBSTACLE]}/{obstacle.id}/route"
    return answer(
        {
            "obstakel": view.summary(obstacle),
            "onderwerpen": view.summaries(found.topics),
            "werkvormen": view.summaries(found.work_forms),
            "artikelen": view.summaries(found.articles),
            "verhalen": view.summaries(found.stories),
            "andereWeg": found.another_way,
            "_links": view.links(obstacle) | {"self": view.href(here)},
        }
    )


def _id(view: View, id: str | None) -> str | None:
    """The current id for an id that may be an old one; None for None or ""."""
    return view.pack[id].id if id else None


def _page(
    view: View, path: str, items: Sequence[Item], page: int, count: int, **asked: object
) -> Answer:
    last = max(1, -(-len(items) // count))
    numbers = {"self": page, "eerste": 1, "vorige": page - 1, "volgende": page + 1, "laatste": last}
    links = {
        name: view.href(path, **asked, pagina=number, aantal=count)
        for name, number in numbers.items()
        if name == "self" or 1 <= number <= last
    }
    shown = items[(page - 1) * count : page * count]
    return answer({"totaal": len(items), "resultaten": view.summaries(shown), "_links": links})


def _as_written(view: View, item: Item, value: Any) -> Any:
    return value


def _linked_items(type: LinkType) -> Callable[[View, Item, Any], Any]:
    return lambda view, item, value: view.summaries(item.linked(type))


def _steps(view: View, item: Item, value: Any) -> list[JsonObject]:
    names = {"title": "titel", "minutes": "minuten"}
    return [{names[key]: step[key] for key in names if key in step} for step in value]


def _file(view: View, item: Item, value: Any) -> JsonObject:
    return {"href": view.page("asset", name=value)}


_CONVERSIONS: dict[str, Callable[[View, Item, Any], Any]] = {
    **{type.value: _linked_items(type) for type in LinkType if type.value in _PROPERTIES},
    "steps": _steps,
    "file": _file,
    "captions": _file,
    "poster": _file,
}
