# SPDX-License-Identifier: EUPL-1.2
"""Limits: on the number of cached pages and answers, and on numbers and texts in requests."""

import pytest
from starlette.datastructures import QueryParams

import landkaart
from landkaart.web import Portal, Request, Settings
from landkaart.web._api import parameters
from landkaart.web._api.view import View
from landkaart.web._http.admission import Admission
from landkaart.web._http.query import Query


@pytest.fixture
def portal(samples: landkaart.Pack) -> Portal:
    return Portal(samples)


def kept_pages(portal: Portal) -> int:
    return len(portal._editions.newest().page)


def search(portal: Portal, query: str) -> None:
    answer = portal.answer(Request("GET", "/zoeken", f"zoekterm={query}"))
    assert answer.status == 200


def test_at_most_512_pages_are_kept(portal: Portal) -> None:
    for number in range(600):
        search(portal, f"w{number}")
    assert kept_pages(portal) == 512


def test_a_page_whose_address_is_longer_than_300_characters_is_not_kept(portal: Portal) -> None:
    fits = 300 - len("/zoeken" + "zoekterm=")
    search(portal, "w" * fits)
    assert kept_pages(portal) == 1
    search(portal, "v" * (fits + 1))
    assert kept_pages(portal) == 1


def test_at_most_64_drawings_are_kept(portal: Portal) -> None:
    edition = portal._editions.newest()
    for number in range(70):
        edition.drawing(f"/{number}", "nl", "", True)
    assert edition.drawing.cache_info().currsize == 64


def test_at_most_512_answers_and_4096_summaries_of_the_api_are_kept(
    samples: landkaart.Pack,
) -> None:
    view = View(samples, "", Admission(1, 1, 1.0))
    assert view.cached.most == 512
    assert view.summary.cache_info().maxsize == 4096


def test_a_value_of_a_query_is_cut_to_500_characters() -> None:
    assert Query("zoekterm=" + "a" * 501).text("zoekterm") == "a" * 500


@pytest.mark.parametrize(
    ("typed", "number"),
    [("1", 1), ("1000000", 1_000_000), ("1000001", 1_000_000), ("999999999", 1_000_000)],
)
def test_a_number_of_a_query_is_cut_to_a_million(typed: str, number: int) -> None:
    assert Query(f"n={typed}").number("n") == number


@pytest.mark.parametrize("typed", ["1000000000", "9" * 500, "0", "-1", "1.5", "٣", "²", "drie"])
def test_a_value_that_is_not_a_number_raises_a_value_error(typed: str) -> None:
    with pytest.raises(ValueError, match="n must be a whole number from 1"):
        Query(f"n={typed}").number("n")


def test_an_empty_or_absent_number_is_none() -> None:
    assert Query("n=&m=%20").number("n") is None
    assert Query("n=&m=%20").number("m") is None


def test_a_page_number_is_cut_to_ten_thousand(samples: landkaart.Pack) -> None:
    from landkaart.web._pages.pager import page_number

    assert page_number(Query("pagina=10000")) == 10_000
    assert page_number(Query("pagina=10001")) == 10_000
    assert page_number(Query("pagina=nul")) == 1
    assert page_number(Query("")) == 1


def test_at_most_100_chosen_items_are_drawn(samples: landkaart.Pack) -> None:
    from api_client import ApiClient

    from landkaart.web import create_app

    api = ApiClient(create_app(samples, settings=Settings()))
    first = "gekozen=ob-geen-tijd"
    many = "&gekozen=regentonnen" * 100
    plain = api.get("/v1/kaart", accept="image/svg+xml").text
    assert api.get(f"/v1/kaart?{first}", accept="image/svg+xml").text != plain
    both = api.get(f"/v1/kaart?{first}&gekozen=regentonnen", accept="image/svg+xml").text
    assert api.get(f"/v1/kaart?{first}{many}", accept="image/svg+xml").text == both
    only = api.get("/v1/kaart?gekozen=regentonnen", accept="image/svg+xml").text
    cut = api.get(f"/v1/kaart?{many[1:]}&{first}", accept="image/svg+xml").text
    assert cut == only != both


def test_only_the_mistakes_that_are_listed_are_explained(
    samples: landkaart.Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str] = []

    def did_you_mean(text: str, choices: object) -> str:
        compared.append(text)
        return ""

    monkeypatch.setattr(parameters, "did_you_mean", did_you_mean)
    given = QueryParams("&".join(f"n{number}=1" for number in range(2000)))
    assert len(parameters.mistakes_in(given, ["thema"], [], samples)) == 20
    assert len(compared) == 20
