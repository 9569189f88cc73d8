# SPDX-License-Identifier: EUPL-1.2
"""Section String dictionaries of the specification."""

import bisect
from itertools import pairwise

from reader.conventions import Cursor, demand, part


class KeyTable:
    """Section String dictionaries: the key table. `longest` is the most bytes of a key."""

    def __init__(self, cursor: Cursor, longest: int):
        count = cursor.u32()
        self.offsets = cursor.u32s(count + 1)
        ends = [0, *cursor.u32s(count)]
        demand(ends == sorted(ends), "the ends of keys do not ascend")
        keys = cursor.take(ends[-1])
        self.keys = [keys[begin:end] for begin, end in pairwise(ends)]
        demand(sorted(set(self.keys)) == self.keys, "keys do not ascend")
        demand(all(len(key) <= longest for key in self.keys), "a key is too long")
        demand(self.offsets == sorted(set(self.offsets)), "offsets do not ascend")
        cursor.finish("a key table")

    def bytes_of(self, i: int, below: bytes) -> bytes:
        return part(below, self.offsets[i], self.offsets[i + 1])

    def last_not_greater(self, key: bytes) -> int:
        return max(bisect.bisect_right(self.keys, key) - 1, 0)


class StringDictionary:
    """Section String dictionaries: top, pages and blocks."""

    def __init__(self, top: bytes, pages: bytes, blocks: bytes, longest: int):
        demand(len(top) <= 8 + (3 << 10), "a top has more than 3 KiB")
        cursor = Cursor(top)
        self.count, self.keys_a_page = cursor.u32(), cursor.u32()
        self.top, self.pages, self.blocks = KeyTable(cursor, longest), pages, blocks
        self.longest = longest
        demand(self.keys_a_page > 0, "pages have no keys")
        blocks_needed = -(-self.count // 64)
        demand(len(self.top.keys) == -(-blocks_needed // self.keys_a_page), "a top has a wrong number of keys")
        demand(
            self.top.offsets[0] == 0 and self.top.offsets[-1] == len(pages), "the offsets of pages do not cover the pages"
        )

    def page(self, i: int) -> KeyTable:
        return KeyTable(Cursor(self.top.bytes_of(i, self.pages)), self.longest)

    def entries_of(self, block: bytes):
        cursor, key = Cursor(block), b""
        while not cursor.at_end:
            byte = cursor.u8()
            shared, rest = byte & 15, byte >> 4
            shared += cursor.varint() if shared == 15 else 0
            rest += cursor.varint() if rest == 15 else 0
            size = cursor.varint()
            demand(shared <= len(key), "a key shares more bytes than the previous key has")
            key = key[:shared] + cursor.take(rest)
            demand(len(key) <= self.longest, "a key is too long")
            yield key, cursor.take(size)

    def __iter__(self):
        """Yields every key with its value in order, and checks the index on the way."""
        rank, end, before = 0, 0, None
        for i, first in enumerate(self.top.keys):
            page = self.page(i)
            demand(page.keys[:1] == [first], "the first key of a page differs from the key in the top")
            fewest = 1 if i + 1 == len(self.top.keys) else self.keys_a_page
            demand(fewest <= len(page.keys) <= self.keys_a_page, "a page has a wrong number of keys")
            for j, first in enumerate(page.keys):
                demand(page.offsets[j] == end, "there is a gap between blocks")
                end = page.offsets[j + 1]
                entries = list(self.entries_of(page.bytes_of(j, self.blocks)))
                demand(len(entries) == min(64, self.count - rank) > 0, "a block has a wrong number of entries")
                demand(entries[0][0] == first, "the first key of a block differs from the key in its page")
                rank += len(entries)
                for key, value in entries:
                    demand(before is None or before < key, "keys do not ascend")
                    before = key
                    yield key, value
        demand(
            rank == self.count and end == len(self.blocks), "the number of entries differs from the count"
        )

    def find(self, key: bytes) -> bytes | None:
        if not self.count:
            return None
        page = self.page(self.top.last_not_greater(key))
        block = page.bytes_of(page.last_not_greater(key), self.blocks)
        return dict(self.entries_of(block)).get(key)

    def at(self, rank: int) -> bytes:
        demand(rank < self.count, "the rank is not below the count")
        block = rank // 64
        page = self.page(block // self.keys_a_page)
        return list(self.entries_of(page.bytes_of(block % self.keys_a_page, self.blocks)))[
            rank % 64
        ][0]
