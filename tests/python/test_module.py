# SPDX-License-Identifier: EUPL-1.2
"""The package as a module: its names, the modules that it imports, its stub and its version."""

import ast
import inspect
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import FIXTURE, TOP

import landkaart
from landkaart import _landkaart

HEAVY = {"html", "difflib", "pandas", "numpy", "pyarrow", "subprocess"}


def test_every_name_in_all_exists_and_occurs_once() -> None:
    assert len(set(landkaart.__all__)) == len(landkaart.__all__)
    for name in landkaart.__all__:
        assert hasattr(landkaart, name)


def test_importing_loads_no_slow_modules() -> None:
    code = "import sys, landkaart; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert HEAVY & set(done.stdout.split()) == set()


def test_the_stub_has_the_same_names_as_the_module() -> None:
    stub = ast.parse((Path(landkaart.__path__[0]) / "_landkaart.pyi").read_text(encoding="utf-8"))
    described: dict[str, set[str]] = {}
    for node in stub.body:
        if isinstance(node, ast.ClassDef):
            described[node.name] = {
                part.name for part in node.body if isinstance(part, ast.FunctionDef)
            }
        elif isinstance(node, ast.FunctionDef):
            described[node.name] = set()
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            described[node.target.id] = set()
    there = {name: value for name, value in vars(_landkaart).items() if not name.startswith("__")}
    assert set(described) == set(there)
    for name, members in described.items():
        if inspect.isclass(there[name]):
            public = {member for member in vars(there[name]) if not member.startswith("_")}
            assert {member for member in members if not member.startswith("_")} == public, name


@pytest.mark.skipif(not hasattr(sys, "_is_gil_enabled"), reason="requires Python 3.13")
def test_importing_does_not_enable_the_gil_in_a_free_threaded_python() -> None:
    if "free-threading build" not in sys.version:
        pytest.skip("this Python is not built to run without the GIL")
    assert not sys._is_gil_enabled()


def test_the_version_equals_that_in_the_cpp_header() -> None:
    header = (TOP / "core/include/landkaart/version.h").read_text(encoding="utf-8")
    parts = re.findall(r"LANDKAART_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", header)
    assert landkaart.__version__ == ".".join(parts[:3])


def test_the_format_version_equals_that_in_a_pack_file() -> None:
    assert landkaart.FORMAT_VERSION == int.from_bytes(FIXTURE.read_bytes()[8:10], "little") == 1
    assert landkaart.open(FIXTURE).manifest.format_version == landkaart.FORMAT_VERSION
