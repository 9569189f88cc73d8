# SPDX-License-Identifier: EUPL-1.2
"""Kept: what is kept is found without making it, and the portal then answers without a thread."""

import pytest

import landkaart
from landkaart.web import Portal, Request, Settings
from landkaart.web._http.kept import Kept


def test_a_value_is_made_once_and_the_one_used_longest_ago_is_dropped() -> None:
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    kept = Kept(2, make)
    assert [kept("a"), kept("b"), kept("a"), kept("c")] == ["A", "B", "A", "C"]
    assert made == ["a", "b", "c"]
    assert (kept.find("a"), kept.find("b"), kept.find("c"), len(kept)) == ("A", None, "C", 2)


def test_what_does_not_exist_is_not_kept() -> None:
    kept: Kept[str] = Kept(2, lambda key: None)
    assert kept("weg") is None
    assert len(kept) == 0


def test_a_page_is_kept_after_its_first_request(samples: landkaart.Pack) -> None:
    portal = Portal(samples)
    for asked in (Request("GET", "/over"), Request("GET", "/zoeken", "zoekterm=tuin&x=1")):
        assert portal.kept(asked) is None
        made = portal.answer(asked)
        assert portal.kept(asked) == made
        headers = {"if-none-match": made.headers["etag"]}
        again = portal.kept(Request("HEAD", asked.path, asked.query, headers))
        assert again is not None and again.status == 304


@pytest.mark.parametrize("path", ["/healthz", "/static/landkaart.css"])
def test_the_status_and_stylesheets_need_no_making(samples: landkaart.Pack, path: str) -> None:
    portal = Portal(samples)
    assert portal.kept(Request("GET", path)) == portal.answer(Request("GET", path))


def test_nothing_else_is_answered_without_making(samples: landkaart.Pack) -> None:
    portal = Portal(samples)
    for asked in (Request("POST", "/over"), Request("GET", "/weg"), Request("GET", "/pakket")):
        portal.answer(asked)
        assert portal.kept(asked) is None
    follows = Portal(lambda: samples)
    follows.answer(Request("GET", "/over"))
    assert follows.kept(Request("GET", "/over")) is None


def test_a_kept_search_without_results_is_counted_each_time(samples: landkaart.Pack) -> None:
    portal = Portal(samples, Settings(count_searches=True))
    asked = Request("GET", "/zoeken", "zoekterm=xqzvw")
    portal.answer(asked)
    portal.kept(asked)
    assert portal.counters.report()["searches-without-answer"] == 2


def test_a_page_for_a_host_is_counted_only_when_it_is_answered(samples: landkaart.Pack) -> None:
    portal = Portal(samples, Settings(count_searches=True, content_only=True))
    asked = Request("GET", "/zoeken", "zoekterm=xqzvw")
    portal.answer(asked)
    assert portal.kept(asked) is None
    assert portal.counters.report()["searches-without-answer"] == 1
