#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Writes composed_letters.inc: the letters that Unicode composes of a letter and an accent.

    python3 content-pack/compiler/make_composed_letters.py

The accents are U+0300 to U+036F, for the scripts that use them: Latin, Greek and Cyrillic.
"""

import pathlib
import unicodedata

ACCENTS = range(0x0300, 0x0370)
LETTERS = range(0x00C0, 0x2000)
HEAD = """// SPDX-License-Identifier: EUPL-1.2
// Written by make_composed_letters.py from Unicode {version}.
constexpr ComposedLetter kComposedLetters[] = {{
"""


def composed_letters():
    """Each letter with an accent, as (letter, accent, both in one), in rising order."""
    for number in LETTERS:
        letter = chr(number)
        parts = unicodedata.decomposition(letter).split()
        if len(parts) != 2 or int(parts[1], 16) not in ACCENTS:
            continue
        if unicodedata.normalize("NFC", unicodedata.normalize("NFD", letter)) == letter:
            yield int(parts[0], 16), int(parts[1], 16), number


def main():
    """Writes the file beside this program."""
    entries = [
        f"{{{base:#06x}, {accent:#06x}, {both:#06x}}},"
        for base, accent, both in sorted(composed_letters())
    ]
    rows = ["    " + " ".join(entries[at : at + 3]) for at in range(0, len(entries), 3)]
    text = HEAD.format(version=unicodedata.unidata_version) + "\n".join(rows) + "\n};\n"
    pathlib.Path(__file__).with_name("composed_letters.inc").write_text(text, encoding="ascii")


if __name__ == "__main__":
    main()
