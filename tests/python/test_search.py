# SPDX-License-Identifier: EUPL-1.2
"""Searching: hits, filters, snippets and suggestions; any text is a valid query."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import landkaart
from landkaart import Kind, Pack

FOUND = landkaart.cocreatie()
IDS = frozenset(FOUND)


def test_a_result_iterates_over_its_hits_the_best_first(pack: Pack) -> None:
    found = pack.search("regels", limit=3)
    assert len(found) == len(found.hits) == 3
    assert list(found) == list(found.hits)
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert found.query == "regels"


def test_a_hit_has_the_id_kind_and_title_of_its_item(pack: Pack) -> None:
    found = pack.search("samen leren")
    assert len(found) == 10
    for hit in found:
        assert hit.item == pack[hit.id]
        assert (hit.id, hit.kind, hit.title) == (hit.item.id, hit.item.kind, hit.item.title)


def test_pages_by_offset_and_limit_give_all_hits_in_order(pack: Pack) -> None:
    whole = [hit.id for hit in pack.search("regels", limit=20)]
    pages = [pack.search("regels", limit=5, offset=offset) for offset in (0, 5, 10, 15)]
    assert [hit.id for page in pages for hit in page] == whole
    assert len(set(whole)) == 20


def test_totals_and_facets_count_all_matches(pack: Pack) -> None:
    found = pack.search("raad", limit=1)
    assert found.total == len(pack.search("raad", limit=1000).hits)
    assert sum(found.facets.kinds.values()) == found.total
    assert set(found.facets.kinds) <= set(Kind)
    assert set(found.facets.themes) <= set(pack.themes.ids)


def test_filters_limit_the_hits_to_a_kind_or_theme(pack: Pack) -> None:
    topics = pack.search("raad", kind="topic", limit=50)
    assert {hit.kind for hit in topics} == {Kind.TOPIC}
    every = pack.search("raad", limit=1000)
    assert topics.total == sum(hit.kind is Kind.TOPIC for hit in every)
    theme = pack.themes[1]
    inside = {hit.id for hit in every if theme in hit.item.themes}
    assert 0 < len(inside) < len(every)
    assert {hit.id for hit in pack.search("raad", theme=theme, limit=1000)} == inside
    with pytest.raises(landkaart.NotFound, match="no theme 'nergens'"):
        pack.search("raad", theme="nergens")


def test_match_all_finds_fewer_items_than_match_any(pack: Pack) -> None:
    some = pack.search("raad loting", limit=200)
    every = pack.search("raad loting", match="all", limit=200)
    assert {hit.id for hit in every} < {hit.id for hit in some}


def test_the_filter_on_purpose_finds_work_forms_with_that_purpose(pack: Pack) -> None:
    found = pack.search("samen leren", purpose="learn-together", limit=50)
    assert found.hits
    assert {hit.id for hit in found} <= set(pack.work_forms.where(purpose="learn-together").ids)


def test_as_you_type_matches_the_beginning_of_a_word(pack: Pack) -> None:
    typed = pack.search("krachtenvel", match="all", as_you_type=True)
    assert typed.hits[0].id in [hit.id for hit in pack.search("krachtenveld")]


def test_a_query_with_numbers_offers_filters(pack: Pack) -> None:
    found = pack.search("iets voor 8 personen in een half uur")
    assert found.offers == landkaart.Offers(8, 30)
    assert found.to_dict()["offers"] == {"group-size": 8, "max-minutes": 30}
    assert pack.search("iets voor iedereen").offers.to_dict() == {}


def test_explain_lists_the_matched_words_with_their_sort(pack: Pack) -> None:
    found = pack.search("raad loting verantwoordng", limit=5)
    assert len(found) == 5
    sorts: dict[str, str] = {}
    for hit in found:
        words = hit.explain()
        assert words
        assert all(word.score > 0 and word.weight > 0 and word.found for word in words)
        sorts |= {word.word: word.sort for word in words}
    assert sorts["raad"] == "typed"
    assert sorts["verantwoordng"] == "spelling"


def test_suggestions_complete_a_typed_text(pack: Pack) -> None:
    suggestions = pack.suggest("wereldc", limit=3)
    assert 0 < len(suggestions) <= 3
    assert suggestions[0].item == pack["wv-wereldcafe"]
    assert pack.suggest("", limit=3) == ()
    with pytest.raises(landkaart.InvalidArgument):
        pack.suggest("w", limit=-1)


def test_a_wrong_option_is_an_invalid_argument(pack: Pack) -> None:
    for wrong in ({"match": "some"}, {"limit": -1}, {"offset": -1}, {"kind": "book"}):
        with pytest.raises(landkaart.InvalidArgument):
            pack.search("raad", **wrong)  # type: ignore[arg-type]


def test_highlights_count_code_points(samples: Pack) -> None:
    snippet = samples.search("leden").hits[0].snippet
    assert "coöperatie" in snippet.text
    assert [snippet.text[begin:end] for begin, end in snippet.highlights] == ["leden", "leden"]
    assert snippet.marked("<", ">").count("<leden>") == 2


def test_to_dict_holds_every_attribute_of_the_result(pack: Pack) -> None:
    found = pack.search("griffie raad", limit=2)
    answer = found.to_dict()
    assert len(found) == 2
    for hit, printed in zip(found, answer["hits"], strict=True):
        assert (printed["id"], printed["kind"]) == (hit.id, hit.kind.value)
        assert (printed["title"], printed["score"]) == (hit.title, hit.score)
        assert printed["snippet"]["text"] == hit.snippet.text
        assert printed["snippet"]["highlights"] == [list(mark) for mark in hit.snippet.highlights]
    assert answer["query"] == "griffie raad"
    assert answer["total"] == found.total
    counts = {facet["value"]: facet["count"] for facet in answer["facets"]["kinds"]}
    assert counts == {kind.value: count for kind, count in found.facets.kinds.items()} != {}
    themes = {facet["value"]: facet["count"] for facet in answer["facets"]["themes"]}
    assert themes == found.facets.themes != {}


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_any_text_is_a_valid_query(query: str) -> None:
    found = FOUND.search(query, limit=3)
    for hit in found:
        assert hit.id in IDS
        for begin, end in hit.snippet.highlights:
            assert 0 <= begin < end <= len(hit.snippet.text)
    assert found.total >= len(found.hits)
    FOUND.suggest(query)
    assert found.suggestion is None or isinstance(found.suggestion, str)


@pytest.mark.parametrize(
    ("query", "finds"),
    [
        ("", False),
        ("\ud800", False),
        ("a\0b", True),  # a control character separates words
        ('"', False),
        ("-", False),
        ("<script>", False),
        ("😀", False),
        ("regels " * 1500, True),
        ("\u202eregels", True),
    ],
    ids=ascii,
)
def test_an_unusual_text_is_a_valid_query_and_not_an_id(
    pack: Pack, query: str, finds: bool
) -> None:
    answer = pack.search(query).to_dict()
    assert answer["query"] == query
    assert answer["total"] >= len(answer["hits"])
    assert bool(answer["hits"]) is finds
    assert query not in pack


def test_large_numbers_are_cut_to_the_largest_that_the_core_accepts(pack: Pack) -> None:
    every = pack.search("raad", limit=10**30)
    assert len(every) == every.total > 10
    assert pack.search("raad", offset=10**30).hits == ()
    assert pack.work_forms.where(max_minutes=10**30) == pack.work_forms
    assert pack.work_forms.where(group_size=10**30).ids == ()
    assert len(pack.suggest("w", limit=10**30)) >= len(pack.suggest("w", limit=3)) == 3
    assert landkaart.open(bytes(memoryview(pack._core)), cache_bytes=10**30) == pack


@given(st.text(st.characters(), max_size=40))
def test_only_ids_are_in_the_pack(id: str) -> None:
    assert (id in FOUND) == (id in IDS)


def test_a_search_that_takes_longer_than_its_time_limit_is_an_error(pack: Pack) -> None:
    with pytest.raises(landkaart.Error) as caught:
        pack.search("te veel regels", time_limit=datetime.timedelta(0))
    assert caught.value.code is landkaart.ErrorCode.TIME_LIMIT_EXCEEDED
    found = pack.search("te veel regels", time_limit=datetime.timedelta(minutes=1))
    assert found.hits[0].id == pack.search("te veel regels").hits[0].id
