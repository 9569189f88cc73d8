# SPDX-License-Identifier: EUPL-1.2
"""The landkaart command of the package is the same program as the C++ one."""

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


def test_it_answers_as_the_package_does(pack: landkaart.Pack) -> None:
    done = run("search", "te veel regels", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == pack.search("te veel regels").to_dict()


def test_it_exits_with_the_number_of_the_error(tmp_path: Path) -> None:
    done = run("info", str(tmp_path))
    assert done.returncode == landkaart.ErrorCode.NOT_A_FILE
    assert done.stderr.startswith("landkaart: ")
    assert run("dans").returncode == 2


def test_it_has_the_version_of_the_package() -> None:
    assert run("--version").stdout == f"landkaart {landkaart.__version__}\n"


def test_it_ends_quietly_when_nobody_reads_on() -> None:
    if not hasattr(signal, "SIGPIPE"):
        pytest.skip("signals of POSIX")
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
def test_it_says_what_the_cpp_program_says(arguments: list[str]) -> None:
    program = os.environ.get("LANDKAART_BIN") or shutil.which("landkaart")
    if not program:
        pytest.skip("LANDKAART_BIN names no program to compare with")
    ours, theirs = run(*arguments), run(*arguments, program=[program])
    assert (ours.returncode, ours.stdout, ours.stderr) == (
        theirs.returncode,
        theirs.stdout,
        theirs.stderr,
    )
