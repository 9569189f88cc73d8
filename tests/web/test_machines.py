# SPDX-License-Identifier: EUPL-1.2
"""The addresses for programs: sitemap, robots.txt, oEmbed, the health status and the counters."""

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
    assert ask("/sitemap.xml").headers["content-type"] == "application/xml; charset=utf-8"
    assert bytes(ask("/sitemap.xml").body).startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    assert bytes(ask("/sitemap.xml").body).endswith(b"</urlset>\n")
    assert len(listed) == len(set(listed)) > len(pack)
    for address in listed:
        page = Markup(ask(address.removeprefix(BASE)).body.decode())
        assert page.values("href", "link", rel="canonical") == [address]


def test_robots_txt_excludes_search_and_names_the_sitemap(ask: Ask) -> None:
    text = ask("/robots.txt").body.decode()
    assert text.endswith("\n")
    assert text.splitlines() == [
        "User-agent: *",
        "Disallow: /landkaart/zoeken",
        f"Sitemap: {BASE}/sitemap.xml",
    ]


def test_without_a_base_url_there_is_no_sitemap_and_no_oembed(pack: landkaart.Pack) -> None:
    portal = Portal(pack)
    for path in ("/sitemap.xml", "/oembed"):
        assert portal.answer(Request("GET", path, f"url={quote_plus(BASE)}")).status == 404
    assert b"Sitemap" not in portal.answer(Request("GET", "/robots.txt")).body
    page = Markup(portal.answer(Request("GET", "/over", root="/kaart")).body.decode())
    assert page.values("href", "link", rel="canonical") == ["/kaart/over"]
    assert page.values("href", "link", type="application/json+oembed") == []


def test_a_page_links_to_its_oembed_address(ask: Ask, read: Read) -> None:
    page = read("/werkvormen/wv-troika")
    [address] = page.values("href", "link", type="application/json+oembed")
    found = json.loads(ask(address.removeprefix(BASE)).body)
    assert (found["version"], found["type"], found["title"]) == ("1.0", "rich", "Trio-advies")
    assert frame(found)["src"] == f"{BASE}/werkvormen/wv-troika"
    assert frame(found)["title"] == "Trio-advies"
    assert frame(found)["loading"] == "lazy"


def test_the_frame_of_an_embedding_is_in_a_sandbox(ask: Ask) -> None:
    found = embedded(ask, f"{BASE}/werkvormen/wv-troika")
    # A page without the origin of the portal could not load captions or ask for suggestions.
    permitted = "allow-forms allow-popups allow-same-origin allow-scripts"
    assert frame(found)["sandbox"] == permitted


def test_maxwidth_and_maxheight_limit_the_frame(ask: Ask) -> None:
    url = f"{BASE}/werkvormen/wv-troika"
    for more, size in (("", (800, 600)), ("&maxwidth=320&maxheight=200", (320, 200))):
        found = embedded(ask, url, more)
        assert (found["width"], found["height"]) == size
        assert (frame(found)["width"], frame(found)["height"]) == tuple(map(str, size))
    assert embedded(ask, url, "&maxwidth=veel")["width"] == 800
    assert embedded(ask, url, "&maxwidth=5000&maxheight=5000")["width"] == 800
    assert embedded(ask, url, "&maxwidth=5000&maxheight=5000")["height"] == 600


def test_the_oembed_type_of_a_video_is_video(ask: Ask) -> None:
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
def test_oembed_knows_only_pages_of_the_portal(ask: Ask, url: str) -> None:
    assert ask(f"/oembed?url={quote_plus(url)}").status == 404


def test_oembed_supports_only_json(ask: Ask) -> None:
    url = quote_plus(f"{BASE}/")
    assert ask(f"/oembed?url={url}&format=json").status == 200
    assert ask(f"/oembed?url={url}&format=xml").status == 501


def test_health_names_the_served_pack(ask: Ask, pack: landkaart.Pack) -> None:
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

    def test_words_of_searches_without_results_are_counted(self, portal: Portal) -> None:
        self.search(portal, "Qwxzzq", 6)
        self.search(portal, "raad", 9)
        assert self.report(portal) == {
            "searches-without-answer": 6,
            "words": [{"word": "qwxzzq", "count": 6}],
        }

    def test_words_with_a_count_below_five_are_left_out(self, portal: Portal) -> None:
        self.search(portal, "qwxzzq", 4)
        assert self.report(portal)["words"] == []

    def test_texts_with_digits_or_an_at_sign_are_not_counted(self, portal: Portal) -> None:
        self.search(portal, "qwx@zzq.example 06-12345678 zzq1234 qzxw-9", 9)
        assert self.report(portal)["words"] == []

    def test_nothing_is_counted_by_default(self, pack: landkaart.Pack) -> None:
        portal = Portal(pack)
        self.search(portal, "qwxzzq", 9)
        assert portal.answer(Request("GET", "/tellers")).status == 404
        assert portal.counters.report()["searches-without-answer"] == 0

    def test_at_most_10000_words_are_kept(self, portal: Portal) -> None:
        letters = "bcdfghjklmnpqrstvwxz"
        self.search(portal, "qwxzzq", 9)
        for number in range(25_000):
            a, b, c, d = (number // 20**place % 20 for place in range(4))
            portal.counters.count("q" + letters[a] + letters[b] + letters[c] + letters[d])
        assert len(portal.counters._words) <= 10_000
        assert self.report(portal)["words"] == [{"word": "qwxzzq", "count": 9}]
