# SPDX-License-Identifier: EUPL-1.2
"""Changes the bytes of packs, for the Python tests."""

import struct
import zlib


def with_checksums(content: bytes) -> bytes:
    """Computes the CRC-32 of each page of 4096 bytes again, after a test has changed the pack."""
    made = bytearray(content)
    (covered,) = struct.unpack_from("<Q", made, 24)  # the number of bytes that the pages cover
    for number, begin in enumerate(range(0, covered, 4096)):
        checksum = zlib.crc32(made[begin : min(begin + 4096, covered)])
        struct.pack_into("<I", made, covered + 4 * number, checksum)
    return bytes(made)
