# SPDX-License-Identifier: EUPL-1.2
"""The packs and portals of the tests."""

import functools
from collections.abc import Callable
from pathlib import Path

import pytest
from markup import Markup

import landkaart
from landkaart.web import Portal, Request, Response, Settings

TOP = Path(__file__).parents[2]
BASE = "https://gemeente.example/landkaart"

Ask = Callable[..., Response]


@pytest.fixture(scope="session")
def pack() -> landkaart.Pack:
    """The default pack."""
    return landkaart.cocreatie()


@pytest.fixture(scope="session")
def samples() -> landkaart.Pack:
    """The fixture pack: 15 items, with a redirect, a picture and an item in English."""
    return landkaart.open(TOP / "tests" / "conformance" / "fixture.lkp")


@pytest.fixture(scope="session")
def portal(pack: landkaart.Pack) -> Portal:
    """A portal of the default pack with a base URL."""
    return Portal(pack, Settings(base_url=BASE))


@pytest.fixture(scope="session")
def ask(portal: Portal) -> Ask:
    """A function that sends a request to the portal, mounted at /landkaart."""

    def asked(address: str, method: str = "GET", **headers: str) -> Response:
        path, _, query = address.partition("?")
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return portal.answer(Request(method, path, query, named, root="/landkaart"))

    return asked


@pytest.fixture(scope="session")
def read(ask: Ask) -> Callable[[str], Markup]:
    """A function that gives the page at an address, as parsed HTML."""

    @functools.cache
    def page(address: str) -> Markup:
        answer = ask(address)
        assert answer.status in (200, 404), address
        return Markup(answer.body.decode())

    return page
