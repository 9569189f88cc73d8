# SPDX-License-Identifier: EUPL-1.2
"""Every include between the layers points down.

layers.json is the table. It has a row for each layer, lower layers first, with the layers and the
libraries that the layer may include. A layer may also include its own folder and the vocabulary
headers. A `*` in a folder stands for one name; folders that match it may not include each other.
Includes are written from the top folder ("core/format/section.h"), those of public headers from
their root (<landkaart/pack.h>).
"""

import json
import re
import unittest
from fnmatch import fnmatchcase
from pathlib import Path

import checkout

TABLE = json.loads(Path(__file__).with_name("layers.json").read_text(encoding="utf-8"))
SOURCE = re.compile(r"(core|content-pack|bindings|examples)/.*\.(h|hpp|inc|c|cc|cpp)")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
INCLUDE = re.compile(r"^[ \t]*#[ \t]*include\b[ \t]*(.*?)[ \t]*(?://.*)?$", re.MULTILINE)
OUTSIDE_VOCABULARY = "a vocabulary header includes only the standard library and other such headers"
BUILDER = re.compile(r".*_builder\.(h|cpp)")


def includes(source: str) -> list[str]:
    """The operands of all include directives, with their quotes or angle brackets."""
    return INCLUDE.findall(COMMENT.sub("", source))


class Layers:
    def __init__(self, table: dict, sources: dict[str, str]):
        self.table = table
        self.sources = sources

    def mistakes(self) -> list[str]:
        return [
            f"{path}: #include {written}: {mistake}"
            for path, source in self.sources.items()
            for written in includes(source)
            if (mistake := self.mistake(path, written))
        ]

    def mistake(self, path: str, written: str) -> str | None:
        if not re.fullmatch(r'<[^<>"]+>|"[^<>"]+"', written):
            return "not a plain include; write <...> or \"...\""
        if not self.layer(path):
            return "the folder of this file has no row in layers.json; add one"
        target = self.find(written)
        return self.mistake_inside(path, target) if target else self.mistake_outside(path, written)

    def mistake_inside(self, path: str, target: str) -> str | None:
        if self.is_vocabulary(path):
            return None if self.is_vocabulary(target) else OUTSIDE_VOCABULARY
        if path.startswith("core/") and BUILDER.fullmatch(target) and not BUILDER.fullmatch(path):
            return "only a builder may include a builder"
        if self.is_vocabulary(target) or self.reaches(path, target):
            return None
        return "this layer may not include that layer"

    def mistake_outside(self, path: str, written: str) -> str | None:
        name = written[1:-1]
        if written[0] == '"' or name.startswith("landkaart"):
            return "no such header; write its path from the top, or <landkaart/...> if it is public"
        if name in self.table["standard"]:
            return None
        if self.is_vocabulary(path):
            return OUTSIDE_VOCABULARY
        row, _ = self.layer(path)
        allowed = (
            glob for library in row["libraries"] for glob in self.table["libraries"][library]
        )
        if any(fnmatchcase(name, glob) for glob in allowed):
            return None
        return "this layer may not use that library"

    def find(self, written: str) -> str | None:
        """The included file, or None. The path of a public header begins at its root."""
        name = written[1:-1]
        for root in self.table["public_roots"]:
            if f"{root}/{name}" in self.sources:
                return f"{root}/{name}"
        spelled_in_full = name.startswith(tuple(f"{root}/" for root in self.table["public_roots"]))
        known = written[0] == '"' and name in self.sources and not spelled_in_full
        return name if known else None

    def reaches(self, path: str, target: str) -> bool:
        row, folder = self.layer(path)
        layer = self.layer(target)
        return bool(layer) and (layer[1] == folder or layer[0]["folder"] in row["may_include"])

    def layer(self, path: str) -> tuple[dict, str] | None:
        """The row of the longest folder above the file, and that folder; rows with `*` are last."""
        parts = path.split("/")
        best = None
        for row in self.table["layers"]:
            names = row["folder"].split("/")
            if len(parts) >= len(names) and all(map(fnmatchcase, parts, names)):
                rank = (len(names), "*" not in names)
                best = max(best or (rank, row), (rank, row), key=lambda choice: choice[0])
        return (best[1], "/".join(parts[: best[0][0]])) if best else None

    def is_vocabulary(self, path: str) -> bool:
        return path in (f"core/include/landkaart/{name}" for name in self.table["vocabulary"])


class TheTable(unittest.TestCase):
    def test_each_layer_includes_only_earlier_rows(self):
        seen = set()
        for row in TABLE["layers"]:
            self.assertLessEqual(set(row["may_include"]), seen, row["folder"])
            seen.add(row["folder"])

    def test_every_library_has_its_headers_listed(self):
        for row in TABLE["layers"]:
            self.assertLessEqual(set(row["libraries"]), set(TABLE["libraries"]), row["folder"])


class TheCheckout(unittest.TestCase):
    def test_every_include_is_allowed(self):
        sources = {path: checkout.text(path) for path in checkout.files() if SOURCE.fullmatch(path)}
        self.assertTrue(sources, "no source file was found")
        mistakes = Layers(TABLE, sources).mistakes()
        self.assertFalse(mistakes, "\n" + "\n".join(mistakes))


class TheCheckItself(unittest.TestCase):
    """Made-up includes, right and wrong, show that the check can pass and can fail."""

    FILES = (
        "core/include/landkaart/error.h core/include/landkaart/pack.h core/base/file.h"
        " core/format/section.h core/format/section_builder.h core/text/fold.h core/model/kinds.h"
        " core/search/top_k.h core/map/place.h core/pack/snapshot.h core/update/store.h"
        " core/update/include/landkaart/verify.h content-pack/compiler/front_matter.h"
        " content-pack/compiler/include/landkaart/compiler.h bindings/cli/print.h"
        " bindings/c/include/landkaart/c.h examples/portal/page.h"
    ).split()
    RIGHT = """
        core/base/a.cpp "core/base/file.h"
        core/base/a.cpp <landkaart/error.h>
        core/base/a.cpp <sys/mman.h>
        core/format/a.h "core/base/file.h"
        core/format/section_builder.cpp "core/format/section_builder.h"
        core/format/a.cpp <zlib.h>
        core/search/a.cpp "core/text/fold.h"
        core/search/a.cpp <nlohmann/json.hpp>
        core/pack/a.cpp "core/map/place.h"
        core/pack/a.cpp "landkaart/pack.h"
        core/update/a.cpp "core/pack/snapshot.h"
        core/update/a.cpp <sodium.h>
        core/include/landkaart/a.h <landkaart/pack.h>
        core/include/landkaart/kind.h <landkaart/error.h>
        content-pack/compiler/a.cpp "core/format/section_builder.h"
        content-pack/compiler/a.cpp <yaml-cpp/yaml.h>
        bindings/cli/a.cpp "bindings/cli/print.h"
        bindings/cli/a.cpp <landkaart/compiler.h>
        bindings/cli/a.cpp <CLI/CLI.hpp>
        bindings/python/a.cpp <pybind11/pybind11.h>
        examples/portal/a.cpp <landkaart/c.h>
        examples/a.cpp <landkaart/verify.h>
    """
    WRONG = """
        core/base/a.cpp "core/format/section.h"
        core/base/a.cpp <landkaart/pack.h>
        core/format/a.cpp "core/text/fold.h"
        core/text/a.cpp <zlib.h>
        core/model/a.cpp "core/search/top_k.h"
        core/search/a.h "core/map/place.h"
        core/map/a.cpp "core/pack/snapshot.h"
        core/map/a.cpp <unistd.h>
        core/format/a.cpp "core/format/section_builder.h"
        core/pack/a.cpp "core/update/store.h"
        core/pack/a.cpp <landkaart/verify.h>
        core/pack/a.cpp <sodium.h>
        core/pack/a.cpp "core/include/landkaart/pack.h"
        core/update/a.cpp <landkaart/compiler.h>
        core/include/landkaart/a.h "core/base/file.h"
        core/include/landkaart/a.h <nlohmann/json.hpp>
        core/include/landkaart/error.h <landkaart/pack.h>
        core/elsewhere/a.h <vector>
        content-pack/compiler/a.cpp "core/pack/snapshot.h"
        content-pack/compiler/a.cpp "front_matter.h"
        content-pack/compiler/a.cpp <CLI/CLI.hpp>
        bindings/python/a.cpp "bindings/cli/print.h"
        bindings/python/a.cpp "core/pack/snapshot.h"
        bindings/cli/a.cpp <landkaart/removed.h>
        bindings/cli/a.cpp <yaml-cpp/yaml.h>
        examples/a.cpp "core/format/section.h"
        examples/portal/a.cpp "core/../core/base/file.h"
        core/base/a.cpp HEADER
    """

    def mistakes(self, case: str) -> list[str]:
        path, written = case.split(maxsplit=1)
        source = f"#pragma once\n#  include {written} // why\n"
        return Layers(TABLE, dict.fromkeys(self.FILES, "") | {path: source}).mistakes()

    def test_allowed_includes_pass(self):
        for case in self.RIGHT.strip().splitlines():
            with self.subTest(case.strip()):
                self.assertEqual(self.mistakes(case), [])

    def test_wrong_includes_are_found(self):
        for case in self.WRONG.strip().splitlines():
            with self.subTest(case.strip()):
                self.assertEqual(len(self.mistakes(case)), 1)

    def test_includes_in_comments_are_ignored(self):
        self.assertEqual(includes('/*\n#include "x.h"\n*/\n// #include "y.h"\n'), [])


if __name__ == "__main__":
    unittest.main()
