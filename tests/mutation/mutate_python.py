# SPDX-License-Identifier: EUPL-1.2
"""Mutation testing of the Python package: changes the code a little, and sees whether a test fails.

    python3 tests/mutation/mutate_python.py build/dev/python/landkaart --folder web --count 150

One mutant at a time is written into a copy of the built package outside the source tree. Only the
test files that call a function of the mutated module are run, the quickest first, until a test
fails. A mutant that no test notices survives: a test is missing, or the change makes no difference.
The second sort is listed in equivalent_python.json with the reason.

This is a tool, and no part of `make test`, because 150 mutants take about 20 minutes.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from python_mutants import Mutant, mutants_of, mutated, recorded

HERE = Path(__file__).parent
TOP = HERE.parents[1]
SUITES = (TOP / "tests/python", TOP / "tests/web")
EQUIVALENT = HERE / "equivalent_python.json"
SECONDS = 120  # a mutant whose tests take longer counts as killed: it made something endless
# Added to the copy of the package while the tests are recorded; every function calls reached() first.
RECORDER = '''
import os

_seen = set()


def reached(module):
    if module not in _seen:
        _seen.add(module)
        open(os.path.join(os.environ["LANDKAART_REACHED"], module.replace("/", "+")), "w").close()
'''


class Tests(NamedTuple):
    """A test file: the modules whose functions it calls, and how many seconds it takes."""

    path: Path
    modules: frozenset[str]
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

    def run(
        self, files: list[Path], seconds: float | None = SECONDS, **more: str
    ) -> subprocess.CompletedProcess[str]:
        """Runs test files of one suite with this copy, in an environment with `more` variables."""
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
        settings = {"PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1", **more}
        return subprocess.run(
            [*command, *map(str, files)],
            cwd=TOP,
            env=os.environ | settings,
            timeout=seconds,
            capture_output=True,
            text=True,
        )


def record_tests(copy: Copy) -> list[Tests]:
    """Every test file, with the modules that it reaches, also in other processes. All tests must pass
    without a mutant."""
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
        done = copy.run([path], None, LANDKAART_REACHED=folder)
        if done.returncode not in (0, 5):  # 5: all tests of the file are skipped
            sys.exit(f"{path} fails without a mutant:\n{done.stdout}{done.stderr}")
        modules = frozenset(name.replace("+", "/") for name in os.listdir(folder))
        return Tests(path, modules, time.monotonic() - begun)


def killed(copy: Copy, files: list[Path]) -> bool:
    for suite in SUITES:  # each has a conftest.py, so one run cannot hold both
        part = [file for file in files if file.parent == suite]
        try:
            if part and copy.run(part).returncode != 0:
                return True
        except subprocess.TimeoutExpired:
            return True
    return False


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
        if not killed(copy, [test.path for test in tests if module in test.modules]):
            survivors.append(name)
            print(f"survived: {module}:{mutant.line} {mutant.function}: {mutant.change}", flush=True)
        copy.restore(module)
    return survivors, skipped


if __name__ == "__main__":
    sys.exit(main())
