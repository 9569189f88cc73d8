# SPDX-License-Identifier: EUPL-1.2
"""Map: the items of a pack on a drawn map, with territories, places, hazards, roads and
journeys."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, Literal, TypedDict, Unpack, cast

from . import _landkaart
from ._arguments import count as whole_count
from ._arguments import invalid, number, text, wrong_type
from ._filters import HasId, id_of
from ._shown import ShownInNotebooks
from ._values import JourneyPath, Place, Point, Territory

_PALETTES = ("light", "dark", "print")


class _Drawing(TypedDict, total=False):
    """The options of every drawing; the docstring of `Map.svg` describes them."""

    base_url: str
    highlight: HasId | str | None
    selected: Iterable[HasId | str]
    heading: str
    language: str
    id_prefix: str


def _draw(
    core: _landkaart.Map,
    embedded: bool,
    with_list: bool,
    palette: int,
    *,
    base_url: str = "",
    highlight: HasId | str | None = None,
    selected: Iterable[HasId | str] = (),
    heading: str = "",
    language: str = "",
    id_prefix: str = "landkaart",
) -> str:
    if isinstance(selected, str) or not isinstance(selected, Iterable):
        raise wrong_type("selected", "a list of items", selected)
    return core.draw(
        bool(embedded),
        with_list,
        palette,
        text("language", language),
        text("base_url", base_url),
        text("heading", heading),
        "" if highlight is None else id_of("highlight", highlight),
        [id_of("each element of selected", item) for item in selected],
        text("id_prefix", id_prefix),
    )


def _corner(name: str, value: object) -> tuple[float, float]:
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) != 2:
        raise wrong_type(name, "a pair of numbers", value)
    return number(f"x of {name}", value[0]), number(f"y of {name}", value[1])


def _points(line: tuple[tuple[float, float], ...]) -> tuple[Point, ...]:
    return tuple(Point(*point) for point in line)


def _places(places: tuple[tuple[str, tuple[float, float]], ...]) -> tuple[Place, ...]:
    return tuple(Place(id, Point(*at)) for id, at in places)


class Map(ShownInNotebooks):
    """The map of a pack. Immutable. A pack without a map has an empty one, which is false as a
    bool.

    Coordinates are in the unit of the map; x grows to the right and y downwards.

    Example:
        >>> pack.map.locate(250, 200)
        'paradoxen-publieke-waarden'
        >>> [place.id for place in pack.map.nearest(250, 200, count=1)]
        ['ob-inwoners-versus-raad']
    """

    __slots__ = ("_core",)

    def __init__(self, core: _landkaart.Map) -> None:
        self._core = core

    @property
    def territories(self) -> tuple[Territory, ...]:
        """The territories, each with the id of its theme and its outline."""
        return tuple(Territory(id, _points(line)) for id, line in self._core.territories())

    @property
    def places(self) -> tuple[Place, ...]:
        """The items on the map, except obstacles, each with its point."""
        return _places(self._core.places())

    @property
    def hazards(self) -> tuple[Place, ...]:
        """The obstacles on the map, each with its point."""
        return _places(self._core.hazards())

    @property
    def roads(self) -> tuple[tuple[Point, ...], ...]:
        """The roads, each as the points of a line."""
        return tuple(_points(line) for line in self._core.roads())

    @property
    def journeys(self) -> tuple[JourneyPath, ...]:
        """The journeys of the pack, each as a path over the map."""
        return tuple(
            JourneyPath(id, stops, _points(path)) for id, stops, path in self._core.journeys()
        )

    def locate(self, x: float, y: float) -> str | None:
        """The id of the theme whose territory holds a point; None outside all territories.

        Args:
            x: The x coordinate of the point.
            y: The y coordinate of the point.
        """
        return self._core.locate(number("x", x), number("y", y))

    def nearest(self, x: float, y: float, *, count: int = 1) -> tuple[Place, ...]:
        """The places and hazards nearest to a point, the nearest first.

        Args:
            x: The x coordinate of the point.
            y: The y coordinate of the point.
            count: The largest number of places to return.
        """
        return _places(
            self._core.nearest(number("x", x), number("y", y), whole_count("count", count))
        )

    def within(
        self, least: tuple[float, float], greatest: tuple[float, float]
    ) -> tuple[Place, ...]:
        """The places and hazards in a rectangle, in the order of the map. Its edges are included.

        Args:
            least: The corner with the smallest x and y.
            greatest: The corner with the largest x and y.
        """
        return _places(self._core.within(*_corner("least", least), *_corner("greatest", greatest)))

    def journey(self, item: HasId | str, to: HasId | str | None = None) -> JourneyPath | None:
        """The path of a journey, of the route of an obstacle, or between two places.

        Args:
            item: A journey or an obstacle; with `to`, the place where the path starts. An id is
                accepted too.
            to: The place where the path ends, or its id. The path then follows the roads, unless
                they make a long detour.

        Returns:
            None when the item is no journey or obstacle, or one of the two places is not on the
            map.

        Example:
            >>> pack.map.journey("ob-regeldruk").stops[1]
            'kv-regeldruk'
            >>> len(pack.map.journey("kv-regeldruk", "si-niveau").path) >= 2
            True
        """
        if to is None:
            found = self._core.journey(id_of("item", item))
        else:
            found = self._core.journey_between(id_of("item", item), id_of("to", to))
        if found is None:
            return None
        id, stops, path = found
        return JourneyPath(id, stops, _points(path))

    def svg(
        self,
        *,
        embedded: bool = False,
        palette: Literal["light", "dark", "print"] = "light",
        **drawing: Unpack[_Drawing],
    ) -> str:
        """The map as an SVG document, in which places and territories are links.

        Args:
            embedded: Draw with class names, which the `stylesheet` of the page colours, instead of
                with colours in the drawing itself.
            palette: The colours of a drawing that is not embedded: "light", "dark" or "print".
            drawing: Any of these options, by name.
                base_url: The text before the id of an item in the address of its link.
                highlight: A journey or obstacle, whose path is drawn with numbered stops.
                selected: Items that are marked as selected.
                heading: The accessible name of the drawing; the title of the pack when empty.
                language: The language of the words that the drawing adds, a BCP 47 tag; that of the
                    pack when empty.
                id_prefix: The prefix of element ids; default "landkaart". Two drawings in one page
                    require different prefixes.

        Raises:
            InvalidArgument: The palette does not exist.

        Example:
            >>> pack.map.svg(base_url="/landkaart/").startswith("<svg")
            True
        """
        if palette not in _PALETTES:
            raise invalid(f"palette must be one of {', '.join(_PALETTES)}, not {palette!r}")
        return _draw(self._core, embedded, False, _PALETTES.index(palette), **drawing)

    def html(self, **drawing: Unpack[_Drawing]) -> str:
        """The embedded drawing as HTML, with a list of the same links beside it.

        The page must include the `stylesheet`. Where the drawing is narrow, it shows numbers
        instead of labels, and the list explains the numbers.

        Args:
            drawing: The options of `svg`, except `embedded` and `palette`.

        Example:
            >>> "<svg" in pack.map.html() and "<li" in pack.map.html()
            True
        """
        return _draw(self._core, True, True, 0, **drawing)

    @staticmethod
    def stylesheet() -> str:
        """The CSS of embedded drawings. A page with such a drawing must include it."""
        return _landkaart.map_stylesheet()

    def to_dict(self) -> dict[str, Any]:
        """The map as a GeoJSON FeatureCollection in plane coordinates, for other drawing programs.

        Example:
            >>> pack.map.to_dict()["type"]
            'FeatureCollection'
        """
        return cast("dict[str, Any]", json.loads(self._core.geojson()))

    def __bool__(self) -> bool:
        return bool(self._core.territories() or self._core.places())

    def __repr__(self) -> str:
        return (
            f"Map(territories={len(self._core.territories())}, places={len(self._core.places())}, "
            f"hazards={len(self._core.hazards())}, journeys={len(self._core.journeys())})"
        )
