# SPDX-License-Identifier: EUPL-1.2
"""Every example in examples/python runs and prints the expected output."""

import ast
import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path
from typing import Any

from conftest import TOP

EXAMPLES = TOP / "examples" / "python"


def run(name: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / name), *arguments],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_work_forms_for_a_session_prints_a_table() -> None:
    lines = run("work_forms_for_a_session.py", "--people", "8", "--minutes", "30").splitlines()
    assert lines[0].split() == ["werkvorm", "mensen", "minuten", "niveau"]
    assert len(lines) > 5
    assert "Geen werkvorm past" in run("work_forms_for_a_session.py", "--people", "5000")


def test_themes_of_documents_prints_the_themes_of_each_document(tmp_path: Path) -> None:
    (tmp_path / "rekenkamer.md").write_text(
        "De raad vraagt het college verantwoording af te leggen over publieke waarden.\n\n"
        "Gelijke behandeling en maatwerk botsen, want iedereen wil dezelfde uitzondering.\n",
        encoding="utf-8",
    )
    (tmp_path / "team.txt").write_text(
        "Wij willen beter leren luisteren naar inwoners en omgaan met onzekerheid in ons werk.\n",
        encoding="utf-8",
    )
    (tmp_path / "plaatje.png").write_bytes(b"\x89PNG")
    said = run("themes_of_documents.py", str(tmp_path))
    first, second = said.split("team.txt")
    assert first.startswith("rekenkamer.md")
    assert "Paradoxen" in first.splitlines()[1]
    assert "Competenties" in second.splitlines()[1]
    assert "plaatje" not in said


def test_map_to_file_writes_an_svg_file(tmp_path: Path) -> None:
    path = tmp_path / "kaart.svg"
    run("map_to_file.py", str(path), "--highlight", "ob-regeldruk", "--base-url", "/kaart/")
    assert ElementTree.parse(path).getroot().tag.endswith("svg")


def test_the_notebook_runs_and_every_cell_ends_with_an_object_that_has_html() -> None:
    notebook = json.loads((EXAMPLES / "landkaart.ipynb").read_text(encoding="utf-8"))
    names: dict[str, Any] = {}
    cells = ["".join(cell["source"]) for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert len(cells) >= 5
    for cell in cells:
        *before, last = ast.parse(cell).body
        assert isinstance(last, ast.Expr)
        exec(compile(ast.Module(before, []), "cell", "exec"), names)
        shown = eval(compile(ast.Expression(last.value), "cell", "eval"), names)
        assert "<" in shown._repr_html_()


def test_the_notebook_is_stored_without_output() -> None:
    notebook = json.loads((EXAMPLES / "landkaart.ipynb").read_text(encoding="utf-8"))
    assert not any(cell.get("outputs") for cell in notebook["cells"])
