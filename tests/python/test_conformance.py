# SPDX-License-Identifier: EUPL-1.2
"""The conformance cases in JSON, run through the Python package: one test for each case."""

import dataclasses
import re
import sys
from collections import Counter
from typing import Any

import pytest
from conftest import TOP

import landkaart
from landkaart import Items, Pack

CASES = TOP / "tests" / "conformance"
sys.path.insert(0, str(CASES))

import expectations  # noqa: E402


def keywords(arguments: dict[str, Any]) -> dict[str, Any]:
    return {key.replace("-", "_"): value for key, value in arguments.items()}


def item(pack: Pack, id: str) -> Any:
    return pack[id].to_dict() if id in pack else None


def body(pack: Pack, id: str, format: str) -> str:
    return str(getattr(pack[id], format))


def items(pack: Pack, **given: Any) -> list[str]:
    try:
        return list(pack.where(**given).ids)
    except landkaart.NotFound:  # the C++ library gives an empty list for an unknown theme
        return []


def counts(pack: Pack) -> dict[str, int]:
    return Counter(item.kind.value for item in pack.values())


def work_forms(pack: Pack, **given: Any) -> list[str]:
    try:
        return list(pack.work_forms.where(**given).ids)
    except landkaart.NotFound:
        return []


def route(pack: Pack, id: str) -> Any:
    try:
        found = pack.route(id)
    except landkaart.NotFound:
        return None
    lists = {
        "topics": found.topics,
        "work-forms": found.work_forms,
        "articles": found.articles,
        "stories": found.stories,
    }
    ids = {key: list(Items(items).ids) for key, items in lists.items()}
    return {"obstacle": found.obstacle.id, "another-way": found.another_way} | ids


def related(pack: Pack, id: str) -> list[dict[str, Any]]:
    return [
        {
            "id": each.item.id,
            "linked": each.linked,
            "through": list(each.through.ids),
            "words": list(each.words),
        }
        for each in pack[id].related
    ]


def pairs(links: tuple[landkaart.Link, ...]) -> list[list[str]]:
    return [[link.type.value, link.item.id] for link in links]


def search(pack: Pack, **given: Any) -> dict[str, Any]:
    try:
        found = pack.search(**given)
    except landkaart.NotFound:
        return {"hits": [], "total": 0}
    snippets = [
        {"text": hit.snippet.text, "highlights": [list(mark) for mark in hit.snippet.highlights]}
        for hit in found
    ]
    kinds = {kind.value: count for kind, count in found.facets.kinds.items()}
    return {
        "hits": [hit.id for hit in found],
        "total": found.total,
        "suggestion": found.suggestion,
        "facets": {"kinds": kinds, "themes": found.facets.themes},
        "snippets": snippets,
    }


def ids(places: tuple[landkaart.Place, ...]) -> list[str]:
    return [place.id for place in places]


def journeys(pack: Pack) -> list[dict[str, Any]]:
    return [
        {"id": each.id, "stops": list(each.stops), "path": [list(point) for point in each.path]}
        for each in pack.map.journeys
    ]


def journey(pack: Pack, **given: str) -> Any:
    ends = (given["id"],) if "id" in given else (given["from"], given["to"])
    found = pack.map.journey(*ends)
    if found is None:
        return None
    path = [[round(x, 2), round(y, 2)] for x, y in found.path]
    return {"id": found.id, "stops": list(found.stops), "path": path}


def svg(pack: Pack, **given: Any) -> dict[str, Any]:
    drawn = pack.map.svg(**given)
    label = re.search('role="group" aria-label="([^"]*)"', drawn)
    return {"links": re.findall('<a href="([^"]*)"', drawn), "label": label and label[1]}


def map_(pack: Pack) -> dict[str, Any]:
    features = [feature["properties"] for feature in pack.map.to_dict()["features"]]
    return {
        "roles": [feature["role"] for feature in features],
        "ids": [feature.get("id") for feature in features],
    }


def manifest(pack: Pack) -> dict[str, Any]:
    return dataclasses.asdict(pack.manifest)


def assets(pack: Pack) -> list[dict[str, Any]]:
    return [
        {"name": name, "media-type": asset.media_type, "bytes": len(asset)}
        for name, asset in pack.assets.items()
    ]


def asset(pack: Pack, name: str, offset: int = 0, length: int = 10**9) -> Any:
    found = pack.assets.get(name)
    if found is None:
        return None
    part = bytes(found.view[offset : offset + length])
    return {"media-type": found.media_type, "text": part.decode()}


def open_(pack: Pack, **arguments: Any) -> Any:
    content = (CASES / "fixture.lkp").read_bytes()
    try:
        landkaart.open(expectations.changed(content, arguments))
    except landkaart.PackError as error:
        return {"error": error.code}
    return None


CALLS = {
    "item": item,
    "body": body,
    "items": items,
    "counts": counts,
    "work-forms": work_forms,
    "route": route,
    "related": related,
    "links": lambda pack, id: pairs(pack[id].links),
    "backlinks": lambda pack, id: pairs(pack[id].backlinks),
    "search": search,
    "locate": lambda pack, x, y: pack.map.locate(x, y),
    "nearest": lambda pack, x, y, count: ids(pack.map.nearest(x, y, count=count)),
    "within": lambda pack, least, greatest: ids(pack.map.within(least, greatest)),
    "journeys": journeys,
    "journey": journey,
    "svg": svg,
    "map": map_,
    "redirects": lambda pack: pack.redirects,
    "manifest": manifest,
    "synonyms": lambda pack: pack.synonyms,
    "assets": assets,
    "asset": asset,
    "open": open_,
}
FROZEN = expectations.cases(sorted((CASES / "cases").glob("*.json")))
SMOKE = expectations.cases([CASES / "smoke.json"])


def agree(case: dict[str, Any], pack: Pack) -> None:
    answer = CALLS[case["call"]](pack, **keywords(case["arguments"]))
    for found, expected in expectations.compared(case["expect"], answer):
        assert found == expected


@pytest.mark.parametrize("case", FROZEN, ids=lambda case: case["name"])
def test_the_fixture_pack_gives_the_expected_answer(case: dict[str, Any], samples: Pack) -> None:
    agree(case, samples)


@pytest.mark.parametrize("case", SMOKE, ids=lambda case: case["name"])
def test_the_default_pack_gives_the_expected_answer(case: dict[str, Any], pack: Pack) -> None:
    agree(case, pack)
