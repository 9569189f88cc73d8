# SPDX-License-Identifier: EUPL-1.2
"""A second reader of packs, from content-pack/spec/v1.md alone: it proves that that page suffices.

It reads a whole pack into memory and is strict: what breaks the page raises PackError. Each class
is one structure; its docstring names the section of the page that it follows.
"""

import bisect
import hashlib
import json
import math
import struct
import zlib
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate, pairwise
from pathlib import Path

VERSION = 1
MAGIC = bytes.fromhex("894C4B500D0A1A0A")
PAGE = 4096
KINDS = ["theme", "topic", "obstacle", "work-form", "article", "video", "story", "term", "journey"]
PURPOSES = ["survive", "build-competencies", "learn-together"]
LINK_TYPES = [
    "topics",
    "obstacles",
    "work-forms",
    "articles",
    "videos",
    "stories",
    "terms",
    "related",
    "translation-of",
    "stops",
    "mentions",
]
CRITICAL, HASHED = 1, 2
PLAIN, DEFLATED_BLOCKS, DEFLATED_WHOLE = range(3)
FLAGS = {
    **{prefix + level: 3 for prefix in ("id", "tm", "ti", "as") for level in ("tp", "pg", "bk")},
    **dict.fromkeys(["mani", "item", "text", "labl", "name", "link"], 3),
    **dict.fromkeys(["srch", "leng", "ordr", "skip", "post", "body"], 3),
    **dict.fromkeys(["rela", "map ", "posi", "synm", "asst"], 2),
    **{"bidx": 1, "hash": 0},
}
ENCODINGS = {"body": DEFLATED_BLOCKS, "map ": DEFLATED_WHOLE, "synm": DEFLATED_WHOLE}
LONGEST = {"mani": 64 << 10, "map ": 16 << 20, "synm": 4 << 20}
MAY_BE_LEFT_OUT = {"rela", "map ", "posi", "synm", "ordr"}


class PackError(ValueError):
    """The file breaks the specification."""


def demand(holds: bool, otherwise: str) -> None:
    if not holds:
        raise PackError(otherwise)


class Cursor:
    """Conventions, the steps of Links, and the Packed runs and Rice codes of Search."""

    def __init__(self, data: bytes, at: int = 0):
        self.data, self.at = data, at

    def take(self, size: int) -> bytes:
        demand(0 <= size <= len(self.data) - self.at, "something runs past its end")
        self.at += size
        return self.data[self.at - size : self.at]

    def u8(self) -> int:
        return self.take(1)[0]

    def u16(self) -> int:
        return int.from_bytes(self.take(2), "little")

    def u32(self) -> int:
        return int.from_bytes(self.take(4), "little")

    def u64(self) -> int:
        return int.from_bytes(self.take(8), "little")

    def u32s(self, count: int) -> list[int]:
        return list(struct.unpack(f"<{count}I", self.take(4 * count)))

    def varint(self) -> int:
        value = 0
        for shift in range(0, 70, 7):
            byte = self.u8()
            value |= (byte & 127) << shift
            if byte < 128:
                demand(value < 1 << 64, "a varint of more than 64 bits")
                return value
        raise PackError("a varint of more than ten bytes")

    def varints(self) -> list[int]:
        return [self.varint() for _ in range(self.varint())]

    def steps(self, item: int) -> list[int]:
        """A count, and as many other items, each by its distance."""
        return [item + (-(step + 1) // 2 if step & 1 else step // 2) for step in self.varints()]

    def text(self) -> str:
        return decoded(self.take(self.varint()))

    def packed(self, count: int) -> list[int]:
        """The low bits of each number, all in as many bits, and the patches of those with more."""
        byte = self.u8()
        width, patched = byte & 63, byte >> 6 & 1
        demand(width <= 32 and byte < 128, "a width of more than 32 bits")
        bits = int.from_bytes(self.take((count * width + 7) // 8), "little")
        demand(not bits >> count * width, "bits that fill a byte are not zero")
        numbers = [bits >> i * width & (1 << width) - 1 for i in range(count)]
        for _ in range(self.u8() + 1 if patched else 0):
            i = self.u8()
            demand(i < count, "a patch of a number that is not there")
            numbers[i] += self.varint() << width
        demand(all(number < 1 << 32 for number in numbers), "a number of more than 32 bits")
        return numbers

    def rice(self, count: int) -> list[int]:
        """u8 k; for each number its high part in ones, a zero, its k low bits; to a whole byte."""
        k, bits, numbers = self.u8(), self.bits, []
        if k == 32:
            return [0] * count
        demand(k <= 31, "a Rice parameter above 31")
        at = 8 * self.at
        for _ in range(count):
            stop = bits.find("0", at)
            demand(stop >= 0 and stop + k < len(bits), "a Rice code runs past its end")
            numbers.append(stop - at << k | int(bits[stop + k : stop : -1] or "0", 2))
            at = stop + 1 + k
        self.at = (at + 7) // 8
        demand("1" not in bits[at : 8 * self.at], "bits that fill a byte are not zero")
        return numbers

    @cached_property
    def bits(self) -> str:
        """All bits, lowest of each byte first."""
        return "".join(f"{byte:08b}"[::-1] for byte in self.data)

    @property
    def at_end(self) -> bool:
        return self.at == len(self.data)

    def finish(self, what: str) -> None:
        demand(self.at_end, f"{what}: {len(self.data) - self.at} bytes too many")


def decoded(data: bytes) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise PackError(f"not UTF-8: {error}") from error


def part(data: bytes, begin: int, end: int) -> bytes:
    demand(0 <= begin <= end <= len(data), f"bytes {begin} to {end} of {len(data)}")
    return data[begin:end]


def inflated(stored: bytes, length: int) -> bytes:
    """A stream of raw deflate, which must be whole and give as many bytes as promised."""
    demand(length <= 1032 * len(stored), "more bytes than deflate can reach")
    inflate = zlib.decompressobj(wbits=-15)
    try:
        content = inflate.decompress(stored, length + 1)
    except zlib.error as error:
        raise PackError(f"a stream does not inflate: {error}") from error
    demand(
        inflate.eof and not inflate.unused_data and len(content) == length,
        "a stream of another length",
    )
    return content


def json_of(data: bytes) -> object:
    try:
        return json.loads(decoded(data))
    except ValueError as error:
        raise PackError(f"not JSON: {error}") from error


@dataclass
class Header:
    """Header."""

    version: int
    oldest_version: int
    sections: int
    items: int
    checksums: int
    content_length: int
    root: bytes

    @classmethod
    def read(cls, data: bytes) -> "Header":
        demand(data[:8] == MAGIC, "this is not a pack")
        demand(len(data) >= 128, "the file ends inside its header")
        version, oldest, sections, items, checksums, length = struct.unpack_from(
            "<HHII4xQQ", data, 8
        )
        demand(version > 0, "the pack is of the draft before version 1")
        demand(oldest <= VERSION, f"the pack needs a reader of version {oldest}")
        demand(sections <= 64 and items <= 1 << 24, "too many sections or items")
        demand(length <= len(data), "the file is shorter than its content")
        demand(
            checksums + 4 * -(-checksums // PAGE) == length,
            "page checksums do not end where the content does",
        )
        return cls(version, oldest, sections, items, checksums, length, data[40:72])


@dataclass
class Section:
    """Directory: one entry."""

    name: str
    flags: int
    encoding: int
    begin: int
    stored: int
    logical: int

    @classmethod
    def read(cls, data: bytes) -> "Section":
        name, *numbers = struct.unpack("<4sHHQQQ", data)
        return cls(name.decode("latin-1"), *numbers)

    @property
    def end(self) -> int:
        return self.begin + self.stored


def read_directory(data: bytes, header: Header) -> dict[str, Section]:
    """Directory, and the order and padding of The file as a whole."""
    end = 128 + 32 * header.sections
    sections = [Section.read(part(data, at, at + 32)) for at in range(128, end, 32)]
    by_name = {section.name: section for section in sections}
    demand(len(by_name) == len(sections), "a section stands there twice")
    demand(not FLAGS.keys() - by_name.keys() - MAY_BE_LEFT_OUT, "a section is missing")
    for section in sections:
        demand(section.begin % 8 == 0 and section.begin >= end, f"{section.name} is out of place")
        demand(
            not any(part(data, end, section.begin)),
            f"there is something between {section.name} and what is before",
        )
        demand(
            section.name in FLAGS or not section.flags & CRITICAL,
            f"{section.name} is critical and unknown",
        )
        demand(FLAGS.get(section.name, section.flags) == section.flags, f"flags of {section.name}")
        if section.name in FLAGS:
            demand(
                section.encoding == ENCODINGS.get(section.name, PLAIN),
                f"encoding of {section.name}",
            )
        demand(section.encoding or section.stored == section.logical, f"length of {section.name}")
        demand(
            section.logical <= LONGEST.get(section.name, section.logical),
            f"{section.name} is too long",
        )
        end = section.end
    demand(end <= header.checksums, "a section runs into the page checksums")
    demand(
        not any(part(data, end, header.checksums)),
        "there is something between the sections and the checksums",
    )
    demand(
        all(by_name[top].end <= 16384 for top in ("idtp", "tmtp", "titp", "astp")),
        "a top section is not near the top",
    )
    return by_name


class PageChecksums:
    """Page checksums."""

    def __init__(self, data: bytes, header: Header):
        self.pages = [
            data[at : min(at + PAGE, header.checksums)] for at in range(0, header.checksums, PAGE)
        ]
        self.written = Cursor(data, header.checksums).u32s(len(self.pages))

    def computed(self) -> list[int]:
        return [zlib.crc32(page) for page in self.pages]


class KeyTable:
    """String dictionaries: the key table."""

    def __init__(self, cursor: Cursor):
        count = cursor.u32()
        self.offsets = cursor.u32s(count + 1)
        ends = [0, *cursor.u32s(count)]
        demand(ends == sorted(ends), "key ends out of order")
        keys = cursor.take(ends[-1])
        self.keys = [keys[begin:end] for begin, end in pairwise(ends)]
        demand(sorted(set(self.keys)) == self.keys, "keys out of order")
        demand(self.offsets == sorted(self.offsets), "offsets out of order")

    def leads_to(self, i: int, below: bytes) -> bytes:
        return part(below, self.offsets[i], self.offsets[i + 1])

    def last_not_greater(self, key: bytes) -> int:
        return max(bisect.bisect_right(self.keys, key) - 1, 0)


class StringDictionary:
    """String dictionaries."""

    def __init__(self, top: bytes, pages: bytes, blocks: bytes):
        cursor = Cursor(top)
        self.count, self.keys_a_page = cursor.u32(), cursor.u32()
        self.top, self.pages, self.blocks = KeyTable(cursor), pages, blocks
        cursor.finish("top")
        demand(
            self.top.offsets[0] == 0 and self.top.offsets[-1] == len(pages), "pages out of place"
        )

    def page(self, i: int) -> KeyTable:
        cursor = Cursor(self.top.leads_to(i, self.pages))
        table = KeyTable(cursor)
        cursor.finish("page")
        return table

    @staticmethod
    def entries_of(block: bytes):
        cursor, key = Cursor(block), b""
        while not cursor.at_end:
            byte = cursor.u8()
            shared, rest = byte & 15, byte >> 4
            shared += cursor.varint() if shared == 15 else 0
            rest += cursor.varint() if rest == 15 else 0
            size = cursor.varint()
            demand(shared <= len(key), "a key shares more than there is")
            key = key[:shared] + cursor.take(rest)
            yield key, cursor.take(size)

    def __iter__(self):
        """Every key and value, in order, by way of top and pages; checks all that is promised."""
        rank, end, before = 0, 0, None
        for i, first in enumerate(self.top.keys):
            page = self.page(i)
            demand(page.keys[:1] == [first], "a page begins otherwise than the top says")
            fewest = 1 if i + 1 == len(self.top.keys) else self.keys_a_page
            demand(fewest <= len(page.keys) <= self.keys_a_page, "a page of another size")
            for j, first in enumerate(page.keys):
                demand(page.offsets[j] == end, "blocks do not follow one another")
                end = page.offsets[j + 1]
                entries = list(self.entries_of(page.leads_to(j, self.blocks)))
                demand(len(entries) == min(64, self.count - rank) > 0, "a block of another size")
                demand(entries[0][0] == first, "a block begins otherwise than its page says")
                rank += len(entries)
                for key, value in entries:
                    demand(before is None or before < key, "keys out of order")
                    before = key
                    yield key, value
        demand(
            rank == self.count and end == len(self.blocks), "more or fewer entries than promised"
        )

    def find(self, key: bytes) -> bytes | None:
        if not self.count:
            return None
        page = self.page(self.top.last_not_greater(key))
        block = page.leads_to(page.last_not_greater(key), self.blocks)
        return dict(self.entries_of(block)).get(key)

    def at(self, rank: int) -> bytes:
        demand(rank < self.count, "a rank beyond the dictionary")
        block = rank // 64
        page = self.page(block // self.keys_a_page)
        return list(self.entries_of(page.leads_to(block % self.keys_a_page, self.blocks)))[
            rank % 64
        ][0]


class DeflatedBlocks:
    """Deflated blocks."""

    def __init__(self, index: bytes, stored: bytes, logical: int):
        cursor = Cursor(index)
        count = cursor.u32()
        cursor.u32()
        self.marks = [(cursor.u64(), cursor.u64()) for _ in range(count + 1)]
        self.stored = stored
        cursor.finish("bidx")
        demand(self.marks[0] == (0, 0), "the first block is out of place")
        demand(self.marks[-1] == (logical, len(stored)), "the last block is out of place")

    def inflated(self) -> bytes:
        return b"".join(self.block(*begin, *end) for begin, end in pairwise(self.marks))

    def block(self, begin: int, stored_begin: int, end: int, stored_end: int) -> bytes:
        demand(begin < end <= begin + 32768, "a block of no bytes, or of more than 32 KiB")
        return inflated(part(self.stored, stored_begin, stored_end), end - begin)


class Strings:
    """Items: a list of byte strings, the form of `name` and `labl`."""

    def __init__(self, data: bytes):
        cursor = Cursor(data)
        ends = [0, *cursor.u32s(cursor.u32())]
        demand(ends == sorted(ends), "ends out of order")
        content = cursor.take(ends[-1])
        cursor.finish("a list of strings")
        self.strings = [content[begin:end] for begin, end in pairwise(ends)]


@dataclass
class Labels:
    """Items: a string of `labl`."""

    language: str
    themes: list[int]
    tags: list[str]

    @classmethod
    def read(cls, data: bytes, names: list[str]) -> "Labels":
        cursor = Cursor(data)
        language, themes, tags = cursor.varint(), cursor.varints(), cursor.varints()
        cursor.finish("labels")
        demand(all(number < len(names) for number in [language, *tags]), "a name that is not there")
        return cls(names[language], themes, [names[number] for number in tags])


@dataclass
class Item:
    """Items: a record of `item`, with its two texts of `text`."""

    ordinal: int
    kind: str
    purpose: str | None
    difficulty: int
    minutes: tuple[int, int]
    people: tuple[int, int]
    label_set: int
    rank: int
    title_at: int
    body_begin: int
    body_length: int
    title: str = ""
    summary: str = ""
    id: str = ""
    labels: Labels = None

    @classmethod
    def read(cls, ordinal: int, record: bytes) -> "Item":
        kind, more, *numbers, labels, rank, title_at, body = struct.unpack("<BB2xHHHHIIIQ", record)
        purpose, difficulty = more & 15, more >> 4
        demand(
            1 <= kind <= len(KINDS) and purpose <= len(PURPOSES) and difficulty <= 3,
            "an item beyond the tables",
        )
        return cls(
            ordinal,
            KINDS[kind - 1],
            PURPOSES[purpose - 1] if purpose else None,
            difficulty,
            tuple(numbers[:2]),
            tuple(numbers[2:]),
            labels,
            rank,
            title_at,
            body & (1 << 40) - 1,
            body >> 40,
        )

    @staticmethod
    def read_all(data: bytes, texts: bytes, count: int) -> tuple[list["Item"], int]:
        """The items, and the end of the bodies."""
        cursor = Cursor(data)
        begins = [*cursor.u32s(16), count]
        items = [Item.read(ordinal, cursor.take(32)) for ordinal in range(count)]
        end = struct.unpack("<24xQ", cursor.take(32))[0]
        cursor.finish("item")
        demand(begins[0] == 0 and begins == sorted(begins), "kinds out of order")
        for kind, (begin, last) in enumerate(pairwise(begins)):
            demand(
                all(item.kind == KINDS[kind - 1] for item in items[begin:last]),
                "an item among another kind",
            )
        cursor = Cursor(texts)
        for item in items:
            demand(item.title_at == cursor.at, "texts do not follow one another")
            item.title, item.summary = cursor.text(), cursor.text()
            demand(
                len(item.title.encode()) <= 1024 and len(item.summary.encode()) <= 8192,
                "a text is too long",
            )
        cursor.finish("text")
        return items, end


class GroupedEntries:
    """Links: an entry for each item, with an offset for each group of 32."""

    def __init__(self, data: bytes, items: int):
        self.cursor, self.items = Cursor(data), items
        self.offsets = self.cursor.u32s(-(-items // 32) + 1)
        self.begin = self.cursor.at

    def __iter__(self):
        """Each item; who takes it reads its entry from the cursor before the next."""
        for item in range(self.items):
            demand(item % 32 or self.at == self.offsets[item // 32], "a group begins elsewhere")
            yield item
        demand(self.at == self.offsets[-1], "the entries end elsewhere")
        self.cursor.finish("grouped entries")

    @property
    def at(self) -> int:
        return self.cursor.at - self.begin

    def others(self, item: int) -> list[int]:
        others = self.cursor.steps(item)
        demand(all(0 <= other < self.items for other in others), "an item that is not there")
        return others


@dataclass(frozen=True)
class Link:
    """Links: one link."""

    source: int
    target: int
    type: str

    @staticmethod
    def read_all(data: bytes, items: int) -> list["Link"]:
        """As written, by source; those by target are the same in another order."""
        if not data:
            return []
        written, back = [], []
        entries = GroupedEntries(data, items)
        for item in entries:
            written += [(item, other, type) for type, other in Link.read_runs(entries, item)]
            back += [(other, item, type) for type, other in Link.read_runs(entries, item)]
        demand(written != [], "a section of no links")
        demand(
            back == sorted(written, key=lambda link: (link[1], link[2], link[0])),
            "links back are others, or out of order",
        )
        return [Link(a, b, LINK_TYPES[t - 1]) for a, b, t in written if t <= len(LINK_TYPES)]

    @staticmethod
    def read_runs(entries: GroupedEntries, item: int) -> list[tuple[int, int]]:
        """The links of an item in one direction: of each the type and the item at the other end."""
        links, before = [], None
        for _ in range(entries.cursor.varint()):
            type = entries.cursor.varint()
            demand(type not in (0, before), "a type that is none, or goes on in another run")
            others = entries.others(item)
            demand(others != [], "a run of no links")
            links += [(type, other) for other in others]
            before = type
        return links


@dataclass
class Asset:
    """Assets."""

    name: str
    media_type: str
    content: bytes

    @classmethod
    def read(cls, name: bytes, value: bytes, assets: bytes) -> "Asset":
        cursor = Cursor(value)
        offset, length, media_type = cursor.varint(), cursor.varint(), cursor.text()
        cursor.finish("an asset")
        return cls(decoded(name), media_type, part(assets, offset, offset + length))


@dataclass
class Field:
    """Search: a field in `srch`, with its part of `leng`."""

    weight: int
    length_weight: int
    total_length: int
    name: str
    length_codes: bytes = b""


class SearchHeader:
    """Search: `srch`, `leng` and `ordr`."""

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
        """The ordinal of each document."""
        width = max((self.documents - 1).bit_length(), 1)
        demand(len(order) == -(-self.documents * width // 8), "ordr is of another length")
        bits = int.from_bytes(order, "little")
        ordinals = [bits >> i * width & (1 << width) - 1 for i in range(self.documents)]
        demand(sorted(ordinals) == list(range(self.documents)), "an order that is none")
        return ordinals

    @property
    def has_positions(self) -> bool:
        return bool(self.flags & 1)

    def score(self, frequency: int, posting: "Posting") -> float:
        """What a word adds to the score of a document: BM25F."""
        saturation, tf = self.saturation / 1000, 0.0
        for number, count in posting.frequencies.items():
            field = self.fields[number]
            length = length_of_code(field.length_codes[posting.document])
            b, average = field.length_weight / 1000, max(1.0, field.total_length / self.documents)
            tf += field.weight / 1000 * count / (1 - b + b * length / average)
        rarity = math.log(1 + (self.documents - frequency + 0.5) / (frequency + 0.5))
        return rarity * (saturation + 1) * tf / (saturation + tf)


def length_of_code(code: int) -> int:
    """Search: the length that a byte of `leng` stands for."""
    return code if code < 40 else 5 * (8 + (code - 40) % 8) << (code - 40) // 8


def code_of_length(length: int) -> int:
    return bisect.bisect_right(LENGTHS, length) - 1


LENGTHS = [length_of_code(code) for code in range(256)]


@dataclass
class Posting:
    """Search: where a word is in one document. Both dictionaries are by number of field."""

    document: int
    frequencies: dict[int, int]
    forms: int = 1
    positions: dict[int, list[int]] = field(default_factory=dict)

    def read_positions(self, numbers: list[int]) -> None:
        """From its numbers in a run: a first position, then differences, for each field."""
        for each in sorted(self.frequencies):
            count = self.frequencies[each]
            self.positions[each] = list(accumulate(numbers[:count]))
            del numbers[:count]


@dataclass
class SkipEntry:
    """Search: an entry of `skip`. `most`, by field: greatest frequency, least length code."""

    last_document: int
    post_length: int
    posi_length: int | None
    forms: int
    most: dict[int, tuple[int, int]]


@dataclass
class Block:
    """Search: a block of `post` with its run of `posi`, and how many bytes each took."""

    postings: list[Posting]
    post_length: int
    posi_length: int | None


@dataclass
class PostingList:
    """Search: what a place leads to."""

    document_frequency: int = 0
    has_forms: bool = False
    blocks: list[Block] = field(default_factory=list)
    skips: list[SkipEntry] = field(default_factory=list)

    @property
    def postings(self) -> list[Posting]:
        return [posting for block in self.blocks for posting in block.postings]


@dataclass
class Word:
    """Search: an entry of the dictionary of words, with all it leads to."""

    word: str
    number: int
    parts_of_form: list[str]
    refers: int = 0
    lemma: str = ""
    is_function_word: bool = False
    words: PostingList = field(default_factory=PostingList)
    parts: PostingList = field(default_factory=PostingList)


class WordReader:
    """Search: the dictionary of words, `post`, `posi` and `skip`."""

    def __init__(self, search: SearchHeader, post: bytes, posi: bytes, skip: bytes):
        self.positions, self.fields, self.documents = (
            search.has_positions,
            len(search.fields),
            search.documents,
        )
        self.post, self.posi, self.skip = post, posi, skip

    def read_all(self, entries) -> list[Word]:
        words = []
        for rank, (key, value) in enumerate(entries):
            word = self.read(key, value)
            if word.refers:
                demand(word.refers <= rank % 64, "a word refers to another block")
                other = words[rank - word.refers]
                demand(not other.refers, "a word refers to one that refers")
                word.lemma, word.is_function_word = other.lemma, other.is_function_word
                word.words, word.parts = other.words, other.parts
            words.append(word)
        return words

    def read(self, key: bytes, value: bytes) -> Word:
        cursor = Cursor(value)
        head = cursor.varint()
        demand(head < 1 << 10 and head & 15 <= 8, "a word with what the page does not know")
        parts = self.read_parts(key, cursor) if head & 1 << 5 else []
        word = Word(decoded(key), head & 15, parts)
        if head & 1 << 4:
            word.refers = cursor.varint()
            demand(word.refers > 0 and not head >> 6, "a word refers to nothing")
        else:
            word.lemma = word.word
            if head & 1 << 6:
                kept = part(key, 0, cursor.varint())
                word.lemma = decoded(kept + cursor.text().encode())
            word.is_function_word = bool(head & 1 << 9)
            if head & 1 << 8:
                word.parts = self.read_place(cursor, False, False)
                demand(word.parts.document_frequency > 0, "a list of parts without any")
            word.words = self.read_place(cursor, self.positions, bool(head & 1 << 7))
        cursor.finish("a word")
        return word

    @staticmethod
    def read_parts(key: bytes, cursor: Cursor) -> list[str]:
        parts, at = [], 0
        for _ in range(cursor.varint()):
            byte = cursor.u8()
            if byte >> 5 == 7:
                parts.append(cursor.text())
            else:
                begin = at + (byte >> 5)
                at = begin + (byte & 31)
                parts.append(decoded(part(key, begin, at)))
        return parts

    def read_place(self, cursor: Cursor, positions: bool, forms: bool) -> PostingList:
        frequency = cursor.varint()
        demand(frequency <= self.documents, "a word in more documents than there are")
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
            demand(found.postings[-1].document < self.documents, "a document that is not there")
        return found

    @staticmethod
    def cursor_into(section: bytes, cursor: Cursor) -> Cursor:
        offset, length = cursor.varint(), cursor.varint()
        return Cursor(part(section, offset, offset + length))

    def fields_in(self, bits: int) -> list[int]:
        demand(0 < bits < 1 << self.fields, "fields that are not there")
        return [each for each in range(self.fields) if bits >> each & 1]

    def only_posting(self, cursor: Cursor, positions: bool, forms: bool) -> Block:
        document, fields = cursor.varint(), self.fields_in(cursor.u8())
        posting = Posting(document, {each: cursor.varint() for each in fields})
        demand(all(posting.frequencies.values()), "a frequency of 0")
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
            demand(number == len(lengths) or posi.at - begin == lengths[number], "a wrong length")

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
        demand(all(posting.frequencies for posting in postings), "a posting in no field")
        for posting, mask in zip(
            postings, post.packed(count) if forms else [0] * count, strict=True
        ):
            posting.forms = mask + 1
            demand(posting.forms < 1 << 8, "a form that has no number")
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


class HashTree:
    """Hash tree: the levels of one section."""

    def __init__(self, content: bytes):
        self.levels = [self.hashes(b"\0", content) or [hashlib.sha256(b"\0").digest()]]
        while len(self.levels[-1]) > 1:
            self.levels.append(self.hashes(b"\1", b"".join(self.levels[-1])))

    @staticmethod
    def hashes(mark: bytes, content: bytes) -> list[bytes]:
        return [
            hashlib.sha256(mark + content[at : at + 8192]).digest()
            for at in range(0, len(content), 8192)
        ]

    @property
    def top(self) -> bytes:
        return self.levels[-1][0]


class ReleaseStatement:
    """Release statement."""

    def __init__(self, data: bytes):
        demand(len(data) <= 65536, "the release statement is too long")
        cursor = Cursor(data)
        demand(cursor.take(4) == b"LKRS" and cursor.u16() == 1, "there is no release statement")
        signatures = cursor.u16()
        payload = cursor.take(cursor.u32())
        self.payload = json_of(payload)
        self.signatures = [(cursor.take(8), cursor.take(64)) for _ in range(signatures)]
        demand(zlib.crc32(data[: cursor.at]) == cursor.u32(), "the release statement is damaged")
        cursor.finish("the release statement")


class Pack:
    """The file as a whole."""

    def __init__(self, path: str | Path):
        self.data = Path(path).read_bytes()
        self.header = Header.read(self.data)
        self.checksums = PageChecksums(self.data, self.header)
        demand(
            self.checksums.computed() == self.checksums.written,
            "a page does not match its checksum",
        )
        self.directory = read_directory(self.data, self.header)
        self.release = ReleaseStatement(self.data[self.header.content_length :])

    def stored(self, name: str) -> bytes:
        section = self.directory.get(name)
        return self.data[section.begin : section.end] if section else b""

    def logical(self, name: str) -> bytes:
        """What the stored bytes stand for."""
        section = self.directory[name]
        if section.encoding == DEFLATED_BLOCKS:
            return self.stream
        if section.encoding == DEFLATED_WHOLE:
            return inflated(self.stored(name), section.logical)
        return self.stored(name)

    def dictionary(self, prefix: str) -> StringDictionary:
        return StringDictionary(*(self.stored(prefix + level) for level in ("tp", "pg", "bk")))

    @cached_property
    def stream(self) -> bytes:
        """Deflated blocks: the bytes of `body`, inflated."""
        return DeflatedBlocks(
            self.stored("bidx"), self.stored("body"), self.directory["body"].logical
        ).inflated()

    @cached_property
    def manifest(self) -> dict:
        """Manifest."""
        manifest = json_of(self.stored("mani"))
        known = {
            "id",
            "title",
            "version",
            "language",
            "publisher",
            "licence",
            "release",
            "analysis",
        }
        demand(
            known <= manifest.keys() and manifest["analysis"] == "fold-1",
            "the manifest is not whole",
        )
        return manifest

    @cached_property
    def ids(self) -> list[tuple[str, int, bool]]:
        """Items, Dictionary of ids: id, ordinal, whether it redirects; in order of id."""
        found = []
        for key, value in self.dictionary("id"):
            cursor = Cursor(value)
            number = cursor.varint()
            cursor.finish("an id")
            demand(len(key) <= 128 and number // 2 < self.header.items, "an id of nothing")
            found.append((decoded(key), number // 2, bool(number & 1)))
        return found

    @property
    def redirects(self) -> dict[str, str]:
        return {id: self.items[ordinal].id for id, ordinal, redirects in self.ids if redirects}

    @cached_property
    def items(self) -> list[Item]:
        """Items, each with its id and labels."""
        items, end = Item.read_all(self.stored("item"), self.stored("text"), self.header.items)
        names = [decoded(name) for name in Strings(self.stored("name")).strings]
        labels = [Labels.read(labels, names) for labels in Strings(self.stored("labl")).strings]
        demand(end == len(self.stream), "the bodies end elsewhere")
        for item in items:
            demand(
                item.rank < len(self.ids) and item.label_set < len(labels),
                "an item without id or labels",
            )
            item.id, ordinal, redirects = self.ids[item.rank]
            item.labels = labels[item.label_set]
            demand(ordinal == item.ordinal and not redirects, "an id of another item")
            demand(
                all(theme < len(items) for theme in item.labels.themes), "a theme that is not there"
            )
        demand(
            sum(not redirects for _, _, redirects in self.ids) == len(items), "an item with two ids"
        )
        return items

    @cached_property
    def raw_documents(self) -> list[bytes]:
        """Documents: the bytes of each, by ordinal. They lie in the order that Search gives."""
        end = 0
        for ordinal in self.search.order:
            item = self.items[ordinal]
            demand(item.body_begin == end, "documents do not follow one another")
            end += item.body_length
        demand(end == len(self.stream), "bytes after the last document")
        return [
            part(self.stream, item.body_begin, item.body_begin + item.body_length)
            for item in self.items
        ]

    @cached_property
    def documents(self) -> list[dict]:
        """Documents, by ordinal."""
        demand(
            all(len(document) < 16 << 20 for document in self.raw_documents),
            "a document is too long",
        )
        return [json_of(document) for document in self.raw_documents]

    @cached_property
    def links(self) -> list[Link]:
        """Links, as written."""
        return Link.read_all(self.stored("link"), len(self.items))

    @cached_property
    def related(self) -> list[list[int]]:
        """Related items, by ordinal."""
        if "rela" not in self.directory:
            return [[] for _ in self.items]
        entries, related = GroupedEntries(self.stored("rela"), len(self.items)), []
        for item in entries:
            related.append(entries.others(item))
            demand(len(related[item]) <= 16, "too many related items")
            demand(item not in related[item], "an item that is related to itself")
        return related

    @cached_property
    def map(self) -> dict | None:
        """Map."""
        return json_of(self.logical("map ")) if "map " in self.directory else None

    @cached_property
    def synonyms(self) -> list[dict]:
        """Synonyms."""
        return json_of(self.logical("synm")) if "synm" in self.directory else []

    @cached_property
    def assets(self) -> list[Asset]:
        """Assets, in order of name."""
        return [
            Asset.read(name, value, self.stored("asst")) for name, value in self.dictionary("as")
        ]

    @cached_property
    def search(self) -> SearchHeader:
        """Search: its header and lengths."""
        search = SearchHeader(*(self.stored(name) for name in ("srch", "leng", "ordr")))
        demand(search.documents == len(self.items), "other documents than items")
        demand(not search.has_positions or "posi" in self.directory, "positions that are not there")
        return search

    @cached_property
    def words(self) -> list[Word]:
        """Search: every word, in order of its bytes."""
        reader = WordReader(self.search, *(self.stored(name) for name in ("post", "posi", "skip")))
        return reader.read_all(self.dictionary("tm"))

    @cached_property
    def titles(self) -> dict[str, list[int]]:
        """Search: the documents of each title."""
        titles = {}
        for key, value in self.dictionary("ti"):
            cursor, documents = Cursor(value), [0]
            while not cursor.at_end:
                documents.append(documents[-1] + cursor.varint())
            titles[decoded(key)] = documents[1:]
            demand(documents[-1] < max(self.search.documents, 1), "a title of nothing")
        return titles

    @cached_property
    def hash_trees(self) -> list[tuple[Section, HashTree]]:
        """Hash tree: recomputed, for each hashed section in order."""
        hashed = [section for section in self.directory.values() if section.flags & HASHED]
        return [(section, HashTree(self.logical(section.name))) for section in hashed]

    @property
    def computed_levels(self) -> bytes:
        """Hash tree: what section `hash` should hold."""
        return b"".join(
            hash for _, tree in self.hash_trees for level in tree.levels for hash in level
        )

    @property
    def computed_root(self) -> bytes:
        """Hash tree: what the header should have as root."""
        root = hashlib.sha256(b"\2")
        for section, tree in self.hash_trees:
            root.update(
                struct.pack(
                    "<4sHHQ", section.name.encode("latin-1"), section.flags, 0, section.logical
                )
            )
            root.update(tree.top)
        return root.digest()

    @property
    def computed_file_hash(self) -> str:
        """Release statement: what its payload should have as `file-hash`."""
        return hashlib.sha256(self.data[: self.header.content_length]).hexdigest()

    def everything(self):
        """All that a pack holds, as pairs: the name of the section of the page, and one thing."""
        yield "Header", self.header
        yield from (("Directory", section) for section in self.directory.values())
        yield "Page checksums", self.checksums.written
        yield "Manifest", self.manifest
        yield from (("Dictionary of ids", id) for id in self.ids)
        yield from (("Items", item) for item in self.items)
        yield from (("Links", link) for link in self.links)
        yield from (("Related items", others) for others in self.related)
        yield from (("Documents", document) for document in self.documents)
        yield "Map", self.map
        yield from (("Synonyms", synonym) for synonym in self.synonyms)
        yield from (("Assets", asset) for asset in self.assets)
        yield "Search", self.search
        yield from (("Words", word) for word in self.words)
        yield from (("Hash tree", section) for section in self.hash_trees)
        yield "Release statement", self.release
