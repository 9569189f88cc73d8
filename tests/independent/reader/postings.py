# SPDX-License-Identifier: EUPL-1.2
"""Section Search of the specification: the posting lists in `post`, `posi` and `skip`."""

from dataclasses import dataclass, field
from itertools import accumulate

from reader.conventions import Cursor, demand, part


@dataclass
class Posting:
    """Section Search: a posting, the occurrences of a word in one document.

    The keys of both dictionaries are numbers of fields.
    """

    document: int
    frequencies: dict[int, int]
    forms: int = 1
    positions: dict[int, list[int]] = field(default_factory=dict)

    def read_positions(self, numbers: list[int]) -> None:
        """Takes the positions from a run: for each field the first position, then differences."""
        for each in sorted(self.frequencies):
            count = self.frequencies[each]
            self.positions[each] = list(accumulate(numbers[:count]))
            del numbers[:count]


@dataclass
class SkipEntry:
    """Section Search: a skip entry, which describes one block.

    `most` has the greatest frequency and the least length code of each field.
    """

    last_document: int
    post_length: int
    posi_length: int | None
    forms: int
    most: dict[int, tuple[int, int]]


@dataclass
class Block:
    """Section Search: a block of `post` with its positions, and the bytes that each takes."""

    postings: list[Posting]
    post_length: int
    posi_length: int | None


@dataclass
class PostingList:
    """Section Search: a posting list."""

    document_frequency: int = 0
    has_forms: bool = False
    blocks: list[Block] = field(default_factory=list)
    skips: list[SkipEntry] = field(default_factory=list)

    @property
    def postings(self) -> list[Posting]:
        return [posting for block in self.blocks for posting in block.postings]


class PostingReader:
    """Section Search: reads posting lists from `post`, `posi` and `skip`."""

    def __init__(self, documents: int, fields: int, post: bytes, posi: bytes, skip: bytes):
        self.documents, self.fields = documents, fields
        self.post, self.posi, self.skip = post, posi, skip

    def read_place(self, cursor: Cursor, positions: bool, forms: bool) -> PostingList:
        frequency = cursor.varint()
        demand(frequency <= self.documents, "a word is in more documents than there are")
        found = PostingList(frequency, forms)
        if frequency == 1:
            found.blocks = [self.only_posting(cursor, positions, forms)]
        elif frequency > 1:
            post = self.cursor_into(self.post, cursor)
            posi = self.cursor_into(self.posi, cursor) if positions else None
            skip = self.cursor_into(self.skip, cursor) if frequency > 128 else None
            found.blocks = self.read_blocks(frequency, forms, post, posi)
            found.skips = self.read_skips(frequency, positions, forms, skip)
        if frequency:
            demand(found.postings[-1].document < self.documents, "a posting names a missing document")
        return found

    @staticmethod
    def cursor_into(section: bytes, cursor: Cursor) -> Cursor:
        offset, length = cursor.varint(), cursor.varint()
        return Cursor(part(section, offset, offset + length))

    def fields_in(self, bits: int) -> list[int]:
        demand(0 < bits < 1 << self.fields, "a posting names a missing field, or no field")
        return [each for each in range(self.fields) if bits >> each & 1]

    def only_posting(self, cursor: Cursor, positions: bool, forms: bool) -> Block:
        document, fields = cursor.varint(), self.fields_in(cursor.u8())
        posting = Posting(document, {each: cursor.varint() for each in fields})
        demand(all(posting.frequencies.values()), "a frequency is 0")
        if forms:
            posting.forms = cursor.u8()
        if positions:
            posting.read_positions(cursor.rice(sum(posting.frequencies.values())))
        return Block([posting], 0, None)

    def read_blocks(self, frequency: int, forms: bool, post: Cursor, posi: Cursor | None):
        blocks, last = [], -1
        for begin in range(0, frequency, 128):
            post_begin, posi_begin = post.at, posi and posi.at
            postings = self.read_block(min(128, frequency - begin), last, forms, post)
            if posi:
                self.read_positions(postings, posi)
            blocks.append(Block(postings, post.at - post_begin, posi and posi.at - posi_begin))
            last = postings[-1].document
        post.finish("post")
        if posi:
            posi.finish("posi")
        return blocks

    @staticmethod
    def read_positions(postings: list[Posting], posi: Cursor):
        groups = [postings[at : at + 8] for at in range(0, len(postings), 8)]
        lengths = [posi.varint() for _ in groups[1:]]
        for number, group in enumerate(groups):
            begin = posi.at
            numbers = posi.rice(sum(sum(posting.frequencies.values()) for posting in group))
            for posting in group:
                posting.read_positions(numbers)
            demand(number == len(lengths) or posi.at - begin == lengths[number], "a group of positions has a wrong length")

    def read_block(self, count: int, last: int, forms: bool, post: Cursor) -> list[Posting]:
        postings = []
        for gap in post.packed(count):
            last += gap + 1
            postings.append(Posting(last, {}))
        fields = self.fields_in(post.u8())
        for each in fields:
            for posting, frequency in zip(postings, post.packed(count), strict=True):
                if frequency + (len(fields) == 1):
                    posting.frequencies[each] = frequency + (len(fields) == 1)
        demand(all(posting.frequencies for posting in postings), "a posting is in no field")
        for posting, mask in zip(
            postings, post.packed(count) if forms else [0] * count, strict=True
        ):
            posting.forms = mask + 1
            demand(posting.forms < 1 << 8, "a mask of forms has more than 8 bits")
        return postings

    def read_skips(self, frequency: int, positions: bool, forms: bool, skip: Cursor | None):
        skips, last = [], 0
        for _ in range(0, frequency if skip else 0, 128):
            last += skip.varint()
            post_length = skip.varint()
            posi_length = skip.varint() if positions else None
            mask = skip.u8() if forms else 1
            most = {each: (skip.varint(), skip.u8()) for each in self.fields_in(skip.u8())}
            skips.append(SkipEntry(last, post_length, posi_length, mask, most))
        if skip:
            skip.finish("skip")
        return skips
