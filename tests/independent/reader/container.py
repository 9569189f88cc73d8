# SPDX-License-Identifier: EUPL-1.2
"""Sections The file as a whole, Header, Directory and Page checksums of the specification."""

import struct
import zlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from reader.conventions import Cursor, demand, part
from reader.deflate import DeflatedBlocks, inflated

VERSION = 1
MAGIC = bytes.fromhex("894C4B500D0A1A0A")
PAGE = 4096
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
LONGEST = {"mani": 64 << 10, "map ": 8 << 20, "synm": 1 << 20}
MAY_BE_LEFT_OUT = {"rela", "map ", "posi", "synm", "ordr"}


@dataclass
class Header:
    """Section Header."""

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
        demand(version > 0, "the pack has the draft format from before version 1")
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
    """Section Directory of the specification: one entry, which describes one section of a pack."""

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

    def check(self) -> None:
        """Requires that a known section keeps the specification, and that an unknown one is optional."""
        demand(self.encoding or self.stored == self.logical, f"{self.name} is plain and has two lengths")
        if self.name not in FLAGS:
            demand(not self.flags & CRITICAL, f"{self.name} is critical and unknown")
            return
        demand(self.flags == FLAGS[self.name], f"{self.name} has other flags")
        demand(self.encoding == ENCODINGS.get(self.name, PLAIN), f"{self.name} has another encoding")
        demand(self.logical <= LONGEST.get(self.name, self.logical), f"{self.name} is too long")


def read_directory(data: bytes, header: Header) -> dict[str, Section]:
    """Section Directory, and the order and padding in section The file as a whole."""
    end = 128 + 32 * header.sections
    sections = [Section.read(part(data, at, at + 32)) for at in range(128, end, 32)]
    by_name = {section.name: section for section in sections}
    demand(len(by_name) == len(sections), "two sections have the same name")
    demand(not FLAGS.keys() - by_name.keys() - MAY_BE_LEFT_OUT, "a required section is missing")
    for section in sections:
        demand(section.begin % 8 == 0 and section.begin >= end, f"{section.name} overlaps or is not aligned")
        demand(
            not any(part(data, end, section.begin)),
            f"the padding before {section.name} is not zero",
        )
        section.check()
        end = section.end
    demand(end <= header.checksums, "a section runs into the page checksums")
    demand(
        not any(part(data, end, header.checksums)),
        "the padding before the checksums is not zero",
    )
    demand(
        all(by_name[top].end <= 16384 for top in ("idtp", "tmtp", "titp", "astp")),
        "the top of an index does not end within the first 16 KiB",
    )
    return by_name


class PageChecksums:
    """Section Page checksums."""

    def __init__(self, data: bytes, header: Header):
        self.pages = [
            data[at : min(at + PAGE, header.checksums)] for at in range(0, header.checksums, PAGE)
        ]
        self.written = Cursor(data, header.checksums).u32s(len(self.pages))

    def computed(self) -> list[int]:
        return [zlib.crc32(page) for page in self.pages]


class Container:
    """Section The file as a whole: the sections of a pack by name."""

    def __init__(self, file: str | Path | bytes):
        self.data = file if isinstance(file, bytes) else Path(file).read_bytes()
        self.header = Header.read(self.data)
        self.checksums = PageChecksums(self.data, self.header)
        demand(
            self.checksums.computed() == self.checksums.written,
            "a page does not match its checksum",
        )
        self.directory = read_directory(self.data, self.header)

    def stored(self, name: str) -> bytes:
        section = self.directory.get(name)
        return self.data[section.begin : section.end] if section else b""

    def logical(self, name: str) -> bytes:
        """The decoded content of a section; its stored bytes when the encoding is unknown."""
        section = self.directory[name]
        if name == "body":
            return self.stream
        if section.encoding == DEFLATED_WHOLE:
            return inflated(self.stored(name), section.logical)
        return self.stored(name)

    @cached_property
    def stream(self) -> bytes:
        """Section Deflated blocks: the inflated bytes of `body`."""
        length = self.directory["body"].logical
        return DeflatedBlocks(self.stored("bidx"), self.stored("body"), length).inflated()
