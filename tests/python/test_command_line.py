# SPDX-License-Identifier: EUPL-1.2
"""The landkaart command of the package behaves like the C++ program."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import FIXTURE

import landkaart

MODULE = [sys.executable, "-m", "landkaart"]


def run(*arguments: str, program: list[str] = MODULE) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*program, *arguments], capture_output=True, text=True, encoding="utf-8", timeout=60
    )


def test_search_json_equals_to_dict_of_the_package(pack: landkaart.Pack) -> None:
    done = run("search", "te veel regels", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == pack.search("te veel regels").to_dict()


def test_the_exit_status_is_the_number_of_the_error(tmp_path: Path) -> None:
    done = run("info", str(tmp_path))
    assert done.returncode == landkaart.ErrorCode.NOT_A_FILE
    assert done.stderr.startswith("landkaart: ")
    assert run("dans").returncode == 2


def test_version_prints_the_version_of_the_package() -> None:
    assert run("--version").stdout == f"landkaart {landkaart.__version__}\n"


def test_a_closed_output_pipe_ends_the_command_without_a_message() -> None:
    if not hasattr(signal, "SIGPIPE"):
        pytest.skip("requires POSIX signals")
    process = subprocess.Popen(
        [*MODULE, "list", "--pack", str(FIXTURE)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout and process.stderr
    process.stdout.close()
    said = process.stderr.read()
    process.stderr.close()
    process.wait(timeout=60)
    assert said == b""


@pytest.mark.parametrize(
    "arguments",
    [
        ["info"],
        ["list", "--kind", "theme"],
        ["show", "wv-troika"],
        ["route", "ob-regeldruk"],
        ["work-forms", "--group-size", "8"],
        ["verify"],
        ["show", "weg"],
        ["--help"],
        ["map", "--json"],
    ],
)
def test_the_output_equals_that_of_the_cpp_program(arguments: list[str]) -> None:
    program = os.environ.get("LANDKAART_BIN") or shutil.which("landkaart")
    if not program:
        pytest.skip("set LANDKAART_BIN to the path of the C++ program")
    ours, theirs = run(*arguments), run(*arguments, program=[program])
    assert (ours.returncode, ours.stdout, ours.stderr) == (
        theirs.returncode,
        theirs.stdout,
        theirs.stderr,
    )
