# SPDX-License-Identifier: EUPL-1.2
"""Results are lazy, and no query is an error."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import landkaart
from landkaart import Kind, Pack

FOUND = landkaart.cocreatie()
IDS = frozenset(FOUND)


def test_a_result_is_its_hits(pack: Pack) -> None:
    found = pack.search("regels", limit=3)
    assert len(found) == len(found.hits) == 3
    assert list(found) == list(found.hits)
    assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
    assert found.query == "regels"


def test_hits_are_items(pack: Pack) -> None:
    for hit in pack.search("samen leren"):
        assert hit.item == pack[hit.id]
        assert (hit.id, hit.kind, hit.title) == (hit.item.id, hit.item.kind, hit.item.title)


def test_offset_and_limit_walk_through_all_hits(pack: Pack) -> None:
    whole = [hit.id for hit in pack.search("regels", limit=20)]
    pages = [pack.search("regels", limit=5, offset=offset) for offset in (0, 5, 10, 15)]
    assert [hit.id for page in pages for hit in page] == whole


def test_totals_and_facets_count_all_matches(pack: Pack) -> None:
    found = pack.search("raad", limit=1)
    assert found.total == len(pack.search("raad", limit=1000).hits)
    assert sum(found.facets.kinds.values()) == found.total
    assert set(found.facets.kinds) <= set(Kind)
    assert set(found.facets.themes) <= set(pack.themes.ids)


def test_filters_keep_what_they_name(pack: Pack) -> None:
    topics = pack.search("raad", kind="topic", limit=50)
    assert {hit.kind for hit in topics} == {Kind.TOPIC}
    theme = pack.themes[1]
    assert all(theme in hit.item.themes for hit in pack.search("raad", theme=theme, limit=50))
    assert not pack.search("raad", theme="nergens").hits


def test_all_words_is_stricter_than_any(pack: Pack) -> None:
    some = pack.search("raad loting", limit=200)
    every = pack.search("raad loting", match="all", limit=200)
    assert {hit.id for hit in every} < {hit.id for hit in some}


def test_a_purpose_keeps_its_work_forms(pack: Pack) -> None:
    found = pack.search("samen leren", purpose="learn-together", limit=50)
    assert found.hits
    assert {hit.id for hit in found} <= set(pack.work_forms(purpose="learn-together").ids)


def test_half_a_word_finds_while_it_is_typed(pack: Pack) -> None:
    typed = pack.search("krachtenvel", match="all", as_you_type=True)
    assert typed.hits[0].id in [hit.id for hit in pack.search("krachtenveld")]


def test_a_question_with_numbers_offers_filters(pack: Pack) -> None:
    found = pack.search("iets voor 8 personen in een half uur")
    assert found.offers == (8, 30)
    assert found.to_dict()["offers"] == {"group-size": 8, "max-minutes": 30}
    assert pack.search("iets voor iedereen").offers.to_dict() == {}


def test_a_score_is_explained(pack: Pack) -> None:
    for hit in pack.search("raad loting verantwoordng", limit=5):
        words = hit.explain()
        assert words
        assert all(word.score > 0 and word.found for word in words)


def test_suggestions_complete_what_is_typed(pack: Pack) -> None:
    suggestions = pack.suggest("wereldc", limit=3)
    assert 0 < len(suggestions) <= 3
    assert suggestions[0].item == pack["wv-wereldcafe"]
    assert pack.suggest("", limit=3) == ()
    with pytest.raises(landkaart.InvalidArgument):
        pack.suggest("w", limit=-1)


def test_a_wrong_option_is_refused(pack: Pack) -> None:
    for wrong in ({"match": "some"}, {"limit": -1}, {"offset": -1}, {"kind": "book"}):
        with pytest.raises(landkaart.InvalidArgument):
            pack.search("raad", **wrong)  # type: ignore[arg-type]


def test_highlights_count_code_points(samples: Pack) -> None:
    snippet = samples.search("leden").hits[0].snippet
    assert "coöperatie" in snippet.text
    assert [snippet.text[begin:end] for begin, end in snippet.highlights] == ["leden", "leden"]
    assert snippet.marked("<", ">").count("<leden>") == 2


def test_a_result_as_a_dictionary_is_what_the_command_line_prints(pack: Pack) -> None:
    answer = pack.search("griffie raad", limit=2).to_dict()
    assert [hit["id"] for hit in answer["hits"]] == [
        hit.id for hit in pack.search("griffie raad", limit=2)
    ]
    assert answer["facets"]["kinds"][0].keys() == {"value", "count"}


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_no_text_is_an_error(query: str) -> None:
    found = FOUND.search(query, limit=3)
    for hit in found:
        assert hit.id in IDS
        for begin, end in hit.snippet.highlights:
            assert 0 <= begin < end <= len(hit.snippet.text)
    assert found.total >= len(found.hits)
    FOUND.suggest(query)
    assert found.suggestion is None or isinstance(found.suggestion, str)


@pytest.mark.parametrize(
    "query", ["", "\ud800", "a\0b", '"', "-", "<script>", "😀", "regels " * 1500, "\u202etxet"]
)
def test_odd_texts_are_answered(pack: Pack, query: str) -> None:
    pack.search(query).to_dict()
    assert query not in pack


@given(st.text(st.characters(), max_size=40))
def test_what_is_not_an_id_is_not_in_the_pack(id: str) -> None:
    assert (id in FOUND) == (id in IDS)
