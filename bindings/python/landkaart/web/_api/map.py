# SPDX-License-Identifier: EUPL-1.2
"""The responses of /v1 about the map: its data, a drawing, and the stylesheet of the drawing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, cast

from ..._items import Item
from ..._map import Map
from ..._values import Point
from .._addresses import linked
from .._words.kinds import KIND_WORDS
from .view import Answer, JsonObject, View, answer

SVG = "image/svg+xml"
CSS = "text/css"
_PALETTES = {"licht": "light", "donker": "dark", "druk": "print"}
_LISTED = re.compile(r'<li><a href="item:([^"]+)"')


def map_data(view: View, route: str | None) -> Answer:
    """The places of the map as data, in the reading order of the drawing. The stops of a route get
    their number.

    Args:
        view: The pack.
        route: The id of an obstacle or journey; None for no route.
    """
    drawn = view.pack.map
    path = drawn.journey(route) if route else None
    stops = path.stops if path else ()
    outlines = {land.id: land.outline for land in drawn.territories}
    points = {place.id: place.at for place in (*drawn.places, *drawn.hazards)}
    places = []
    for id in _LISTED.findall(drawn.html(base_url="item:")):
        place = _named(view, view.pack[id])
        if id in outlines:
            place["omtrek"] = _line(outlines[id])
        else:
            place["punt"] = list(points[id])
            land = drawn.locate(*points[id])
            if land:
                place["thema"] = land
        if id in stops:
            place["nummer"] = stops.index(id) + 1
        places.append(place)
    return answer(
        {
            "titel": view.pack.manifest.title,
            "plaatsen": places,
            "reizen": _journeys(view),
            "_links": {"self": view.href("/kaart"), "pagina": {"href": view.page("map")}},
        },
        varies="Accept",
    )


def map_drawing(
    view: View, language: str, route: str | None, chosen: Sequence[str], colours: str
) -> Answer:
    """The map as SVG, with links to the pages of the portal."""
    pack = view.pack
    drawn = pack.map.svg(
        base_url="item:",
        embedded=colours not in _PALETTES,
        palette=cast("Literal['light', 'dark', 'print']", _PALETTES.get(colours, "light")),
        highlight=pack.get(route) if route else None,
        selected=chosen,
        language=language,
    )
    return answer(linked(drawn, pack, view.page), f"{SVG}; charset=utf-8", varies="Accept")


def map_stylesheet(view: View) -> Answer:
    """The stylesheet that a page with a drawing with class names needs."""
    return answer(Map.stylesheet(), f"{CSS}; charset=utf-8", varies="Accept")


def _named(view: View, item: Item) -> JsonObject:
    return {
        "id": item.id,
        "soort": KIND_WORDS[item.kind],
        "titel": item.title,
        "_links": view.links(item),
    }


def _journeys(view: View) -> list[JsonObject]:
    journeys = []
    for path in view.pack.map.journeys:
        item = view.pack[path.id]
        journeys.append(
            {
                "id": path.id,
                "titel": item.title,
                "haltes": list(path.stops),
                "punten": _line(path.path),
                "_links": view.links(item),
            }
        )
    return journeys


def _line(points: Sequence[Point]) -> list[list[float]]:
    return [list(point) for point in points]
