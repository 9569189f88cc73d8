# SPDX-License-Identifier: EUPL-1.2
"""Pack: a mapping of ids to items, with lists, filters and pickling."""

import datetime
import pickle
from collections.abc import Mapping
from pathlib import Path

import pytest
from conftest import FIXTURE

import landkaart
from landkaart import Difficulty, Kind, Pack, Purpose


def test_a_pack_is_a_mapping(samples: Pack) -> None:
    assert isinstance(samples, Mapping)
    assert len(samples) == len(list(samples)) == len(samples.items())
    assert samples["tm-wadi"] == samples.get("tm-wadi") == dict(samples)["tm-wadi"]
    assert "tm-wadi" in samples
    assert "weg" not in samples
    assert 12 not in samples
    assert samples.get("weg") is None
    assert samples.get("weg", 12) == 12
    assert samples.get("oude-tuin") == samples["vh-buurttuin"]


def test_an_old_id_gives_the_item_that_replaces_it(samples: Pack) -> None:
    assert samples["oude-tuin"].id == "vh-buurttuin"
    assert "oude-tuin" in samples
    assert "oude-tuin" not in list(samples)


def test_an_unknown_id_is_a_key_error_with_a_suggestion(pack: Pack) -> None:
    with pytest.raises(KeyError) as caught:
        pack["wv-trojka"]
    assert isinstance(caught.value, landkaart.NotFound)
    assert "did you mean 'wv-troika'" in str(caught.value)


def test_a_pack_opens_from_a_path_or_its_bytes(tmp_path: Path) -> None:
    content = FIXTURE.read_bytes()
    same = [
        landkaart.open(FIXTURE),
        landkaart.open(str(FIXTURE)),
        landkaart.open(content),
        landkaart.open(bytearray(content)),
        landkaart.open(memoryview(content)),
    ]
    assert set(same) == {same[0]}
    assert same[0] != landkaart.cocreatie()
    assert same[0] != "conformance"


def test_each_kind_has_a_list_of_its_items(samples: Pack) -> None:
    lists = [
        samples.themes,
        samples.topics,
        samples.obstacles,
        samples.work_forms,
        samples.articles,
        samples.videos,
        samples.stories,
        samples.terms,
        samples.journeys,
    ]
    for kind, items in zip(Kind, lists, strict=True):
        assert items
        assert {item.kind for item in items} == {kind}
        assert items == samples.where(kind=kind) == samples.where(kind=kind.value)


def test_max_minutes_accepts_a_timedelta(samples: Pack) -> None:
    minutes = datetime.timedelta(minutes=20)
    assert samples.work_forms.where(max_minutes=minutes) == samples.work_forms.where(max_minutes=20)
    assert samples.work_forms.where(max_minutes=minutes).ids == ("wv-luisteren", "wv-rondje")
    almost = datetime.timedelta(minutes=19, seconds=59)
    assert samples.work_forms.where(max_minutes=almost) == samples.work_forms.where(max_minutes=19)
    assert samples.work_forms.where(max_minutes=almost).ids == ("wv-luisteren",)


def test_enumerations_accept_strings(samples: Pack) -> None:
    learn = samples.work_forms.where(purpose="learn-together")
    assert learn == samples.work_forms.where(purpose=Purpose.LEARN_TOGETHER)
    easy = samples.work_forms.where(max_difficulty=1)
    assert easy == samples.work_forms.where(max_difficulty="anyone")
    assert easy == samples.work_forms.where(max_difficulty=Difficulty.ANYONE)
    assert (learn.ids, easy.ids) == (("wv-luisteren",), ("wv-rondje",))


def test_arguments_accept_an_item_or_its_id(samples: Pack) -> None:
    theme, obstacle = samples.themes[0], samples.obstacles[0]
    assert samples.work_forms.where(theme=theme) == samples.work_forms.where(theme=theme.id)
    assert samples.work_forms.where(theme=theme).ids == ("wv-bouwplaats",)
    assert samples.work_forms.where(obstacle=obstacle) == samples.work_forms.where(
        obstacle=obstacle.id
    )
    assert samples.work_forms.where(obstacle=obstacle).ids == ("wv-rondje", "wv-bouwplaats")
    assert samples.route(obstacle) == samples.route(obstacle.id) is not None


@pytest.mark.parametrize(
    "wrong",
    [
        {"purpose": "have-fun"},
        {"max_difficulty": 4},
        {"group_size": 0},
        {"max_minutes": -5},
        {"max_minutes": datetime.timedelta(seconds=30)},
    ],
)
def test_a_value_that_is_not_allowed_is_a_value_error(pack: Pack, wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError) as caught:
        pack.work_forms.where(**wrong)  # type: ignore[arg-type]
    assert isinstance(caught.value, landkaart.InvalidArgument)
    assert caught.value.code == 10


def test_the_error_for_an_unknown_kind_lists_the_kinds(pack: Pack) -> None:
    with pytest.raises(ValueError, match=r"'werkvorm' is not a kind .*; use one of: theme, topic"):
        pack.where(kind="werkvorm")  # type: ignore[arg-type]


def test_an_argument_of_a_wrong_type_is_a_type_error(pack: Pack) -> None:
    with pytest.raises(TypeError, match="group_size must be an int, not str"):
        pack.work_forms.where(group_size="acht")  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        pack.search(12)  # type: ignore[arg-type]


def test_a_pack_cannot_be_changed_or_made(pack: Pack) -> None:
    with pytest.raises(AttributeError):
        pack.manifest = None  # type: ignore[misc,assignment]
    with pytest.raises(TypeError):
        Pack()


@pytest.mark.parametrize("source", [FIXTURE, FIXTURE.read_bytes(), None])
def test_a_pickled_pack_loads_as_an_equal_pack(source: Path | bytes | None) -> None:
    opened = landkaart.cocreatie() if source is None else landkaart.open(source)
    again = pickle.loads(pickle.dumps(opened))
    assert again == opened
    assert list(again) == list(opened)


def test_a_pickled_pack_loads_from_another_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "p.lkp").write_bytes(FIXTURE.read_bytes())
    monkeypatch.chdir(tmp_path)
    pickled = pickle.dumps(landkaart.open("p.lkp"))
    monkeypatch.chdir("/")
    assert pickle.loads(pickled).manifest.id == "conformance"


def test_loading_a_pickle_fails_when_the_file_was_replaced(tmp_path: Path, starter: Path) -> None:
    path = tmp_path / "p.lkp"
    landkaart.build(starter, path)
    pickled = pickle.dumps(landkaart.open(path))
    path.write_bytes(FIXTURE.read_bytes())
    with pytest.raises(landkaart.PackError, match="another release") as caught:
        pickle.loads(pickled)
    assert caught.value.code is landkaart.ErrorCode.HASH_MISMATCH


def test_an_open_pack_keeps_its_content_when_the_file_is_replaced(
    tmp_path: Path, starter: Path
) -> None:
    path = tmp_path / "p.lkp"
    path.write_bytes(FIXTURE.read_bytes())
    before = landkaart.open(path)
    landkaart.build(starter, path)
    assert before["tm-wadi"].title == "Wadi"
    assert "tm-wadi" not in landkaart.open(path)


def test_a_pack_that_was_read_into_memory_survives_a_file_that_shrinks(tmp_path: Path) -> None:
    path = tmp_path / "proef.lkp"
    path.write_bytes(FIXTURE.read_bytes())
    pack = landkaart.open(path, read_into_memory=True)
    expected = landkaart.open(FIXTURE)["vh-buurttuin"].text
    path.write_bytes(b"")
    assert pack["vh-buurttuin"].text == expected
    path.write_bytes(FIXTURE.read_bytes())
    loaded = pickle.loads(pickle.dumps(pack))
    path.write_bytes(b"")
    assert loaded["vh-buurttuin"].text == expected, "a pickle remembers how the pack was opened"
