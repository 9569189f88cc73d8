# SPDX-License-Identifier: EUPL-1.2
"""Writes unicode_tables.inc from Python's copy of the Unicode character database.

The table is part of the pack format: reader and builder must fold words in the same way on every machine. A
new table therefore requires a new format version. To write it, run:
    python3 core/text/make_unicode_tables.py > core/text/unicode_tables.inc
"""
import unicodedata

# Letters that Unicode does not decompose, with the letters that people type who do not have the key.
PLAIN = {"æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th", "ħ": "h", "ŋ": "n"}
# MODIFIER LETTER APOSTROPHE: a letter in Unicode, but people use it as an apostrophe.
APOSTROPHE_LETTER = 0x2BC
# The code points that are folded: alphabets with capitals and accents. Other letters stay as they are.
FOLDED = [range(0x80, 0x600), range(0x1E00, 0x2000), range(0x2070, 0x20A0), range(0xFB00, 0xFB07),
          range(0xFF10, 0xFF5B)]


def fold(character):
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    text = "".join(PLAIN.get(c, c) for c in text if not unicodedata.combining(c))
    return "".join(c for c in text if is_word(ord(c)))


def is_word(code):
    return unicodedata.category(chr(code))[0] in "LNM" and code != APOSTROPHE_LETTER


def ranges(codes):
    start = previous = None
    for code in codes:
        if previous is None or code != previous + 1:
            if start is not None:
                yield start, previous
            start = code
        previous = code
    yield start, previous


def quoted(text):
    return '"' + "".join(c if " " < c < "\x7f" else "".join(f"\\{b:03o}" for b in c.encode()) for c in text) + '"'


def main():
    print("// SPDX-License-Identifier: EUPL-1.2")
    print(f"// Written by make_unicode_tables.py from Unicode {unicodedata.unidata_version}.")
    print("constexpr FoldedLetter kFoldedLetters[] = {")
    for code in (c for r in FOLDED for c in r if is_word(c)):
        folded = fold(chr(code))
        if folded != chr(code):
            print(f"    {{0x{code:04x}, {quoted(folded)}}},")
    print("};")
    print("constexpr LetterRange kLetterRanges[] = {")
    for first, last in ranges(c for c in range(0x80, 0x110000) if is_word(c)):
        print(f"    {{0x{first:04x}, 0x{last:04x}}},")
    print("};")


main()
