# SPDX-License-Identifier: EUPL-1.2
"""What is not for people: sitemap, robots, oEmbed, health and counters."""

import json
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from typing import Any
from urllib.parse import quote_plus

import pytest
from conftest import Ask
from markup import Markup

import landkaart
from landkaart.web import Portal, Request, Settings

Read = Callable[[str], Markup]
BASE = "https://gemeente.example/landkaart"


def embedded(ask: Ask, url: str, more: str = "") -> dict[str, Any]:
    answer = ask(f"/oembed?url={quote_plus(url)}{more}")
    assert (answer.status, answer.headers["content-type"]) == (200, "application/json")
    found: dict[str, Any] = json.loads(answer.body)
    return found


def frame(found: dict[str, Any]) -> dict[str, str]:
    [(tag, attributes, _)] = Markup(found["html"]).elements
    assert tag == "iframe"
    return attributes


def test_the_sitemap_lists_every_page_under_its_own_address(ask: Ask, pack: landkaart.Pack) -> None:
    tree = ElementTree.fromstring(ask("/sitemap.xml").body)
    listed = [
        place.text or "" for place in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
    ]
    assert f"{BASE}/" in listed and f"{BASE}/werkvormen/wv-troika" in listed
    assert len(listed) == len(set(listed)) > len(pack)
    for address in listed:
        page = Markup(ask(address.removeprefix(BASE)).body.decode())
        assert page.values("href", "link", rel="canonical") == [address]


def test_robots_leave_results_alone_and_find_the_sitemap(ask: Ask) -> None:
    lines = ask("/robots.txt").body.decode().splitlines()
    assert lines == ["User-agent: *", "Disallow: /landkaart/zoeken", f"Sitemap: {BASE}/sitemap.xml"]


def test_without_a_base_url_nothing_promises_whole_addresses(pack: landkaart.Pack) -> None:
    portal = Portal(pack)
    for path in ("/sitemap.xml", "/oembed"):
        assert portal.answer(Request("GET", path, f"url={quote_plus(BASE)}")).status == 404
    assert b"Sitemap" not in portal.answer(Request("GET", "/robots.txt")).body
    page = Markup(portal.answer(Request("GET", "/over", root="/kaart")).body.decode())
    assert page.values("href", "link", rel="canonical") == ["/kaart/over"]
    assert page.values("href", "link", type="application/json+oembed") == []


def test_a_page_leads_to_its_embedding(ask: Ask, read: Read) -> None:
    page = read("/werkvormen/wv-troika")
    [address] = page.values("href", "link", type="application/json+oembed")
    found = json.loads(ask(address.removeprefix(BASE)).body)
    assert (found["version"], found["type"], found["title"]) == ("1.0", "rich", "Trio-advies")
    assert frame(found)["src"] == f"{BASE}/werkvormen/wv-troika"
    assert frame(found)["title"] == "Trio-advies"
    assert frame(found)["loading"] == "lazy"


def test_the_frame_of_an_embedding_is_in_a_sandbox(ask: Ask) -> None:
    found = embedded(ask, f"{BASE}/werkvormen/wv-troika")
    # Without allow-same-origin the page in the frame cannot reach the page around it.
    assert frame(found)["sandbox"] == "allow-forms allow-popups allow-scripts"


def test_an_embedding_is_as_small_as_is_asked(ask: Ask) -> None:
    url = f"{BASE}/werkvormen/wv-troika"
    for more, size in (("", (800, 600)), ("&maxwidth=320&maxheight=200", (320, 200))):
        found = embedded(ask, url, more)
        assert (found["width"], found["height"]) == size
        assert (frame(found)["width"], frame(found)["height"]) == tuple(map(str, size))
    assert embedded(ask, url, "&maxwidth=veel")["width"] == 800
    assert embedded(ask, url, "&maxwidth=5000&maxheight=5000")["width"] == 800
    assert embedded(ask, url, "&maxwidth=5000&maxheight=5000")["height"] == 600


def test_a_video_is_embedded_as_a_video(ask: Ask) -> None:
    assert embedded(ask, f"{BASE}/videos/vi-luisteren")["type"] == "video"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://elders.example/landkaart/werkvormen/wv-troika",
        "https://gemeente.example/anders/werkvormen/wv-troika",
        "https://gemeente.example/landkaartje/",
        "http://gemeente.example/landkaart/",
        f"{BASE}/werkvormen/wv-trojka",
        f"{BASE}/bestanden/videos/vi-luisteren.webm",
        "https://[",
        "javascript:alert(1)",
    ],
)
def test_only_pages_of_the_portal_are_embedded(ask: Ask, url: str) -> None:
    assert ask(f"/oembed?url={quote_plus(url)}").status == 404


def test_an_embedding_comes_as_json_only(ask: Ask) -> None:
    url = quote_plus(f"{BASE}/")
    assert ask(f"/oembed?url={url}&format=json").status == 200
    assert ask(f"/oembed?url={url}&format=xml").status == 501


def test_health_names_the_release_that_is_served(ask: Ask, pack: landkaart.Pack) -> None:
    found = json.loads(ask("/healthz").body)
    assert found["status"] == "ok"
    assert found["pack"]["root"] == pack.manifest.root
    assert ask("/healthz").headers["cache-control"] == "no-store"


class TestCounters:
    @pytest.fixture
    def portal(self, pack: landkaart.Pack) -> Portal:
        return Portal(pack, Settings(count_searches=True))

    @staticmethod
    def search(portal: Portal, query: str, times: int = 1) -> None:
        for _ in range(times):
            portal.answer(Request("GET", "/zoeken", f"zoekterm={quote_plus(query)}"))

    @staticmethod
    def report(portal: Portal) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(portal.answer(Request("GET", "/tellers")).body)
        return found

    def test_words_that_find_nothing_are_counted(self, portal: Portal) -> None:
        self.search(portal, "Qwxzzq", 6)
        self.search(portal, "raad", 9)
        assert self.report(portal) == {
            "searches-without-answer": 6,
            "words": [{"word": "qwxzzq", "count": 6}],
        }

    def test_words_seen_fewer_than_five_times_are_left_out(self, portal: Portal) -> None:
        self.search(portal, "qwxzzq", 4)
        assert self.report(portal)["words"] == []

    def test_what_may_be_of_a_person_is_no_word(self, portal: Portal) -> None:
        self.search(portal, "qwx@zzq.example 06-12345678 zzq1234 qzxw-9", 9)
        assert self.report(portal)["words"] == []

    def test_nothing_is_counted_unless_it_is_switched_on(self, pack: landkaart.Pack) -> None:
        portal = Portal(pack)
        self.search(portal, "qwxzzq", 9)
        assert portal.answer(Request("GET", "/tellers")).status == 404
        assert portal.counters.report()["searches-without-answer"] == 0

    def test_a_flood_of_words_does_not_fill_the_memory(self, portal: Portal) -> None:
        letters = "bcdfghjklmnpqrstvwxz"
        self.search(portal, "qwxzzq", 9)
        for number in range(25_000):
            a, b, c, d = (number // 20**place % 20 for place in range(4))
            portal.counters.count("q" + letters[a] + letters[b] + letters[c] + letters[d])
        assert len(portal.counters._words) <= 10_000
        assert self.report(portal)["words"] == [{"word": "qwxzzq", "count": 9}]
