# SPDX-License-Identifier: EUPL-1.2
"""Follows all links of the portal of the default pack, and checks every page."""

import itertools
from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from conftest import Ask
from markup import Markup

import landkaart
from landkaart.web._addresses import every_address

ROOT = "/landkaart"
HTML = "text/html; charset=utf-8"


class Crawl:
    """Follows the links within the portal, starting at the home page, and stores the pages."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self.pages: dict[str, Markup] = {}
        self.statuses: dict[str, int] = {}
        self.elsewhere: set[str] = set()
        waiting = [f"{ROOT}/"]
        while waiting:
            address = waiting.pop()
            if address not in self.statuses:
                waiting += self._visit(address)

    def _visit(self, address: str) -> Iterator[str]:
        answer = self._ask(unquote(address).removeprefix(ROOT))
        self.statuses[address] = answer.status
        if answer.headers.get("content-type") != HTML:
            return
        page = self.pages[address] = Markup(answer.body.decode())
        # Pages with a query link to pages with more filters, almost without end, so their links are
        # not followed.
        for found in page.addresses if "?" not in address else ():
            target = urldefrag(urljoin(address, found)).url
            if urlsplit(target).scheme:
                self.elsewhere.add(target)
            else:
                yield target


@pytest.fixture(scope="module")
def crawl(ask: Ask) -> Crawl:
    return Crawl(ask)


def test_every_link_leads_to_a_page(crawl: Crawl) -> None:
    assert {address: status for address, status in crawl.statuses.items() if status != 200} == {}


def test_every_page_can_be_reached_from_home(crawl: Crawl, pack: landkaart.Pack) -> None:
    assert set(every_address(pack, ROOT)) <= set(crawl.pages)


def test_links_within_the_portal_stay_under_its_root(crawl: Crawl) -> None:
    assert [address for address in crawl.statuses if not address.startswith(ROOT + "/")] == []


def test_every_fragment_of_a_link_is_an_id_on_its_page(crawl: Crawl) -> None:
    checked = 0
    for address, page in crawl.pages.items():
        for found in page.values("href", "a"):
            target, fragment = urldefrag(urljoin(address, found))
            if fragment and target in crawl.pages:
                assert unquote(fragment) in crawl.pages[target].values("id"), (address, found)
                checked += 1
    assert checked > len(crawl.pages)


def test_no_id_occurs_twice_in_a_page(crawl: Crawl) -> None:
    for address, page in crawl.pages.items():
        ids = page.values("id")
        assert sorted(set(ids)) == sorted(ids), address


def test_every_page_has_one_h1(crawl: Crawl) -> None:
    for address, page in crawl.pages.items():
        assert len(page.texts("h1")) == 1, address


def test_no_two_pages_have_the_same_title(crawl: Crawl) -> None:
    titles = [page.texts("title")[0] for address, page in crawl.pages.items() if "?" not in address]
    assert sorted(set(titles)) == sorted(titles)


def test_pages_load_nothing_from_other_sites(crawl: Crawl) -> None:
    for address, page in crawl.pages.items():
        loaded = page.values("src") + page.values("href", "link", rel="stylesheet")
        assert f"{ROOT}/static/landkaart.css" in loaded, address
        assert [one for one in loaded if not one.startswith(ROOT + "/")] == [], address


def test_no_page_has_inline_scripts_or_styles(crawl: Crawl) -> None:
    for address, page in crawl.pages.items():
        attributes = {name for _, found, _ in page.elements for name in found}
        assert not {name for name in attributes if name == "style" or name.startswith("on")}, (
            address
        )
        assert page.texts("style") == [], address
        assert page.inline_scripts == [], address


def test_no_heading_skips_a_level(crawl: Crawl) -> None:
    for address, page in crawl.pages.items():
        tags = [tag for tag, _, _ in page.elements]
        levels = [int(tag[1]) for tag in tags if tag in ("h1", "h2", "h3", "h4", "h5", "h6")]
        skipped = [(a, b) for a, b in itertools.pairwise(levels) if b > a + 1]
        assert levels[0] == 1 and not skipped, (address, levels)
