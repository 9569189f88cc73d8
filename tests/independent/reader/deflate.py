# SPDX-License-Identifier: EUPL-1.2
"""Section Deflated blocks of the specification, and sections deflated as a whole."""

import zlib
from itertools import pairwise

from reader.conventions import Cursor, PackError, demand, part


def inflated(stored: bytes, length: int) -> bytes:
    """Inflates raw deflate. The stream must be complete and give exactly `length` bytes."""
    demand(length <= 1032 * len(stored), "a stream claims to inflate more than 1032 times")
    inflate = zlib.decompressobj(wbits=-15)
    try:
        content = inflate.decompress(stored, length + 1)
    except zlib.error as error:
        raise PackError(f"a stream does not inflate: {error}") from error
    demand(
        inflate.eof and not inflate.unused_data and len(content) == length,
        "a stream does not inflate to its length",
    )
    return content


class DeflatedBlocks:
    """Section Deflated blocks: `bidx`, the index, and `body`, the blocks."""

    def __init__(self, index: bytes, stored: bytes, logical: int):
        cursor = Cursor(index)
        count = cursor.u32()
        cursor.u32()
        self.marks = [(cursor.u64(), cursor.u64()) for _ in range(count + 1)]
        self.stored = stored
        cursor.finish("bidx")
        demand(self.marks[0] == (0, 0), "the first block does not begin at 0")
        demand(self.marks[-1] == (logical, len(stored)), "the last block does not end where `body` ends")

    def inflated(self) -> bytes:
        return b"".join(self.block(*begin, *end) for begin, end in pairwise(self.marks))

    def block(self, begin: int, stored_begin: int, end: int, stored_end: int) -> bytes:
        demand(begin < end <= begin + (32 << 10), "a block is empty or longer than 32 KiB")
        demand(stored_begin < stored_end <= stored_begin + (64 << 10), "a block takes no bytes or more than 64 KiB")
        return inflated(part(self.stored, stored_begin, stored_end), end - begin)
