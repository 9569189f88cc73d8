# SPDX-License-Identifier: EUPL-1.2
"""Every list takes the same filters, search takes them too, and unknown names raise errors."""

import datetime
import json
from collections.abc import Sequence
from typing import Any

import pytest

import landkaart
from landkaart import Filters, Items, Kind, Pack

SOON = datetime.date(2100, 1, 1)


@pytest.fixture(params=[{"kind": "topic"}, {"theme": "krachtenveld"}, {"language": "nl"}])
def chosen(request: pytest.FixtureRequest) -> Any:
    return request.param


def test_a_choice_from_a_list_equals_the_list_with_both_filters(pack: Pack, chosen: Any) -> None:
    whole = pack.where(group_size=8, **chosen)
    assert pack.where(**chosen).where(group_size=8) == whole
    assert Items(pack.values()).where(**chosen).where(group_size=8) == whole
    assert pack.where(**chosen)[:].where() == pack.where(**chosen)


def test_a_list_of_links_takes_every_filter(pack: Pack) -> None:
    obstacle = pack["ob-regeldruk"]
    forms = obstacle.linked("work-forms")
    for filters in (
        Filters(kind="work-form"),
        Filters(purpose="survive"),
        Filters(group_size=8),
        Filters(max_minutes=45),
        Filters(max_difficulty=1),
        Filters(theme="krachtenveld"),
        Filters(tag="geen zo'n trefwoord"),
        Filters(language="fy"),
        Filters(obstacle="ob-regeldruk"),
    ):
        assert list(forms.where(**filters)) == [
            form for form in forms if form in pack.where(**filters)
        ], filters
    assert forms.where(kind="topic").ids == ()


def test_a_filter_that_is_given_twice_must_pass_twice(pack: Pack) -> None:
    assert pack.topics.where(kind="obstacle").ids == ()
    assert pack.topics.where(kind="topic") == pack.topics


def test_a_filter_on_review_dates_keeps_items_with_an_earlier_date(samples: Pack) -> None:
    dated = [item for item in samples.values() if item.review_by]
    assert list(samples.where(review_before=SOON)) == dated != []
    last = max(item.review_by for item in dated if item.review_by)
    assert all(item.review_by != last for item in samples.where(review_before=last))
    assert list(samples.topics.where(review_before=SOON)) == [
        item for item in dated if item.kind is Kind.TOPIC
    ]


def test_search_takes_the_filter_on_review_dates(samples: Pack) -> None:
    every = samples.search("de een het raad proef", limit=100)
    found = samples.search("de een het raad proef", review_before=SOON, limit=1)
    due = [hit.id for hit in every if hit.item.review_by]
    assert [hit.id for hit in found] == due[:1] != []
    assert found.total == len(due) == sum(found.facets.kinds.values())
    assert [hit.id for hit in samples.search(every.query, review_before=SOON, offset=1)] == due[1:]


def test_a_sum_of_lists_holds_items_of_both_packs(pack: Pack, samples: Pack) -> None:
    both = pack.topics[:2] + samples.topics[:1]
    assert both.ids == pack.topics.ids[:2] + samples.topics.ids[:1]
    assert both.where(kind="topic") == both
    theme = pack.topics[0].themes[0]
    assert both.where(theme=theme).ids[0] == pack.topics.ids[0]
    with pytest.raises(landkaart.NotFound):
        both.where(theme="nergens")
    with pytest.raises(TypeError):
        both + pack.topics.ids  # type: ignore[operator]


def test_a_search_result_is_a_sequence(pack: Pack) -> None:
    found = pack.search("te veel regels", limit=5)
    assert isinstance(found, Sequence)
    assert found[0] is found.hits[0] and found[:3] == found.hits[:3] and len(found) == 5
    assert found[-1] in found
    assert found[0].summary == found[0].item.summary != ""
    assert not pack.search("zzzzzz")


@pytest.mark.parametrize(
    ("filters", "error", "said"),
    [
        ({"theme": "krachtenvelt"}, landkaart.NotFound, "did you mean 'krachtenveld'"),
        ({"theme": "ob-regeldruk"}, landkaart.NotFound, "'ob-regeldruk' has the kind obstacle"),
        ({"obstacle": "ob-regeldrk"}, landkaart.NotFound, "did you mean 'ob-regeldruk'"),
        ({"kind": "topics"}, landkaart.InvalidArgument, "did you mean 'topic'"),
        ({"purpose": "learn"}, landkaart.InvalidArgument, "use one of: survive"),
        ({"groupsize": 8}, TypeError, "did you mean 'group_size'"),
    ],
)
def test_an_unknown_name_is_an_error_everywhere(
    pack: Pack, filters: Any, error: type[Exception], said: str
) -> None:
    for ask in (pack.where, pack.topics.where, pack.topics[:3].where):
        with pytest.raises(error) as caught:
            ask(**filters)
        assert said in str(caught.value)
    with pytest.raises(error) as caught:
        pack.search("raad", **filters)
    assert said in str(caught.value)


def test_the_route_of_an_unknown_obstacle_is_not_found(pack: Pack) -> None:
    with pytest.raises(KeyError, match="did you mean 'ob-regeldruk'"):
        pack.route("ob-regeldrk")


def test_linked_knows_themes(pack: Pack) -> None:
    form, theme = pack["wv-troika"], pack.themes[0]
    assert form.linked("themes") == form.themes
    assert theme.linked("topics") == theme.topics == pack.topics.where(theme=theme)


def test_every_item_is_stored_as_json(samples: Pack) -> None:
    for item in samples.values():
        assert json.loads(json.dumps(item.to_dict())) == item.to_dict()


def test_a_frame_has_dates_steps_materials_and_sources(pack: Pack, samples: Pack) -> None:
    frame = samples.to_frame()
    assert list(frame.columns["review_by"]) == [item.review_by for item in samples.values()]
    assert list(frame.columns["sources"]) == [item.sources for item in samples.values()]
    forms = pack.work_forms
    columns = forms.to_frame().columns
    assert list(columns["materials"]) == [form.materials for form in forms]
    troika = columns["step_texts"][forms.ids.index("wv-troika")]
    assert troika[0] == "Vraag vertellen (2 min)"


def test_a_frame_with_dutch_labels(pack: Pack) -> None:
    frame = pack.work_forms.to_frame(labels="nl")
    assert {"titel", "herzien voor", "stappen"} <= set(frame.columns)
    assert set(frame.columns["soort"]) == {"werkvorm"}
    assert set(frame.columns["niveau"]) <= {"iedereen", "enige ervaring", "ervaren"}
    frame.__arrow_c_stream__()


def test_an_item_is_a_mapping_of_the_columns_of_a_frame(samples: Pack) -> None:
    frame = samples.to_frame()
    for row, item in enumerate(samples.values()):
        assert dict(item) == {name: frame.columns[name][row] for name in item}
    assert "step_texts" in samples["wv-rondje"] and "step_texts" not in samples["tm-wadi"]
    with pytest.raises(KeyError, match="no column 'kleur'"):
        samples["tm-wadi"]["kleur"]


def test_pandas_makes_a_table_of_items(pack: Pack) -> None:
    pandas = pytest.importorskip("pandas")
    table = pandas.DataFrame(pack.work_forms)
    assert list(table["id"]) == list(pack.work_forms.ids)
    assert set(table.columns) == set(pack.work_forms.to_frame().columns)


def test_cells_for_excel_are_no_formulas_and_no_lists() -> None:
    day = datetime.date(2026, 12, 1)
    columns: Any = {
        "a": ("=1+1", "-5", "+31 6", "@naam", "gewoon - zo"),
        "b": (("x", "y"), (), ("=x",), ("a",), ("b",)),
        "c": (day, None, day, day, day),
    }
    cells = landkaart.Frame(columns, {"a": "u", "b": "+l", "c": "tdD"}).for_excel().columns
    assert cells["a"] == ("'=1+1", "'-5", "'+31 6", "'@naam", "gewoon - zo")
    assert cells["b"] == ("x; y", "", "'=x", "a", "b")
    assert cells["c"] == columns["c"]
