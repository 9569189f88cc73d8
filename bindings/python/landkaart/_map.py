# SPDX-License-Identifier: EUPL-1.2
"""The material as a drawing: territories, places, hazards, roads, and journeys over them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Literal, TypedDict, cast

from . import _landkaart
from ._errors import ErrorCode, InvalidArgument
from ._item import Item, id_of
from ._values import JourneyPath, Place, Point, Territory

if TYPE_CHECKING:
    from typing_extensions import Unpack

_PALETTES = ("light", "dark", "print")


class _Drawing(TypedDict, total=False):
    """What can be asked of every drawing; `Map.svg` says what each of these is."""

    base_url: str
    highlight: Item | str | None
    selected: Iterable[Item | str]
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
    highlight: Item | str | None = None,
    selected: Iterable[Item | str] = (),
    heading: str = "",
    language: str = "",
    id_prefix: str = "landkaart",
) -> str:
    ids = [id_of(item) for item in selected]
    path = id_of(highlight)
    return core.draw(
        embedded, with_list, palette, language, base_url, heading, path, ids, id_prefix
    )


def _points(line: tuple[tuple[float, float], ...]) -> tuple[Point, ...]:
    return tuple(Point(*point) for point in line)


def _places(places: tuple[tuple[str, tuple[float, float]], ...]) -> tuple[Place, ...]:
    return tuple(Place(id, Point(*at)) for id, at in places)


class Map:
    """The map of a pack: immutable, and empty when the pack has none.

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
        """The lands, each the id of a theme with its outline."""
        return tuple(Territory(id, _points(line)) for id, line in self._core.territories())

    @property
    def places(self) -> tuple[Place, ...]:
        """The items at a point that are no obstacles."""
        return _places(self._core.places())

    @property
    def hazards(self) -> tuple[Place, ...]:
        """The obstacles at a point."""
        return _places(self._core.hazards())

    @property
    def roads(self) -> tuple[tuple[Point, ...], ...]:
        """Each road as a line."""
        return tuple(_points(line) for line in self._core.roads())

    @property
    def journeys(self) -> tuple[JourneyPath, ...]:
        """The journeys of the pack, as paths over the map."""
        return tuple(
            JourneyPath(id, stops, _points(path)) for id, stops, path in self._core.journeys()
        )

    def locate(self, x: float, y: float) -> str | None:
        """The id of the territory at a point; None at sea.

        Args:
            x: To the right, in the map's own unit.
            y: Down, likewise.
        """
        return self._core.locate(x, y)

    def nearest(self, x: float, y: float, *, count: int = 1) -> tuple[Place, ...]:
        """The places and hazards nearest to a point, nearest first.

        Args:
            x: To the right, in the map's own unit.
            y: Down, likewise.
            count: How many at most.
        """
        return _places(self._core.nearest(x, y, max(count, 0)))

    def within(
        self, least: tuple[float, float], greatest: tuple[float, float]
    ) -> tuple[Place, ...]:
        """The places and hazards in a box, in the order of the map.

        Args:
            least: The corner with the least x and y.
            greatest: The corner with the greatest x and y; both are included.
        """
        return _places(self._core.within(*least, *greatest))

    def journey(self, item: Item | str, to: Item | str | None = None) -> JourneyPath | None:
        """The path of a journey, from an obstacle along what helps, or between two places.

        Args:
            item: A journey or an obstacle, or the place where to start; or the id of one.
            to: The place where to end, or its id; the path then follows the roads.

        Returns:
            None when there is no such path.

        Example:
            >>> pack.map.journey("ob-regeldruk").stops[1]
            'kv-regeldruk'
            >>> len(pack.map.journey("kv-regeldruk", "si-niveau").path) >= 2
            True
        """
        if to is None:
            found = self._core.journey(id_of(item))
        else:
            found = self._core.journey_between(id_of(item), id_of(to))
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
        """The map as an SVG document with a real link for each place.

        Args:
            embedded: For a page that has the `stylesheet`: classes instead of colours of its own.
            palette: "light", "dark" or "print", of a drawing that stands on its own.
            drawing: Any of these, by name.
                base_url: What comes before the id of an item in its link.
                highlight: A journey or obstacle, drawn as a path with numbered stops.
                selected: Items shown as selected.
                heading: The accessible name; the pack's title when empty.
                language: A BCP 47 tag, of the drawing's own words; the pack's when empty.
                id_prefix: Two drawings in one page need different ones; "landkaart" otherwise.

        Raises:
            InvalidArgument: There is no such palette.

        Example:
            >>> pack.map.svg(base_url="/landkaart/").startswith("<svg")
            True
        """
        if palette not in _PALETTES:
            raise InvalidArgument(
                f"palette is one of {', '.join(_PALETTES)}, not {palette!r}",
                ErrorCode.INVALID_ARGUMENT,
            )
        return _draw(self._core, embedded, False, _PALETTES.index(palette), **drawing)

    def html(self, **drawing: Unpack[_Drawing]) -> str:
        """The embedded drawing with the list of the same links beside it, for a page that has the
        `stylesheet`; on a narrow screen the list takes over.

        Args:
            drawing: As those of `svg`.

        Example:
            >>> "<svg" in pack.map.html() and "<li" in pack.map.html()
            True
        """
        return _draw(self._core, True, True, 0, **drawing)

    @staticmethod
    def stylesheet() -> str:
        """The stylesheet of embedded drawings; serve it with the page."""
        return _landkaart.map_stylesheet()

    def to_dict(self) -> dict[str, Any]:
        """The whole map as GeoJSON in plane coordinates, for any drawing library.

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

    def _repr_html_(self) -> str:
        return self.svg(base_url="#")
