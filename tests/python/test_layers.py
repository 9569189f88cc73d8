# SPDX-License-Identifier: EUPL-1.2
"""The modules of the package import each other in one direction. import-linter checks the contract
in tests/repository/python_layers.ini; this test runs where import-linter is installed, as in
`make test-wheel` and `make test`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import TOP

CONTRACT = TOP / "tests" / "repository" / "python_layers.ini"
TOOLS = TOP / "build" / "lint-venv" / "bin"
LINTER = shutil.which("lint-imports", path=f"{TOOLS}:{Path(sys.executable).parent}")


def lint(contract: Path, sources: Path) -> subprocess.CompletedProcess[str]:
    assert LINTER is not None
    return subprocess.run(
        [LINTER, str(contract), "--no-cache"],
        env=os.environ | {"PYTHONPATH": str(sources)},
        cwd=sources,
        capture_output=True,
        text=True,
    )


@pytest.mark.skipif(LINTER is None, reason="requires import-linter: make build/lint-venv/ready")
def test_every_import_points_down() -> None:
    done = lint(CONTRACT, TOP / "bindings" / "python")
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(LINTER is None, reason="requires import-linter: make build/lint-venv/ready")
@pytest.mark.parametrize(
    ("module", "line", "found"),
    [
        ("_values.py", "from ._items import Item", "landkaart._values -> landkaart._items"),
        (
            "web/_http/query.py",
            "from .._addresses import find",
            "landkaart.web._http.query -> landkaart.web._addresses",
        ),
    ],
)
def test_an_import_that_points_up_is_found(
    tmp_path: Path, module: str, line: str, found: str
) -> None:
    copy = tmp_path / "landkaart"
    shutil.copytree(TOP / "bindings" / "python" / "landkaart", copy)
    with (copy / module).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    done = lint(CONTRACT, tmp_path)
    assert done.returncode != 0
    assert found in done.stdout


def test_no_layer_imports_the_package_itself() -> None:
    folder = TOP / "bindings" / "python" / "landkaart"
    above = {"__init__.py", "_web_commands.py"}
    for path in set(folder.glob("_*.py")) - {folder / name for name in above}:
        assert "\nimport landkaart" not in path.read_text(encoding="utf-8"), path.name


def test_the_contract_lists_every_private_module() -> None:
    names = {path.stem for path in (TOP / "bindings" / "python" / "landkaart").glob("_*.py")}
    listed = CONTRACT.read_text(encoding="utf-8").split("layers =")[1].replace("|", " ").split()
    assert names - {"__init__"} == {name for name in listed if name.startswith("_")}
