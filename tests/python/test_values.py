# SPDX-License-Identifier: EUPL-1.2
"""Public types: frozen values, types that resolve, closing, pickling and errors for wrong types."""

import dataclasses
import datetime
import gc
import inspect
import io
import os
import pickle
import subprocess
import sys
import typing
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

import pytest
from conftest import FIXTURE

import landkaart
from landkaart import Pack

PUBLIC = {name: getattr(landkaart, name) for name in landkaart.__all__}
TUPLES = {"Range", "Point", "Highlight"}
PANDAS = ModuleType("pandas")  # an optional package, named by one annotation
PANDAS.DataFrame = object  # type: ignore[attr-defined]


def test_values_are_frozen_slotted_dataclasses() -> None:
    values = {name for name, value in PUBLIC.items() if dataclasses.is_dataclass(value)}
    assert {"Manifest", "Offers", "Explanation", "Suggestion", "Facets", "Related", "Link"} < values
    assert {"Route", "Verification", "BuildReport", "LintReport", "Mistake", "Finding"} < values
    for name in values:
        assert not hasattr(PUBLIC[name], "__dict__") or "__slots__" in vars(PUBLIC[name]), name
        assert PUBLIC[name].__dataclass_params__.frozen, name
    tuples = {name for name, value in PUBLIC.items() if hasattr(value, "_fields")}
    assert tuples == TUPLES


def test_a_value_cannot_be_changed(pack: Pack) -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        pack.manifest.title = "x"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(pack.manifest)) == pack.manifest


def test_no_offers_are_false() -> None:
    assert not landkaart.Offers(None, None)
    assert landkaart.Offers(8, None) and landkaart.Offers(8, None).filters == {"group_size": 8}


@pytest.mark.parametrize("name", [name for name in PUBLIC if inspect.isclass(PUBLIC[name])])
def test_the_types_of_every_class_resolve(name: str) -> None:
    cls = PUBLIC[name]
    typing.get_type_hints(cls)
    for member in vars(cls).values():
        function = member.fget if isinstance(member, property) else member
        if isinstance(function, FunctionType) and function.__module__.startswith("landkaart"):
            typing.get_type_hints(function, localns={"pandas": PANDAS})


@pytest.mark.parametrize("name", [name for name in PUBLIC if inspect.isfunction(PUBLIC[name])])
def test_the_types_of_every_function_resolve(name: str) -> None:
    typing.get_type_hints(PUBLIC[name])


WRONG = [None, 1.5, object()]


def calls(pack: Pack, folder: Path) -> list[tuple[Any, dict[str, Any]]]:
    """Public functions with arguments that are right."""
    topic = pack.topics[0].id
    filters: dict[str, Any] = {
        "kind": "topic",
        "theme": pack.themes[0].id,
        "tag": "x",
        "language": "nl",
        "purpose": "survive",
        "group_size": 8,
        "max_minutes": 30,
        "max_difficulty": 1,
        "obstacle": pack.obstacles[0].id,
        "review_before": datetime.date(2026, 12, 1),
    }
    drawing = {
        "base_url": "/",
        "highlight": topic,
        "selected": [topic],
        "heading": "x",
        "language": "nl",
        "id_prefix": "x",
    }
    options = {"limit": 3, "offset": 0, "match": "any", "as_you_type": True, "time_limit": None}
    return [
        (pack.search, {"query": "raad", **options, **filters}),
        (pack.where, filters),
        (pack.topics[:2].where, filters),
        (pack.suggest, {"text": "w", "limit": 3}),
        (pack.route, {"obstacle": pack.obstacles[0]}),
        (pack.__getitem__, {"id": topic}),
        (pack.to_frame, {"labels": "nl"}),
        (pack[topic].linked, {"type": "topics"}),
        (pack.map.svg, {"palette": "dark", "embedded": False, **drawing}),
        (pack.map.html, drawing),
        (pack.map.locate, {"x": 1, "y": 2}),
        (pack.map.nearest, {"x": 1, "y": 2, "count": 1}),
        (pack.map.within, {"least": (0, 0), "greatest": (9, 9)}),
        (pack.map.journey, {"item": topic, "to": topic}),
        (pack.assets.__getitem__, {"name": "weg"}),
        (landkaart.open, {"source": FIXTURE, "cache_bytes": 0, "read_into_memory": True}),
        (landkaart.verify, {"pack": pack}),
        (landkaart.export, {"pack": pack, "folder": folder / "uit"}),
        (landkaart.init, {"folder": folder / "nieuw"}),
        (landkaart.lint, {"source": folder, "jobs": 1, "today": None, "only": [], "ignore": []}),
        (landkaart.lint, {"source": folder, "messages_in": "nl"}),
        (
            landkaart.build,
            {
                "source": folder,
                "output": folder / "uit.lkp",
                "jobs": 1,
                "valid_on": None,
                "previous": None,
                "today": None,
                "only": [],
                "ignore": [],
                "messages_in": "en",
                "progress": None,
            },
        ),
    ]


@pytest.mark.parametrize("wrong", WRONG, ids=["None", "1.5", "object"])
def test_an_argument_of_a_wrong_type_is_named(pack: Pack, tmp_path: Path, wrong: Any) -> None:
    tried = 0
    for function, right in calls(pack, tmp_path):
        for name in right:
            try:
                function(**{**right, name: wrong})
            except (TypeError, landkaart.InvalidArgument) as error:
                tried += 1
                assert "incompatible function arguments" not in str(error), function
                assert name.removeprefix("max_") in str(error), (function, name)
            except landkaart.Error as error:
                assert "incompatible" not in str(error)
    assert tried > (20 if wrong is None else 40)


def test_a_with_statement_closes_the_pack() -> None:
    with landkaart.open(FIXTURE) as pack:
        item, topics, drawn = pack["tm-wadi"], pack.topics, pack.map
        assert len(topics) > 0 and not pack.closed
    assert pack.closed and "closed" in repr(pack)
    assert item.title == "Wadi" and item.themes is not None
    assert drawn.svg().startswith("<svg") and topics.ids
    assert pack.manifest.id == "conformance" and pack == landkaart.open(FIXTURE)
    for ask in (lambda: pack["tm-wadi"], lambda: len(pack), lambda: pack.search("x")):
        with pytest.raises(ValueError, match="this pack is closed; open it again"):
            ask()
    pack.close()


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="requires Linux")
def test_the_file_is_unmapped_when_the_last_item_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "los.lkp"
    path.write_bytes(FIXTURE.read_bytes())

    def mapped() -> bool:
        gc.collect()
        return str(path) in Path("/proc/self/maps").read_text()

    with landkaart.open(path) as pack:
        item = pack["tm-wadi"]
    assert mapped() and item.title == "Wadi"
    del item
    assert not mapped()


def test_a_pack_opens_from_file_objects_and_path_likes(tmp_path: Path) -> None:
    content = FIXTURE.read_bytes()

    class Named:
        def __fspath__(self) -> str:
            return str(FIXTURE)

    with FIXTURE.open("rb") as file:
        assert landkaart.open(file) == landkaart.open(io.BytesIO(content))
    assert landkaart.open(Named()) == landkaart.open(content)  # type: ignore[arg-type]
    with FIXTURE.open(encoding="latin-1") as file, pytest.raises(TypeError, match="binary mode"):
        landkaart.open(file)  # type: ignore[arg-type]


def test_a_pickle_of_a_pack_from_memory_holds_its_root_only() -> None:
    pack = landkaart.open(FIXTURE.read_bytes())
    pickled = pickle.dumps(pack)
    assert len(pickled) < 500
    assert pickle.loads(pickled) == pack


def test_loading_the_pickle_in_a_process_without_the_pack_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "p").write_bytes(pickle.dumps(landkaart.open(FIXTURE.read_bytes())["tm-wadi"]))
    script = f"""
import landkaart, pickle, pathlib
pickled = pathlib.Path({str(tmp_path / "p")!r}).read_bytes()
try:
    pickle.loads(pickled)
except landkaart.PackError as error:
    print(error)
pack = landkaart.open(pathlib.Path({str(FIXTURE)!r}).read_bytes())
print(pickle.loads(pickled).title)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, env=os.environ
    )
    said, title = done.stdout.splitlines()
    assert "was opened from memory" in said and "open the same bytes" in said
    assert title == "Wadi"
