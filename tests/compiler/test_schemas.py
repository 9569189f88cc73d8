# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schemas in content-pack/schema equal those of the program, and accept what the compiler accepts.

The class Checks requires the packages jsonschema and yaml, and is skipped without them.
"""

import json
import os
import subprocess
import tempfile
import unittest
from importlib.util import find_spec
from pathlib import Path

SOURCE = Path(os.environ["LANDKAART_SOURCE"])
SCHEMAS = SOURCE / "content-pack" / "schema"
MATERIAL = SOURCE / "content-pack" / "cocreatie"
KINDS = {
    "themes": "theme",
    "topics": "topic",
    "obstacles": "obstacle",
    "work-forms": "work-form",
    "articles": "article",
    "videos": "video",
    "stories": "story",
    "terms": "term",
    "journeys": "journey",
}
WORK_FORM = {
    "title": "W",
    "purpose": "survive",
    "group-size": {"min": 2, "max": 4},
    "minutes": {"min": 5, "max": 5},
    "difficulty": 1,
}
VIDEO = {"title": "V", "file": "v.mp4", "captions": "v.vtt", "transcript": "T", "duration": 1}


def read_yaml(text: str):
    """Reads YAML 1.2, in which dates are text."""
    import yaml

    class Loader(yaml.SafeLoader):
        yaml_implicit_resolvers = {
            first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith("timestamp")]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

    return yaml.load(text, Loader)


def problems(schema: str, value) -> list[str]:
    import jsonschema

    document = json.loads((SCHEMAS / f"{schema}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(document)
    return [error.message for error in jsonschema.Draft202012Validator(document).iter_errors(value)]


class Schemas(unittest.TestCase):
    def test_are_what_the_program_writes(self):
        with tempfile.TemporaryDirectory() as folder:
            subprocess.run([os.environ["LANDKAART_BIN"], "schema", folder], check=True)
            written = {path.name: path.read_text() for path in Path(folder).iterdir()}
        committed = {path.name: path.read_text() for path in SCHEMAS.iterdir()}
        self.assertEqual(committed, written, "run: landkaart schema content-pack/schema")

    def test_exist_for_every_kind(self):
        names = {path.name.removesuffix(".schema.json") for path in SCHEMAS.iterdir()}
        self.assertEqual(names, {"pack", *KINDS.values()})


@unittest.skipUnless(find_spec("jsonschema") and find_spec("yaml"), "needs jsonschema and yaml")
class Checks(unittest.TestCase):
    def assert_wrong(self, schema: str, value):
        self.assertTrue(problems(schema, value), f"{schema} takes {value}")

    def test_the_default_material_is_valid(self):
        files = sorted(MATERIAL.glob("*/**/*.md"))
        self.assertTrue(files)
        for path in files:
            with self.subTest(path.name):
                kind = KINDS[path.relative_to(MATERIAL).parts[0]]
                front_matter = path.read_text(encoding="utf-8").split("\n---\n")[0]
                self.assertEqual(problems(kind, read_yaml(front_matter.removeprefix("---\n"))), [])
        pack = read_yaml((MATERIAL / "pack.yaml").read_text(encoding="utf-8"))
        self.assertEqual(problems("pack", pack), [])

    def test_keys_that_begin_with_x_are_valid(self):
        self.assertEqual(problems("article", {"title": "A", "x-iets": [1, {"a": None}]}), [])

    def test_wrong_front_matter_is_not_valid(self):
        self.assertEqual(problems("work-form", WORK_FORM), [])
        for wrong in (
            {"title": ""},
            {"titel": "A"},
            {"purpose": "fun"},
            {"minutes": {"min": 5}},
            {"minutes": 5},
            {"group-size": {"min": 0, "max": 4}},
            {"group-size": {"min": 2, "max": 4, "often": 3}},
            {"difficulty": 4},
            {"tags": "a, b"},
            {"id": "Met Spatie"},
            {"topics": ["a", "a"]},
            {"review-by": "morgen"},
            {"order": -1},
            {"steps": [{"minutes": 5}]},
            {"steps": [{"title": "A", "who": "all"}]},
            {"another-way": "A"},
        ):
            self.assert_wrong("work-form", WORK_FORM | wrong)

    def test_required_keys_must_not_be_missing_or_empty(self):
        self.assertEqual(problems("video", VIDEO), [])
        for key in VIDEO:
            self.assert_wrong("video", {name: VIDEO[name] for name in VIDEO if name != key})
        self.assert_wrong("video", VIDEO | {"transcript": ""})
        self.assert_wrong("journey", {"title": "J", "stops": []})
        self.assert_wrong("obstacle", {"title": "O"})

    def test_required_keys_of_a_pack_must_not_be_missing(self):
        keys = "id title version language publisher licence".split()
        pack = dict.fromkeys(keys, "a")
        self.assertEqual(problems("pack", pack | {"version": 1.0, "redirects": {"a": "b"}}), [])
        for key in keys:
            self.assert_wrong("pack", {name: "a" for name in keys if name != key})
        self.assert_wrong("pack", pack | {"release": 0})


if __name__ == "__main__":
    unittest.main()
