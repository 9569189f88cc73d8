# SPDX-License-Identifier: EUPL-1.2
"""Measures which lines of the reading library the tests and the fuzzers run.

    coverage.py BUILD [CORPUS]

BUILD is a build of the preset `coverage`. Runs its C++ tests, and its fuzzers over their seeds and
over the inputs in CORPUS, a folder that fuzz.py filled. Prints the lines of each folder. Status 1
when fewer than 95 % of the lines of the reader's folders were run.
"""

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

TOP = Path(__file__).parents[2]
FOLDERS = ("base", "format", "model", "search", "text", "map", "pack", "update")
# Sources of these folders that make packs; the reading library does not have them.
BUILDER = ("_builder.cpp", "_builder.h", "list_encoder", "deflate.", "form_table", "replace_file")
LEAST = 95.0  # percent


def tool(name: str) -> str:
    """The tool without a version in its name, or that of the newest installed version."""
    folders = [Path(folder) for folder in os.environ["PATH"].split(os.pathsep)]
    found = sorted(str(path) for folder in folders for path in folder.glob(f"{name}*"))
    return next((path for path in found if path.endswith(name)), found[-1])


def programs(build: Path) -> list[list[str]]:
    tests = sorted(build.glob("tests/*/landkaart_*_tests"))
    seeds = (build / "tests/fuzz/seeds.tsv").read_text(encoding="utf-8").splitlines()
    fuzzers = [line.split("\t") for line in seeds]
    return [[str(path)] for path in tests] + [
        [str(build / "tests/fuzz" / name), *inputs.split(";")] for name, inputs in fuzzers
    ]


def run(build: Path, corpus: Path | None) -> list[str]:
    profiles = build / "profiles"
    profiles.mkdir(exist_ok=True)
    ran = []
    for program in programs(build):
        name = Path(program[0]).name
        found = corpus and corpus / name.removesuffix("_fuzzer")
        command = [*program, str(found)] if found and found.is_dir() else program
        environment = {**os.environ, "LLVM_PROFILE_FILE": str(profiles / f"{name}.profraw")}
        done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
        print(f"{name}: {done.returncode}", flush=True)
        ran.append(program[0])
    merged = [str(path) for path in profiles.glob("*.profraw")]
    subprocess.run(
        [tool("llvm-profdata"), "merge", "-sparse", *merged, "-o", profiles / "all"], check=True
    )
    return ran


def lines_by_folder(build: Path, ran: list[str]) -> dict[str, list[int]]:
    """For each folder of core/ the numbers of covered lines and of all lines."""
    objects = [argument for program in ran[1:] for argument in ("-object", program)]
    command = [
        tool("llvm-cov"),
        "export",
        "-summary-only",
        "-instr-profile",
        build / "profiles/all",
    ]
    done = subprocess.run([*command, ran[0], *objects], stdout=subprocess.PIPE, check=True)
    folders: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for file in json.loads(done.stdout)["data"][0]["files"]:
        path = Path(file["filename"])
        if not path.is_relative_to(TOP / "core"):
            continue
        folder = path.relative_to(TOP / "core").parts[0]
        if folder not in FOLDERS or any(part in path.name for part in BUILDER):
            continue
        lines = file["summary"]["lines"]
        print(f"{lines['percent']:6.1f} %  {path.relative_to(TOP)}")
        folders[folder][0] += lines["covered"]
        folders[folder][1] += lines["count"]
    return folders


def main():
    build = Path(sys.argv[1]).resolve()
    corpus = Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else None
    folders = lines_by_folder(build, run(build, corpus))
    for folder, (covered, count) in sorted(folders.items()):
        print(f"{100 * covered / count:6.1f} %  core/{folder}")
    covered, count = (sum(numbers) for numbers in zip(*folders.values(), strict=True))
    print(f"{100 * covered / count:6.1f} %  of {count} lines of the reader's folders")
    sys.exit(0 if 100 * covered / count >= LEAST else 1)


if __name__ == "__main__":
    main()
