# SPDX-License-Identifier: EUPL-1.2
"""Portals to ask: of the default pack, and of a small one with a bit of everything."""

import functools
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from markup import Markup

import landkaart
from landkaart.web import Portal, Request, Response, Settings

TOP = Path(__file__).parents[2]
BASE = "https://gemeente.example/landkaart"

Ask = Callable[..., Response]


def with_checksums(content: bytes) -> bytes:
    """A changed pack with the CRC-32 of each page of 4096 bytes made right again."""
    made = bytearray(content)
    (covered,) = struct.unpack_from("<Q", made, 24)  # how many bytes the pages cover
    for number, begin in enumerate(range(0, covered, 4096)):
        checksum = zlib.crc32(made[begin : min(begin + 4096, covered)])
        struct.pack_into("<I", made, covered + 4 * number, checksum)
    return bytes(made)


@pytest.fixture(scope="session")
def pack() -> landkaart.Pack:
    """The default pack."""
    return landkaart.cocreatie()


@pytest.fixture(scope="session")
def samples() -> landkaart.Pack:
    """A small pack, with a redirect, a picture and an item in English."""
    return landkaart.open(TOP / "tests" / "conformance" / "fixture.lkp")


@pytest.fixture(scope="session")
def portal(pack: landkaart.Pack) -> Portal:
    """As a host has it that gave a base URL."""
    return Portal(pack, Settings(base_url=BASE))


@pytest.fixture(scope="session")
def ask(portal: Portal) -> Ask:
    """Asks the portal, mounted at /landkaart."""

    def asked(address: str, method: str = "GET", **headers: str) -> Response:
        path, _, query = address.partition("?")
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return portal.answer(Request(method, path, query, named, root="/landkaart"))

    return asked


@pytest.fixture(scope="session")
def read(ask: Ask) -> Callable[[str], Markup]:
    """The page at an address, read as HTML."""

    @functools.cache
    def page(address: str) -> Markup:
        answer = ask(address)
        assert answer.status in (200, 404), address
        return Markup(answer.body.decode())

    return page
