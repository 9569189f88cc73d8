# SPDX-License-Identifier: EUPL-1.2
"""Every public name has a docstring, and every example in a docstring runs."""

import datetime
import doctest
import importlib
import importlib.util
import inspect
import pkgutil
import shutil
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import FIXTURE

import landkaart

PANDAS = doctest.register_optionflag("PANDAS")
MODULES = [
    importlib.import_module(f"landkaart.{module.name}")
    for module in pkgutil.iter_modules(landkaart.__path__)
    if module.name not in ("__main__", "_landkaart")
]
PUBLIC = [getattr(landkaart, name) for name in landkaart.__all__ if name[0].isalpha()]


def examples(module: ModuleType) -> list[doctest.DocTest]:
    return [test for test in doctest.DocTestFinder().find(module) if test.examples]


TESTS = [test for module in [landkaart, *MODULES] for test in examples(module)]


@pytest.mark.parametrize("test", TESTS, ids=lambda test: test.name)
def test_examples_run(test: doctest.DocTest, pack: Any, samples: Any, tmp_path: Path) -> None:
    if any(PANDAS in example.options for example in test.examples):
        pytest.importorskip("pandas")
    shutil.copy(FIXTURE, tmp_path / "proef.lkp")
    (tmp_path / "leeg").mkdir()
    given = {"landkaart": landkaart, "pack": pack, "samples": samples, "folder": tmp_path}
    test.globs = vars(landkaart) | {"datetime": datetime} | given | test.globs
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test)
    assert result.failed == 0, "see the output above"


def members(cls: type) -> list[tuple[str, Any]]:
    return [
        (f"{cls.__name__}.{name}", member)
        for name, member in vars(cls).items()
        if not name.startswith("_") and (callable(member) or isinstance(member, property))
    ]


def test_every_public_name_has_a_docstring() -> None:
    named = [(value.__name__, value) for value in PUBLIC if callable(value)]
    named += [member for value in PUBLIC if inspect.isclass(value) for member in members(value)]
    assert len(named) > 100
    assert [name for name, value in named if not inspect.getdoc(value)] == []


def test_docstrings_describe_every_argument() -> None:
    functions = [
        (name, value)
        for cls in PUBLIC
        if inspect.isclass(cls)
        for name, value in members(cls)
        if inspect.isfunction(value)
    ] + [(value.__name__, value) for value in PUBLIC if inspect.isfunction(value)]
    assert len(functions) > 30
    for name, function in functions:
        given = [key for key in inspect.signature(function).parameters if key != "self"]
        if given:
            said = inspect.getdoc(function) or ""
            assert "Args:" in said, name
            assert [key for key in given if f"\n    {key}: " not in said] == [], name
