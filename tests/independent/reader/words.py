# SPDX-License-Identifier: EUPL-1.2
"""Section Words of the specification: the words of a text by the rules `fold-1`.

The section leaves two choices open, and this reader does the same as the program. A hyphen or an
apostrophe is part of a word only when the next character is. A digit before `&` counts as a letter.
"""

import functools
import os
import re
import unicodedata
from pathlib import Path

TOP = Path(os.environ.get("LANDKAART_SOURCE") or Path(__file__).parents[3])
APOSTROPHES = "'`\u00b4\u2018\u2019\u02bc"
HYPHENS = "-\u00ad\u2010\u2011"
DROPPED = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]")
AMPERSAND = re.compile(" *&")
ENTRY = re.compile(r'\{0x([0-9a-f]+), "([^"]*)"\}')
MOST_BYTES = 64


@functools.cache
def table() -> dict[int, str]:
    """The folding table of the program, for str.translate, with ASCII added.

    The source file writes bytes as octal escapes, and leaves ASCII out.
    """
    source = (TOP / "core/text/unicode_tables.inc").read_text()
    entries = {int(code, 16): unescaped(letters) for code, letters in ENTRY.findall(source)}
    if len(entries) < 1000:
        raise ValueError("core/text/unicode_tables.inc could not be parsed")
    return {code: chr(code).lower() for code in range(128)} | entries


def unescaped(letters: str) -> str:
    return (
        re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), letters)
        .encode("latin-1")
        .decode()
    )


def folded(word: str) -> str:
    return DROPPED.sub("", word).translate(table())


def cut(word: str) -> str:
    return word.encode()[:MOST_BYTES].decode(errors="ignore")


def belongs(letter: str) -> bool:
    """Whether a character is a letter, a digit or a combining mark, and no apostrophe."""
    return unicodedata.category(letter)[0] in "LNM" and letter not in APOSTROPHES


def goes_on(text: str, at: int) -> bool:
    """Whether the apostrophe or hyphen at `at` is inside a word. A word character precedes it."""
    if at + 1 >= len(text) or not belongs(text[at + 1]):
        return False
    if text[at] in APOSTROPHES:
        return True
    return text[at] in HYPHENS and not any(
        side.isascii() and side.isdigit() for side in (text[at - 1], text[at + 1])
    )


def runs(text: str):
    """Yields each word, folded, and whether `&` follows it, with or without spaces."""
    at = 0
    while at < len(text):
        word = ""
        while at < len(text) and (belongs(text[at]) or (word and goes_on(text, at))):
            word += text[at] if belongs(text[at]) else ""
            at += 1
        if folded(word):
            yield cut(folded(word)), bool(AMPERSAND.match(text, at))
        at += not word


def words(text: str) -> list[str]:
    """The words of a field in order. The index in the list is the position of the word."""
    found, rest = [], list(runs(text))
    while rest:
        (word, ampersand), *after = rest[:3]
        if ampersand and after and len(word) == len(after[0][0]) == 1:
            taken, word = 2, f"{word}en{after[0][0]}"
        elif [word for word, _ in rest[:3]] == ["b", "en", "w"]:
            taken, word = 3, "benw"
        else:
            taken = 1
        del rest[:taken]
        found.append(word)
    return found


def pieces(all: list[str]):
    """Yields every form that two words of a field could make together.

    Each comes with the position of its last piece. The first piece is 1 to 11 words after the last
    piece, or exactly 2 words before it.
    """
    for position, last in enumerate(all):
        after = all[position + 1 : position + 12]
        before = all[max(position - 2, 0) : max(position - 1, 0)]
        for first in [*after, *before]:
            yield position, first + last
