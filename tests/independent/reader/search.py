# SPDX-License-Identifier: EUPL-1.2
"""Section Search of the specification: fields, lengths, document order and scores."""

import bisect
import math
from dataclasses import dataclass

from reader.conventions import Cursor, decoded, demand
from reader.dictionaries import StringDictionary
from reader.postings import Posting


@dataclass
class Field:
    """Section Search: a field in `srch`, with its lengths from `leng`."""

    weight: int
    length_weight: int
    total_length: int
    name: str
    length_codes: bytes = b""


class SearchHeader:
    """Section Search: `srch`, `leng` and `ordr`."""

    def __init__(self, header: bytes, lengths: bytes, order: bytes):
        cursor = Cursor(header)
        self.documents, self.flags, self.saturation = cursor.u32(), cursor.u16(), cursor.u16()
        count = cursor.u32()
        demand(count <= 8, "more than 8 fields")
        self.fields = [
            Field(cursor.u16(), cursor.u16(), cursor.u64(), cursor.text()) for _ in range(count)
        ]
        cursor.finish("srch")
        cursor = Cursor(lengths)
        for each in self.fields:
            each.length_codes = cursor.take(self.documents)
        cursor.finish("leng")
        self.order = self.read_order(order) if self.flags & 2 else list(range(self.documents))

    def read_order(self, order: bytes) -> list[int]:
        """The ordinal of the item of each document."""
        width = max((self.documents - 1).bit_length(), 1)
        demand(len(order) == -(-self.documents * width // 8), "`ordr` has a wrong length")
        bits = int.from_bytes(order, "little")
        ordinals = [bits >> i * width & (1 << width) - 1 for i in range(self.documents)]
        demand(sorted(ordinals) == list(range(self.documents)), "the document order does not hold each item once")
        return ordinals

    @property
    def has_positions(self) -> bool:
        return bool(self.flags & 1)

    def score(self, frequency: int, posting: Posting) -> float:
        """The BM25F score of one word in one document."""
        saturation, tf = self.saturation / 1000, 0.0
        for number, count in posting.frequencies.items():
            field = self.fields[number]
            length = length_of_code(field.length_codes[posting.document])
            b, average = field.length_weight / 1000, max(1.0, field.total_length / self.documents)
            tf += field.weight / 1000 * count / (1 - b + b * length / average)
        rarity = math.log(1 + (self.documents - frequency + 0.5) / (frequency + 0.5))
        return rarity * (saturation + 1) * tf / (saturation + tf)


def length_of_code(code: int) -> int:
    """Section Search: the length in words that a byte of `leng` stands for."""
    return code if code < 40 else 5 * (8 + (code - 40) % 8) << (code - 40) // 8


def code_of_length(length: int) -> int:
    return bisect.bisect_right(LENGTHS, length) - 1


LENGTHS = [length_of_code(code) for code in range(256)]


def read_titles(dictionary: StringDictionary, documents: int) -> dict[str, list[int]]:
    """Section Search, Dictionary of titles: the documents of each title."""
    titles = {}
    for key, value in dictionary:
        cursor, found = Cursor(value), [0]
        while not cursor.at_end:
            found.append(found[-1] + cursor.varint())
        titles[decoded(key)] = found[1:]
        demand(len(key) <= 128 and len(found) > 1, "a title is longer than 128 bytes or has no documents")
        demand(found[-1] < documents, "a title names a missing document")
    return titles
