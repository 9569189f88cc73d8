# SPDX-License-Identifier: EUPL-1.2
"""Runs the conformance cases with the command line, a test for each case; skips calls that it does not have."""

import json
import os
import subprocess
import tempfile
import unittest
from pathlib import Path
from xml.etree import ElementTree

import expectations

FOLDER = Path(__file__).parent
BIN = os.environ["LANDKAART_BIN"]
FROZEN, DEFAULT = FOLDER / "fixture.lkp", Path(os.environ["LANDKAART_PACK"])
NOT_FOUND = 12


class NoSuchCall(Exception):
    """The command line does not have this call, or not with these arguments."""


def run(*arguments: str | Path) -> subprocess.CompletedProcess:
    return subprocess.run([BIN, *map(str, arguments)], capture_output=True, timeout=60)


def ask(*arguments: str | Path) -> str | None:
    """The output of a command, or None when it exits with the status for "not found"."""
    ran = run(*arguments)
    if ran.returncode == NOT_FOUND:
        return None
    if ran.returncode:
        raise AssertionError(ran.stderr.decode())
    return ran.stdout.decode()


def ask_json(command: str, *arguments: str | Path):
    printed = ask(command, "--json", *arguments)
    return None if printed is None else json.loads(printed)


def options(arguments: dict, *known: str) -> list[str]:
    if unknown := arguments.keys() - set(known):
        raise NoSuchCall(unknown)
    return [word for key, value in arguments.items() for word in (f"--{key}", str(value))]


def ids(items: list[dict]) -> list[str]:
    return [item["id"] for item in items]


def item(pack: Path, arguments: dict):
    return ask_json("show", "--pack", pack, "--", arguments["id"])


def body(pack: Path, arguments: dict):
    if arguments["format"] == "text":  # show prints more than the body
        raise NoSuchCall("text")
    printed = ask("show", "--pack", pack, "--format", arguments["format"], arguments["id"])
    return printed.removesuffix("\n") if arguments["format"] == "html" else printed


def items(pack: Path, arguments: dict):
    return ids(ask_json("list", "--pack", pack, *options(arguments, "kind", "theme"))["items"])


def work_forms(pack: Path, arguments: dict):
    renamed = {("difficulty" if key == "max-difficulty" else key): arguments[key] for key in arguments}
    known = "purpose", "group-size", "max-minutes", "difficulty", "theme", "obstacle"
    return ids(ask_json("work-forms", "--pack", pack, *options(renamed, *known))["items"])


def route(pack: Path, arguments: dict):
    route = ask_json("route", "--pack", pack, arguments["id"])
    if route:
        route["obstacle"] = route["obstacle"]["id"]
        route |= {key: ids(route[key]) for key in ("topics", "work-forms", "articles", "stories")}
    return route


def related(pack: Path, arguments: dict):
    asked = ask_json("related", "--pack", pack, arguments["id"])["related"]
    return [{"id": each["id"]} | each["reason"] for each in asked]


def search(pack: Path, arguments: dict):
    asked = {key: value for key, value in arguments.items() if key != "query"}
    given = options(asked, "kind", "theme", "limit", "match")
    found = ask_json("search", "--pack", pack, *given, "--", arguments["query"])
    facets = found["facets"]
    return found | {
        "hits": ids(found["hits"]),
        "snippets": [hit["snippet"] for hit in found["hits"]],
        "facets": {key: {facet["value"]: facet["count"] for facet in facets[key]} for key in facets},
    }


def map_(pack: Path, _: dict):
    features = [feature["properties"] for feature in ask_json("map", "--pack", pack)["features"]]
    return {
        "roles": [feature["role"] for feature in features],
        "ids": [feature.get("id") for feature in features],
    }


def svg(pack: Path, arguments: dict):
    with tempfile.TemporaryDirectory() as folder:
        drawing = Path(folder) / "map.svg"
        ask("map", "--pack", pack, *options(arguments, "base-url", "heading", "highlight"), "-o", drawing)
        root = ElementTree.parse(drawing).getroot()
    return {"links": [link.get("href") for link in root.iterfind(".//{*}a")], "label": root.get("aria-label")}


def open_(pack: Path, arguments: dict):
    with tempfile.TemporaryDirectory() as folder:
        broken = Path(folder) / "broken.lkp"
        broken.write_bytes(expectations.changed(pack.read_bytes(), arguments))
        ran = run("info", broken)
    return {"error": ran.returncode} if ran.returncode else None


CALLS = {
    "item": item,
    "body": body,
    "items": items,
    "counts": lambda pack, _: ask_json("info", pack)["items"],
    "work-forms": work_forms,
    "route": route,
    "related": related,
    "search": search,
    "map": map_,
    "svg": svg,
    "manifest": lambda pack, _: ask_json("info", pack),
    "open": open_,
}

# The calls that the command line does not have. Without this list, a misspelt call would be left out too.
MISSING_CALLS = {
    *("links", "backlinks", "locate", "nearest", "within", "journeys", "journey"),
    *("redirects", "synonyms", "assets", "asset"),
}


def test_of(case: dict, pack: Path):
    def test(self: unittest.TestCase):
        if case["call"] not in CALLS:
            self.skipTest(f"the command line has no {case['call']}")
        try:
            answer = CALLS[case["call"]](pack, case["arguments"])
        except NoSuchCall as missing:
            self.skipTest(f"the command line has no {case['call']} with {missing}")
        for found, expected in expectations.compared(case["expect"], answer):
            self.assertEqual(found, expected)

    return test


def test_case(files: list[Path], pack: Path) -> type[unittest.TestCase]:
    tests = {f"test_{case['name']}": test_of(case, pack) for case in expectations.cases(files)}
    return type("Cases", (unittest.TestCase,), tests)


Case = test_case(sorted(FOLDER.glob("cases/*.json")), FROZEN)
Smoke = test_case([FOLDER / "smoke.json"], DEFAULT)


class Calls(unittest.TestCase):
    def test_every_case_makes_a_known_call(self):
        cases = expectations.cases([*sorted(FOLDER.glob("cases/*.json")), FOLDER / "smoke.json"])
        self.assertEqual(CALLS.keys() | MISSING_CALLS, {case["call"] for case in cases})
        self.assertFalse(CALLS.keys() & MISSING_CALLS)


if __name__ == "__main__":
    unittest.main()
