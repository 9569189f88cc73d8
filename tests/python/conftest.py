# SPDX-License-Identifier: EUPL-1.2
"""The packs of the tests: the default pack, and the fixture pack of the conformance cases."""

import struct
import zlib
from pathlib import Path

import pytest

import landkaart

TOP = Path(__file__).parents[2]
FIXTURE = TOP / "tests" / "conformance" / "fixture.lkp"


@pytest.fixture(scope="session")
def pack() -> landkaart.Pack:
    """The default pack."""
    return landkaart.cocreatie()


@pytest.fixture(scope="session")
def samples() -> landkaart.Pack:
    """The fixture pack: 15 items, with every kind of item and every field."""
    return landkaart.open(FIXTURE)


def with_checksums(content: bytes) -> bytes:
    """Computes the CRC-32 of each page of 4096 bytes again, after a test has changed the pack."""
    made = bytearray(content)
    (covered,) = struct.unpack_from("<Q", made, 24)  # the number of bytes that the pages cover
    for number, begin in enumerate(range(0, covered, 4096)):
        checksum = zlib.crc32(made[begin : min(begin + 4096, covered)])
        struct.pack_into("<I", made, covered + 4 * number, checksum)
    return bytes(made)


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    """An authoring folder without mistakes."""
    landkaart.init(tmp_path / "starter")
    return tmp_path / "starter"
