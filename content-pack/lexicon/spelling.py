# SPDX-License-Identifier: EUPL-1.2
"""Folding, and Dutch spelling where a stem meets an ending: open and closed syllables, f/v and s/z.

`fold` gives the same result as the folding in core/text/tokenizer.cpp; a test compares the two.
"""

import unicodedata

PLAIN = {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ß": "ss"}
VOWELS = "aeiouy"
LONG = ("aa", "ee", "oo", "uu")
VOICED = {"f": "v", "s": "z"}
VOICELESS = {"v": "f", "z": "s"}


def fold(word: str) -> str:
    letters = unicodedata.normalize("NFKD", word.lower())
    return "".join(PLAIN.get(c, c) for c in letters if c.isalnum())


def ends_short(stem: str) -> bool:
    """Whether a stem ends in one vowel letter and one consonant: "bom" and "middel", not "boom" or "brief"."""
    return (
        len(stem) >= 2
        and stem[-1] not in VOWELS + "x"
        and stem[-2] in "aeiou"
        and (len(stem) == 2 or stem[-3] not in VOWELS or stem[-4:-2] == "qu")
    )


def opened(stem: str) -> list[str]:
    """The spellings of a stem before an ending with a vowel, the usual one first: "boom" gives "bom" (bomen)."""
    if len(stem) > 2 and stem[-3:-1] in LONG and stem[-1] not in VOWELS:
        ways = [stem[:-2] + stem[-1]]
    elif ends_short(stem):
        ways = [stem + stem[-1], stem]
    else:
        ways = [stem]
    return ways + [way[:-1] + VOICED[way[-1]] for way in ways if way[-1] in VOICED and way[-2:] not in ("ff", "ss")]


def closed(written: str) -> list[str]:
    """The stems that may have this spelling before an ending, the usual one first: "bom" gives "boom", "bom"."""
    stems = []
    if not written:
        return stems
    if len(written) > 2 and written[-1] == written[-2] and written[-1] not in VOWELS:
        stems.append(written[:-1])
    elif ends_short(written):
        if written[-2] != "i":
            stems.append(written[:-1] + written[-2:])
        stems.append(written)
    else:
        if written[-2:-1] in ("a", "e") and written[-3:-2] in tuple("iue") and written[-1] not in VOWELS:
            stems.append(written[:-1] + written[-2:])  # social, financiel, evaluer: sociaal, financieel, evalueer
        stems.append(written)
    devoiced = [stem[:-1] + VOICELESS[stem[-1]] for stem in stems if stem[-1] in VOICELESS]
    return devoiced or stems
