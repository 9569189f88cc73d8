# SPDX-License-Identifier: EUPL-1.2
"""Sections Hash tree and Release statement of the specification."""

import hashlib
import struct
import zlib

from reader.container import Section
from reader.conventions import Cursor, demand, json_of


class HashTree:
    """Section Hash tree: the levels of the tree of one section, leaves first."""

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


def levels_of(trees: list[tuple[Section, HashTree]]) -> bytes:
    """Section Hash tree: the bytes that section `hash` must hold."""
    return b"".join(hash for _, tree in trees for level in tree.levels for hash in level)


def root_of(trees: list[tuple[Section, HashTree]]) -> bytes:
    """Section Hash tree: the root that the header must hold."""
    root = hashlib.sha256(b"\2")
    for section, tree in trees:
        name = section.name.encode("latin-1")
        root.update(struct.pack("<4sHHQ", name, section.flags, 0, section.logical) + tree.top)
    return root.digest()


class ReleaseStatement:
    """Section Release statement."""

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
