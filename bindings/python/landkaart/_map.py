# SPDX-License-Identifier: EUPL-1.2
"""The material as a drawing: territories, places, hazards, roads, and journeys over them."""

from __future__ import annotations

import json
from typing import Any, cast

from . import _landkaart
from ._values import JourneyPath, Place, Point, Territory


def _points(line: tuple[tuple[float, float], ...]) -> tuple[Point, ...]:
    return tuple(Point(*point) for point in line)


def _places(places: tuple[tuple[str, tuple[float, float]], ...]) -> tuple[Place, ...]:
    return tuple(Place(id, Point(*at)) for id, at in places)


class Map:
    """The map of a pack: immutable, and empty when the pack has none.

    Example:
        >>> pack.map.locate(250, 200)
        'paradoxen-publieke-waarden'
        >>> pack.map.nearest(250, 200, count=1)[0].id
        'pw-effectief-efficient'
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
