# SPDX-License-Identifier: EUPL-1.2
"""Hostile packs whose maps and journeys make a drawing expensive."""

import json
import random

from pack_maker import deflated, grouped, link_section, links, pack, step
from registry import hostile

STOPS = 10  # the type of a link from a journey to a stop
DRAWN = "map --pack {pack} -o {folder}/map.svg"


def feature(role: str, form: str, coordinates, **properties) -> dict:
    return {
        "type": "Feature",
        "geometry": {"type": form, "coordinates": coordinates},
        "properties": {"role": role, **properties},
    }


def place(x: float, y: float, id: str = "p") -> dict:
    return feature("place", "Point", [x, y], id=id)


def land(id: str = "l") -> dict:
    outline = [[0, 0], [900, 0], [900, 600], [0, 600], [0, 0]]
    return feature("territory", "Polygon", [outline], id=id)


def roads(count: int, points: int) -> list[dict]:
    """Roads between points that a fixed seed chooses."""
    dice = random.Random(1)
    return [
        feature(
            "road",
            "LineString",
            [[dice.randrange(1000), dice.randrange(1000)] for _ in range(points)],
        )
        for _ in range(count)
    ]


def with_map(items: list[dict], features: list[dict], link: bytes = b"") -> bytes:
    collection = {"type": "FeatureCollection", "features": features}
    content = json.dumps(collection, separators=(",", ":")).encode()
    return pack(items, replaced={"map ": deflated(content), "link": link})


def journey_of(stops: int, stop_id: str = "p") -> tuple[list[dict], bytes]:
    """A topic and a journey that stops at the topic again and again."""
    items = [{"id": stop_id, "kind": "topic"}, {"id": "j", "kind": "journey"}]
    return items, grouped([links(), links((STOPS, stops, step(1, 0) * stops))])


@hostile(
    "map --pack {pack} --highlight j -o {folder}/map.svg",
    refused="an item has more than 16384 links",
)
def journey_has_many_stops():
    """A journey of 500,000 stops at one place."""
    items, link = journey_of(500_000)
    return with_map(items, [place(1, 2)], link)


@hostile(DRAWN, refused="a key of a dictionary has more than 128 bytes")
def journey_repeats_a_long_id():
    """A journey of 8,000 stops at an item with an id of 1 MB."""
    items, link = journey_of(8000, "x" * 1_000_000)
    return pack(items, replaced={"link": link})


@hostile(DRAWN, refused="a title has more than 1024 bytes")
def places_share_a_long_title():
    """4,000 places, all the same item with a title of 4 MB."""
    items = [{"id": "p", "kind": "topic", "title": "x" * 4_000_000}]
    return with_map(items, [place(number % 70, number // 70) for number in range(4000)])


@hostile(DRAWN, refused="a title has more than 1024 bytes")
def titles_have_many_words():
    """A place and a land, each with a title of 2 MB of short words."""
    items = [
        {"id": "l", "kind": "theme", "title": "aa " * 700_000},
        {"id": "p", "kind": "topic", "title": "bb " * 700_000},
    ]
    return with_map(items, [land(), place(100, 100), place(800, 500)])


@hostile(DRAWN, refused="a JSON text has more than 524288 values and names")
def lands_take_all_roads():
    """90 lands and roads of 256,000 points."""
    items = [{"id": "l", "kind": "theme"}, {"id": "p", "kind": "topic"}]
    return with_map(items, [land()] * 90 + [place(1, 1)] + roads(2560, 100))


# ---- packs within the limits of the format


@hostile(DRAWN, "map --pack {pack} --highlight j -o {folder}/map.svg")
def most_road_points():
    """A journey of two stops, and roads of 99,000 points between them."""
    items = [
        {"id": "p", "kind": "topic"},
        {"id": "q", "kind": "topic"},
        {"id": "j", "kind": "journey"},
    ]
    link = link_section(3, [(2, STOPS, 0), (2, STOPS, 1)])
    return with_map(items, [place(100, 100), place(800, 500, "q"), *roads(1980, 50)], link)


@hostile(DRAWN)
def most_lands_and_road_points():
    """90 lands and roads of 130,000 points."""
    items = [{"id": f"l{number:02}", "kind": "theme"} for number in range(90)]
    return with_map(items, [land(f"l{number:02}") for number in range(90)] + roads(1300, 100))


@hostile(DRAWN, "map --pack {pack}")
def most_places():
    """8,192 places, each an item with a title of 1,000 bytes."""
    items = [
        {"id": f"p{number:05}", "kind": "topic", "title": "woord " * 166} for number in range(8_192)
    ]
    dice = random.Random(2)
    return with_map(
        items,
        [place(dice.randrange(1000), dice.randrange(1000), item["id"]) for item in items],
    )


@hostile(DRAWN, "map --pack {pack} --highlight j000 -o {folder}/map.svg")
def most_stops():
    """127 journeys of 1,023 stops, each at the same places."""
    items = [{"id": f"p{number:04}", "kind": "topic"} for number in range(1023)]
    items += [{"id": f"j{number:03}", "kind": "journey"} for number in range(127)]
    written = [(1023 + number, STOPS, stop) for number in range(127) for stop in range(1023)]
    features = [place(n % 32 * 30, n // 32 * 30, f"p{n:04}") for n in range(1023)]
    return with_map(items, features, link_section(len(items), written))
