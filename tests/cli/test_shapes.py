# SPDX-License-Identifier: EUPL-1.2
"""The examples of docs/json.md have the same keys and types as the answers of the program."""
import json
import os
import pathlib
import re

from program import PACK, ProgramTest

MATERIAL = pathlib.Path(os.environ["LANDKAART_SOURCE"]) / "tests" / "conformance" / "fixture"
DOCUMENT = pathlib.Path(os.environ["LANDKAART_SOURCE"]) / "docs" / "json.md"
# For each heading, the commands whose answers must have the shape of the example under the heading.
COMMANDS = {
    "An item in a list": (),
    "`list --json` and `work-forms --json`": (["list"], ["work-forms"]),
    "`search QUERY --json`": (["search", "griffie raad"], ["search", "qqqq"], ["search", ""]),
    "`suggest TEXT --json`": (["suggest", "krachtenv"],),
    "`show ID --json`": (["show", "ob-precedent"],),
    "`related ID --json`": (["related", "wv-troika"],),
    "`route OBSTACLE --json`": (["route", "ob-precedent"],),
    "`info --json`": (["info"],),
    "`verify --json`": (["verify", PACK],),
    "`lint DIR --json`": (["lint", MATERIAL],),
}
# Lists without elements in every answer, because the fixture has no mistakes.
WITHOUT_ELEMENTS = {".mistakes"}
OPTIONAL = {"summary", "purpose", "group-size", "minutes", "difficulty", "id"}


def examples() -> dict[str, dict]:
    sections = re.split(r"^## ", DOCUMENT.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    blocks = {section.split("\n")[0]: re.search("```json\n(.*?)```", section, re.DOTALL) for section in sections}
    return {heading: json.loads(block[1]) for heading, block in blocks.items() if block}


def differences(example, answer, path="") -> list[str]:
    """The paths at which an answer has other keys or types than the example. Keys in OPTIONAL may be missing."""
    if example is None or answer is None:
        return []
    if isinstance(example, dict) and isinstance(answer, dict):
        odd = (example.keys() ^ answer.keys()) - OPTIONAL
        both = example.keys() & answer.keys()
        return [f"{path}.{key}" for key in odd] + [
            found for key in both for found in differences(example[key], answer[key], f"{path}.{key}")]
    if isinstance(example, list) and isinstance(answer, list):
        return [found for one in answer for found in differences(example[0], one, f"{path}[]")] if example else []
    number = (int, float)
    same = type(example) is type(answer) or isinstance(example, number) and isinstance(answer, number)
    return [] if same else [f"{path}: {type(answer).__name__}"]


def filled_lists(value, path="") -> set[str]:
    """The paths of all lists in a value that have elements."""
    if isinstance(value, dict):
        return {found for key in value for found in filled_lists(value[key], f"{path}.{key}")}
    if isinstance(value, list) and value:
        return {path}.union(*(filled_lists(one, f"{path}[]") for one in value))
    return set()


class Shapes(ProgramTest):
    def test_every_example_is_compared(self):
        self.assertEqual(examples().keys(), COMMANDS.keys())

    def test_every_list_of_an_example_has_elements_in_an_answer(self):
        for heading, commands in COMMANDS.items():
            answers = [self.ask_json(*command) for command in commands]
            with self.subTest(heading):
                compared = set().union(*map(filled_lists, answers))
                missing = filled_lists(examples()[heading]) - compared if commands else set()
                self.assertLessEqual(missing, WITHOUT_ELEMENTS)

    def test_answers_have_the_documented_shape(self):
        for heading, commands in COMMANDS.items():
            for command in commands:
                with self.subTest(command):
                    self.assertEqual(differences(examples()[heading], self.ask_json(*command)), [])

    def test_items_in_lists_have_the_documented_shape(self):
        example = examples()["An item in a list"]
        for command in (["list"], ["work-forms"]):
            for item in self.ask_json(*command)["items"]:
                self.assertEqual(differences(example, item), [])
        forms = self.ask_json("work-forms")["items"]
        self.assertTrue(all(example.keys() - {"summary"} <= form.keys() for form in forms))

    def test_keys_come_in_the_documented_order(self):
        for heading in ("`search QUERY --json`", "`route OBSTACLE --json`", "`info --json`", "`verify --json`"):
            answer = self.ask_json(*COMMANDS[heading][0])
            self.assertEqual(list(answer), list(examples()[heading]))


if __name__ == "__main__":
    import unittest

    unittest.main()
