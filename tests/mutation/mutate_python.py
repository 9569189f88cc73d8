# SPDX-License-Identifier: EUPL-1.2
"""Mutation testing of the Python package: makes one small change in the code (a mutant), and checks
whether a test fails.

    python3 tests/mutation/mutate_python.py build/dev/python/landkaart --folder web --count 150

Each mutant is written into a copy of the built package in a temporary folder. Only the test files
that call the changed function are run, the quickest first, until a test fails: it is then killed.
A mutant survives when no test fails: a test is missing, or the change makes no difference.
Mutants that make no difference are listed in equivalent_python.json with the reason, and skipped.

`make test` does not run this tool, because 150 mutants take about 20 minutes. The draw is
deterministic: the same code, folder, count and seed give the same mutants.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, NoReturn

# Imported before the tests run, because every run is a fork of this process.
import django.test  # noqa: F401
import fastapi.testclient  # noqa: F401
import hypothesis  # noqa: F401
import jinja2  # noqa: F401
import pytest

from python_mutants import Mutant, mutants_of, mutated, recorded

HERE = Path(__file__).parent
TOP = HERE.parents[1]
SUITES = (TOP / "tests/python", TOP / "tests/web")
EQUIVALENT = HERE / "equivalent_python.json"
SECONDS = 120  # a mutant whose tests take longer counts as killed: it made something endless
# Added to the copy of the package while tests are recorded: every function calls reached() first.
RECORDER = """
import os

_seen = set()


def reached(*names):
    for name in set(names) - _seen:
        _seen.add(name)
        open(os.path.join(os.environ["LANDKAART_REACHED"], name.replace("/", "+")), "w").close()
"""


class Tests(NamedTuple):
    """A test file: what it reaches, as "module" and "module:function", and its duration."""

    path: Path
    reached: frozenset[str]
    seconds: float


class Copy:
    """A copy of the built package, in which one module at a time is changed."""

    def __init__(self, package: Path, folder: Path) -> None:
        self._original = package
        self.folder = folder
        self.package = folder / "landkaart"
        shutil.copytree(package, self.package, ignore=shutil.ignore_patterns("__pycache__"))

    def change(self, module: str, text: str) -> None:
        (self.package / module).write_text(text, encoding="utf-8")

    def restore(self, module: str) -> None:
        shutil.copy(self._original / module, self.package / module)

    def fails(self, files: list[Path], reached: Path | None = None) -> bool:
        """Whether a test in these files fails with this copy, or takes too long.

        Args:
            files: Test files of one suite.
            reached: The folder for what the tests reach, while they are recorded.
        """
        process = os.fork()  # a fork of this process has pytest and the frameworks imported already
        if process == 0:
            self._run_tests(files, reached)
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            done, status = os.waitpid(process, os.WNOHANG)
            if done:
                return status != 0
            time.sleep(0.02)
        os.killpg(process, signal.SIGKILL)
        os.waitpid(process, 0)
        return True

    def _run_tests(self, files: list[Path], reached: Path | None) -> NoReturn:
        os.setsid()
        with (self.folder / "output.txt").open("wb") as output:
            os.dup2(output.fileno(), 1)
            os.dup2(output.fileno(), 2)
        os.environ |= {"PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1"}
        os.environ["LANDKAART_REACHED"] = str(reached or "")
        sys.path.insert(0, str(self.folder))
        sys.dont_write_bytecode = True
        os.chdir(TOP)
        status = pytest.main(["-x", "-q", "-p", "no:cacheprovider", *map(str, files)])
        sys.stdout.flush()
        os._exit(0 if status in (pytest.ExitCode.OK, pytest.ExitCode.NO_TESTS_COLLECTED) else 1)


def record_tests(copy: Copy) -> list[Tests]:
    """Runs every test file once without a mutant, and records what it reaches, also in processes
    that it starts. Exits when a test fails."""
    (copy.package / "_reached.py").write_text(RECORDER, encoding="utf-8")
    modules = [file.relative_to(copy.package).as_posix() for file in copy.package.rglob("*.py")]
    modules.remove("_reached.py")
    for module in modules:
        source = (copy.package / module).read_text(encoding="utf-8")
        copy.change(module, recorded(source, module))
    found = [_recorded_tests(copy, file) for suite in SUITES for file in suite.glob("test_*.py")]
    for module in modules:
        copy.restore(module)
    return sorted(found, key=lambda tests: tests.seconds)


def _recorded_tests(copy: Copy, path: Path) -> Tests:
    with tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        if copy.fails([path], Path(folder)):
            output = (copy.folder / "output.txt").read_text(encoding="utf-8")
            sys.exit(f"{path} fails without a mutant:\n{output}")
        reached = frozenset(name.replace("+", "/") for name in os.listdir(folder))
        return Tests(path, reached, time.monotonic() - begun)


def covering(tests: list[Tests], module: str, function: str) -> list[Path]:
    """The test files that reach a function, or a module when the mutant is outside functions."""
    name = f"{module}:{function}"
    is_function = any(name in each.reached for each in tests)
    return [each.path for each in tests if (name if is_function else module) in each.reached]


def killed(copy: Copy, files: list[Path]) -> bool:
    """Whether a test in these files fails. The suite with most of them comes first."""
    parts = [[file for file in files if file.parent == suite] for suite in SUITES]
    parts.sort(key=len, reverse=True)
    return any(copy.fails(part) for part in parts if part)


def all_mutants(package: Path, folder: str) -> Iterator[tuple[str, Mutant]]:
    for file in sorted((package / folder).rglob("*.py")):
        module = file.relative_to(package).as_posix()
        for mutant in mutants_of(file.read_text(encoding="utf-8")):
            yield module, mutant


def name_of(module: str, mutant: Mutant) -> str:
    """The name of a mutant in equivalent_python.json; it stays the same when lines move."""
    return f"{module} {mutant.function}: {mutant.change}"


def main() -> int:
    parser = argparse.ArgumentParser(description="Mutation testing of the Python package.")
    parser.add_argument("package", type=Path, help="the built package, with the compiled module")
    parser.add_argument("--folder", default="", help="only modules below this folder, such as web")
    parser.add_argument("--count", type=int, default=150, help="how many mutants are drawn")
    parser.add_argument("--seed", type=int, default=1, help="of the draw")
    parser.add_argument("--only", default="", help="only mutants whose name contains this text")
    parser.add_argument("--list", action="store_true", help="print the names and run nothing")
    asked = parser.parse_args()
    package = asked.package.resolve()
    everything = list(all_mutants(package, asked.folder))
    named = [(module, mutant) for module, mutant in everything if asked.only in name_of(module, mutant)]
    drawn = random.Random(asked.seed).sample(named, min(asked.count, len(named)))
    if asked.list:
        print(*(name_of(*one) for one in sorted(drawn)), sep="\n")
        return 0
    equivalent = json.loads(EQUIVALENT.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory(prefix="landkaart-mutants-") as folder:
        survivors, skipped = _run(Copy(package, Path(folder)), package, sorted(drawn), equivalent)
    made = len(drawn) - skipped
    dead = made - len(survivors)
    print(f"{len(everything)} mutants possible, {len(drawn)} drawn with seed {asked.seed}")
    print(f"{skipped} equivalent, {made} made, {dead} killed: {100 * dead / max(made, 1):.1f} %")
    return 1 if survivors else 0


def _run(
    copy: Copy, package: Path, drawn: list[tuple[str, Mutant]], equivalent: dict[str, str]
) -> tuple[list[str], int]:
    """The names of the survivors, and how many mutants were skipped as equivalent."""
    tests = record_tests(copy)
    survivors, skipped = [], 0
    for module, mutant in drawn:
        name = name_of(module, mutant)
        if name in equivalent:
            skipped += 1
            continue
        source = (package / module).read_text(encoding="utf-8")
        copy.change(module, mutated(source, mutant.number))
        if not killed(copy, covering(tests, module, mutant.function)):
            survivors.append(name)
            print(f"survived: {module}:{mutant.line} {mutant.function}: {mutant.change}", flush=True)
        copy.restore(module)
    return survivors, skipped


if __name__ == "__main__":
    sys.exit(main())
