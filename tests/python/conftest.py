# SPDX-License-Identifier: EUPL-1.2
"""Packs to ask: the default one, and the one of the conformance cases."""

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
    """A small pack with a bit of everything."""
    return landkaart.open(FIXTURE)


def with_checksums(content: bytearray, covered: int) -> bytes:
    """A changed pack with the CRC-32 of each page of 4096 bytes made right again.

    Args:
        content: The whole file.
        covered: How many bytes the pages cover; the file header has this number at byte 24.
    """
    for number, begin in enumerate(range(0, covered, 4096)):
        checksum = zlib.crc32(content[begin : min(begin + 4096, covered)])
        struct.pack_into("<I", content, covered + 4 * number, checksum)
    return bytes(content)


@pytest.fixture
def starter(tmp_path: Path) -> Path:
    """An authoring folder without mistakes."""
    landkaart.init(tmp_path / "starter")
    return tmp_path / "starter"
