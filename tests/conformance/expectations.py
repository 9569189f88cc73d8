# SPDX-License-Identifier: EUPL-1.2
"""Functions that all Python tests of the conformance cases share; README.md describes a case."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any


def cases(files: list[Path]) -> list[dict[str, Any]]:
    """All cases of these files. Two cases with the same name are an error."""
    found = [case for file in files for case in json.loads(file.read_text(encoding="utf-8"))]
    if len({case["name"] for case in found}) < len(found):
        raise AssertionError("two cases have the same name")
    return found


def changed(content: bytes, arguments: dict[str, Any]) -> bytes:
    """The bytes of a pack after the damage that a case of `open` describes."""
    made = bytearray(content)
    if "text" in arguments:
        made = bytearray(arguments["text"].encode())
    if "first" in arguments:
        made = made[: arguments["first"]]
    if "change" in arguments:
        made[arguments["change"]] ^= 0xFF
    return bytes(made)


def compared(expected: Any, answer: Any) -> Iterator[tuple[Any, Any]]:
    """Yields pairs of a part of the answer and the expected value."""
    if not isinstance(expected, dict) or answer is None:
        yield answer, expected
        return
    for key, value in expected.items():
        yield (key, part_of_answer(key, value, answer)), (key, value)


def part_of_answer(key: str, value: Any, answer: Any) -> Any:
    """The part of an answer to which an expected key refers."""
    hits = answer if isinstance(answer, list) else answer.get("hits", [])
    if key == "first":
        return hits[0] if hits else None
    if key == "at-least":
        return min(len(hits), value)
    if key == "contains":
        return [found for found in value if found in hits]
    if key == "marked":
        return [
            [snippet["text"][begin:end] for begin, end in snippet["highlights"]]
            for snippet in answer["snippets"]
        ]
    return answer.get(key)
