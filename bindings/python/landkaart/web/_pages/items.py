# SPDX-License-Identifier: EUPL-1.2
"""The pages of items, the printable sheet of a work form, and the stops of a journey."""

from __future__ import annotations

import functools
from dataclasses import replace

from markupsafe import Markup

from ..._items import Item, Journey, Obstacle, Video, WorkForm
from ..._vocabulary import Kind
from .._http.messages import redirect
from .body import with_anchors, without_route
from .page import Answer, Page, Visit
from .structured_data import describe


def item_page(visit: Visit, id: str, kind: Kind) -> Answer:
    """The page of an item, a redirect to its current address, or None when there is no such
    item."""
    item = visit.pack.get(id) or visit.pack.get(id.lower())
    if item is None:
        return None
    if item.id != id or item.kind is not kind:
        return redirect(visit.address(item))
    return _page_of(visit, item, kind.value, {"item": item, **_particulars(item, visit)})


def sheet(visit: Visit, id: str) -> Answer:
    """The printable sheet of a work form; otherwise as item_page."""
    item = visit.pack.get(id)
    if not isinstance(item, WorkForm):
        return None
    if item.id != id:
        return redirect(visit.address("work-form-sheet", id=item.id))
    page = _page_of(visit, item, "work-form-sheet", {"item": item})
    return replace(
        page,
        title=visit.words["form.sheet"].format(title=item.title),
        qualifier="",
        trail=(*page.trail, (item.title, visit.address(item))),
    )


def stop(visit: Visit, id: str, number: str) -> Answer:
    """One stop of a journey, with links to the previous and the next stop; otherwise as
    item_page."""
    journey, position = visit.pack.get(id), int(number)
    if not isinstance(journey, Journey) or position > len(journey.stops):
        return None
    if journey.id != id:
        return redirect(visit.address("stop", id=journey.id, number=position))
    stops = journey.stops
    item, last = stops[position - 1], len(stops)
    data = {
        "journey": journey,
        "item": item,
        "number": position,
        "last": last,
    }
    where = visit.words["journey.stop"].format(number=position, last=last)
    return replace(
        _page_of(visit, item, "stop", data),
        qualifier=f"{journey.title} - {where}",
        trail=(*visit.above(journey), (journey.title, visit.address(journey))),
    )


def item_redirect(visit: Visit, id: str) -> Answer:
    """A redirect from an address with only an id to the page of the item."""
    item = visit.pack.get(id)
    return redirect(visit.address(item)) if item is not None else None


def _page_of(visit: Visit, item: Item, name: str, data: dict[str, object]) -> Page:
    return Page(
        name,
        item.title,
        visit.public(item),
        data=data,
        description=item.summary,
        qualifier=visit.words[f"kind.{item.kind.value}"],
        trail=visit.above(item),
        subject=describe(item, visit.public),
        item=item,
    )


@functools.singledispatch
def _particulars(item: Item, visit: Visit) -> dict[str, object]:
    """The extra data for the template of this kind of item."""
    return {}


@_particulars.register
def _(item: Obstacle, visit: Visit) -> dict[str, object]:
    route = item.route
    text, told = without_route(with_anchors(item), route.stops.ids)
    return {"route": route, "text": text, "told": told, "map": _path(visit, item)}


@_particulars.register
def _(item: Journey, visit: Visit) -> dict[str, object]:
    return {"map": _path(visit, item)}


@_particulars.register
def _(item: Video, visit: Visit) -> dict[str, object]:
    poster = item.poster
    return {
        "file": visit.address("asset", name=item.file.name),
        "captions": visit.address("asset", name=item.captions.name),
        "poster": visit.address("asset", name=poster.name) if poster else "",
        "media_type": item.file.media_type,
    }


def _path(visit: Visit, item: Item) -> Markup:
    """The map with the path of an obstacle or journey; empty when the map has no such path."""
    path = visit.pack.map.journey(item) if visit.pack.map else None
    return visit.drawing(item) if path is not None and path.path else Markup("")
