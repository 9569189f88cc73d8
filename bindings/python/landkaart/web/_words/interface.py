# SPDX-License-Identifier: EUPL-1.2
"""The texts of buttons and messages, in the languages of the JSON files beside this module. Entry
point: `words_in`."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

_FOLDER = Path(__file__).parent
_SOURCE = "nl"  # the language of texts that another language lacks


class Words(Mapping[str, str]):
    """The texts of the interface in one language, by key, such as "search.button".

    Attributes:
        language: The language, a BCP 47 tag for the attribute `lang`.

    Example:
        >>> words_in("fy").counted("forms.found", 2)
        '2 wurkfoarmen'
    """

    __slots__ = ("_texts", "language")

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self._texts = texts

    def __getitem__(self, key: str) -> str:
        return self._texts[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)

    def counted(self, key: str, count: int, **values: object) -> str:
        """The text for a number: the key with ".one" for 1, and with ".other" for every other
        number.

        Args:
            key: The key without ".one" or ".other".
            count: The number, which replaces `{count}` in the text.
            values: The texts that replace the other placeholders, by name.
        """
        text = self._texts[f"{key}.one" if count == 1 else f"{key}.other"]
        return text.format(count=count, **values)


def words_in(language: str) -> Words:
    """The texts in a language. A missing text, and every text of an unknown language, is in Dutch.

    Args:
        language: A BCP 47 tag. Only the part before the first hyphen counts: "fy-NL" gives Frisian.
    """
    base = language.lower().partition("-")[0]
    return _words_in(base if base in _languages() else _SOURCE)


@functools.cache
def _languages() -> frozenset[str]:
    return frozenset(file.stem for file in _FOLDER.glob("*.json"))


@functools.cache
def _words_in(language: str) -> Words:
    return Words(language, {**_texts(_SOURCE), **_texts(language)})


def _texts(language: str) -> dict[str, str]:
    stored = json.loads((_FOLDER / f"{language}.json").read_text(encoding="utf-8"))
    return {key: str(text) for key, text in stored.items() if not key.startswith("_")}
