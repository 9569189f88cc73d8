# SPDX-License-Identifier: EUPL-1.2
"""Admission: at most a few searches at once; the others wait, or get status 503."""

import datetime
import json
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest
from api_client import ApiClient
from markup import Markup

import landkaart
from landkaart.web import Portal, Request, Settings, create_app
from landkaart.web._http.admission import Admission, Overloaded

SEARCH = "zoekterm=te+veel+regels"


@pytest.fixture
def full(pack: landkaart.Pack) -> Iterator[Portal]:
    """A portal in which a search runs that never ends, and no other may wait."""
    portal = Portal(pack, Settings(searches_at_once=1, searches_waiting=0))
    portal.answer(Request("GET", "/zoeken", "zoekterm=bewaard"))
    portal.answer(Request("GET", "/over"))
    with portal.admission.turn():
        yield portal


def test_the_number_of_searches_at_once_is_bounded() -> None:
    admission = Admission(at_once=3, waiting=100, seconds=10)
    lock, inside, most = threading.Lock(), 0, 0

    def search() -> None:
        nonlocal inside, most
        with admission.turn():
            with lock:
                inside += 1
                most = max(most, inside)
            time.sleep(0.005)
            with lock:
                inside -= 1

    with ThreadPoolExecutor(20) as threads:
        for done in [threads.submit(search) for _ in range(60)]:
            done.result()
    assert most == 3


def test_a_search_is_refused_at_once_when_too_many_wait() -> None:
    admission = Admission(at_once=1, waiting=2, seconds=10)
    with ThreadPoolExecutor(2) as threads, ExitStack() as running:
        running.enter_context(admission.turn())

        def search() -> bool:
            with admission.turn():
                return True

        waiting = [threads.submit(search) for _ in range(2)]
        while not admission.is_full:
            time.sleep(0.001)
        begun = time.perf_counter()
        with pytest.raises(Overloaded), admission.turn():
            pass
        assert time.perf_counter() - begun < 1
        running.close()
        assert all(one.result() for one in waiting)
    with admission.turn():  # all places are free
        pass


def test_a_search_whose_turn_does_not_come_in_time_is_refused() -> None:
    admission = Admission(at_once=1, waiting=1, seconds=0.05)
    with admission.turn(), pytest.raises(Overloaded), admission.turn():
        pass
    with admission.turn():
        pass


def test_a_search_that_takes_too_long_is_refused(pack: landkaart.Pack) -> None:
    admission = Admission(at_once=1, waiting=1, seconds=1)
    admission._limit = datetime.timedelta(0)
    with pytest.raises(Overloaded), admission.turn():
        admission.search(pack, "te veel regels")
    with pytest.raises(landkaart.NotFound), admission.turn():
        pack["is-er-niet"]
    with admission.turn():
        pass


def test_a_search_beyond_the_bound_gets_a_page_with_status_503(full: Portal) -> None:
    answer = full.answer(Request("GET", "/zoeken", SEARCH))
    assert (answer.status, answer.headers["retry-after"]) == (503, "2")
    page = Markup(answer.text)
    assert page.texts("h1") == ["Het is nu te druk"]
    assert "etag" not in answer.headers
    assert full.answer(Request("GET", "")).status == 200  # the home page, not the kept page


@pytest.mark.parametrize(
    ("language", "title"), [("fy", "It is no te drok"), ("en", "It is too busy now")]
)
def test_the_page_with_status_503_is_in_the_language_of_the_portal(
    pack: landkaart.Pack, language: str, title: str
) -> None:
    settings = Settings(searches_at_once=1, searches_waiting=0, language=language)
    portal = Portal(pack, settings)
    with portal.admission.turn():
        assert title in portal.answer(Request("GET", "/zoeken", SEARCH)).text


@pytest.mark.parametrize("query", ["groepsgrootte=8", "pagina=2", "thema=is-er-niet"])
def test_any_page_with_a_query_takes_a_turn(full: Portal, query: str) -> None:
    assert full.answer(Request("GET", "/werkvormen", query)).status == 503


def test_oembed_and_the_sitemap_take_a_turn_and_make_no_search(pack: landkaart.Pack) -> None:
    base = "https://gemeente.example"
    settings = Settings(base_url=base, searches_at_once=1, searches_waiting=0)
    portal = Portal(pack, settings)
    asked = Request("GET", "/oembed", f"url={base}/zoeken&{SEARCH}")
    assert json.loads(portal.answer(asked).text)["title"] == "Zoeken"
    with portal.admission.turn():
        for path in (asked, Request("GET", "/sitemap.xml")):
            assert portal.answer(path).status == 503


def test_a_page_without_a_query_needs_no_turn(full: Portal) -> None:
    for path, query in (
        ("/", ""),
        ("/over", ""),
        ("/zoeken", ""),
        ("/zoeken", "zoekterm=bewaard"),
        ("/werkvormen", ""),
        ("/werkvormen/wv-troika", ""),
        ("/kaart", "onbekend=1"),
        ("/healthz", ""),
        ("/static/landkaart.css", ""),
        ("/pakket", ""),
    ):
        assert full.answer(Request("GET", path, query)).status == 200, path


def test_the_page_for_an_unknown_address_then_has_no_suggestions(
    full: Portal, pack: landkaart.Pack
) -> None:
    wrong = Request("GET", "/werkvormen/wv-troica")
    assert full.answer(wrong).status == 404
    assert "wv-troika" not in full.answer(wrong).text
    assert "wv-troika" in Portal(pack).answer(wrong).text


def test_the_api_answers_503_with_problem_details(pack: landkaart.Pack) -> None:
    settings = Settings(searches_at_once=1, searches_waiting=0)
    application = create_app(pack, settings=settings)
    api = ApiClient(application)
    kept = api.get("/v1/zoekresultaten?zoekterm=bewaard")
    portal = application.router.routes[-1].endpoint._portal
    with portal.admission.turn():
        for address in (
            f"/v1/zoekresultaten?{SEARCH}",
            "/v1/suggesties?tekst=rege",
            "/v1/kaart?gekozen=ob-geen-tijd",
            "/v1/werkvormen?groepsgrootte=8",
            "/v1/artikelen?pagina=2",
        ):
            answer = api.get(address, accept="image/svg+xml")
            assert (answer.status_code, answer.headers["retry-after"]) == (503, "2"), address
            assert answer.headers["content-type"] == "application/problem+json"
            assert json.loads(answer.text)["status"] == 503
        assert api.get("/v1/zoekresultaten?zoekterm=bewaard").text == kept.text
        assert api.get("/v1/werkvormen/wv-troica").status_code == 404
        assert api.get("/v1/werkvormen").status_code == 200
    assert api.get(f"/v1/zoekresultaten?{SEARCH}").status_code == 200


def test_settings_refuse_bounds_that_are_no_bounds() -> None:
    for wrong in (
        {"searches_at_once": -1},
        {"searches_waiting": -1},
        {"search_seconds": 0},
        {"search_seconds": 61},
    ):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            Settings(**wrong)  # type: ignore[arg-type]
