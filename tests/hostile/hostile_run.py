# SPDX-License-Identifier: EUPL-1.2
"""Runs the commands of the hostile packs under limits of processor time and memory.

    hostile_run.py [NAME...]

Prints for each pack and command how it ended, with processor time and peak memory. Without names it
takes every pack. The environment variable LANDKAART_BIN names the program.
"""

import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import dictionary_packs  # noqa: F401 (the import registers packs)
import item_packs  # noqa: F401
import map_packs  # noqa: F401
import search_packs  # noqa: F401
from pack_maker import pack, posting, word
from registry import PACKS, HostilePack

TOP = Path(__file__).parents[2]
HERE = Path(__file__).parent
PROGRAM = os.environ.get("LANDKAART_BIN") or TOP / "build/release/bin/landkaart"
# A sanitizer makes the program some ten times slower, and reserves terabytes of address space.
SANITIZED = bool(os.environ.get("LANDKAART_SANITIZED"))
CPU_SECONDS = 60 if SANITIZED else 3  # of one command, which may be several calls
CPU_SECONDS_OF_EXPORT = 4 * CPU_SECONDS  # it writes up to 65,536 files of assets
ADDRESS_SPACE = 0 if SANITIZED else 4 << 30  # ends a command before it takes the whole machine
MEMORY = 64 << 20  # bytes above the memory of the program itself and the size of the pack
# An export holds the document of an item twice, as it is read and as it is written.
MEMORY_OF_EXPORT = 2 * MEMORY

OUTPUTS = {"hostile.lkp", "map.svg", "exported"}  # the files and folders that a command may leave

# For every pack, beside its own commands.
COMMON = (
    "info {pack}",
    "verify {pack}",
    "list --pack {pack}",
    "search --pack {pack} evil",
    "search --pack {pack} 'e* evli \"evil evil\"'",
    "suggest --pack {pack} evi",
    "map --pack {pack} -o {folder}/map.svg",
    "export --pack {pack} {folder}/exported",
)


def error_codes() -> dict[int, str]:
    """The errors of the library that a pack can cause, by exit code of the program."""
    header = (TOP / "core/include/landkaart/error.h").read_text(encoding="utf-8")
    codes = {
        int(code): name for name, code in re.findall(r"^  (\w+) = (\d+),", header, re.MULTILINE)
    }
    asked = {"invalid_argument", "not_found"}  # an id of a command may be absent from a pack
    return {code: name for code, name in codes.items() if name in asked or 30 <= code < 40}


@dataclass
class Ending:
    command: str
    code: int
    signal: str
    seconds: float
    bytes: int  # peak memory of the process
    output: str  # its first 4000 bytes
    escaped: tuple[str, ...] = ()  # files that it wrote beside the files that its words name

    @property
    def refused(self) -> bool:
        return 30 <= self.code < 40


def seconds_of(command: str) -> int:
    """The most processor time of a command."""
    return CPU_SECONDS_OF_EXPORT if command.startswith("export") else CPU_SECONDS


def run(command: str, pack_path: Path, folder: Path) -> Ending:
    words = [each.format(pack=pack_path, folder=folder) for each in shlex.split(command)]
    seconds = seconds_of(command)
    limited = [sys.executable, "-I", HERE / "limited_run.py", str(seconds), str(ADDRESS_SPACE)]
    done = subprocess.run(
        [*limited, PROGRAM, *words], stdout=subprocess.PIPE, check=True, timeout=20 * seconds
    )
    return Ending(command, **json.loads(done.stdout))


def endings(content: bytes, commands: tuple[str, ...]) -> list[Ending]:
    ended = []
    for command in commands:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "hostile.lkp"
            path.write_bytes(content)
            ending = run(command, path, Path(folder))
            ending.escaped = tuple({each.name for each in Path(folder).iterdir()} - OUTPUTS)
            ended.append(ending)
    return ended


def base_memory() -> int:
    """The most memory that the common commands take for a good pack of 3 KB."""
    good = pack(
        [{"id": "a", "kind": "article", "document": b'{"html":"<p>evil</p>"}'}],
        words=[word("evil", posting(0))],
    )
    return max(ending.bytes for ending in endings(good, COMMON))


def problem_of(ending: Ending, pack_size: int, base: int) -> str:
    """Why the command broke its bounds; empty when it did not."""
    if ending.signal in ("SIGXCPU", "SIGKILL"):
        return f"took over {seconds_of(ending.command)} s"
    if ending.signal:
        return f"died of {ending.signal}"
    if ending.escaped:
        return f"wrote {ending.escaped}"
    if ending.code not in (0, *error_codes()):
        return f"exit {ending.code}: {ending.output.strip()[-300:]}"
    memory = MEMORY_OF_EXPORT if ending.command.startswith("export") else MEMORY
    if not SANITIZED and ending.bytes > base + pack_size + memory:
        return f"took {ending.bytes >> 20} MB of memory, for a pack of {pack_size >> 10} KB"
    return ""


def wrong_answer(hostile: HostilePack, ending: Ending) -> str:
    """Why the command should have ended otherwise; empty when it ended as the table says."""
    verifies = ending.command == "verify {pack}"
    if hostile.refused and verifies:
        expected = ending.refused and hostile.refused in ending.output
    elif verifies or ending.command in hostile.commands:
        expected = hostile.refused or ending.code == 0
    else:
        return ""
    wanted = f"an error with {hostile.refused!r}" if hostile.refused else "an answer"
    return "" if expected else f"exit {ending.code} instead of {wanted}: {ending.output[:300]}"


def problems_of(hostile: HostilePack, base: int, report=lambda ending: None) -> list[str]:
    content = hostile.make()
    problems = []
    for ending in endings(content, (*hostile.commands, *COMMON)):
        report(ending)
        problem = problem_of(ending, len(content), base) or wrong_answer(hostile, ending)
        if problem:
            problems.append(f"{hostile.name}: {ending.command}: {problem}")
    return problems


def main(names: list[str]) -> int:
    base = base_memory()
    print(f"memory of the program itself: {base >> 20} MB")
    failed = 0
    for name in names or PACKS:

        def report(ending: Ending, name=name):
            code, megabytes = ending.signal or ending.code, ending.bytes >> 20
            print(
                f"{name}\t{code}\t{ending.seconds:.2f} s\t{megabytes} MB\t{ending.command[:60]}",
                flush=True,
            )

        problems = problems_of(PACKS[name], base, report)
        failed += bool(problems)
        for problem in problems:
            print(f"PROBLEM {problem}", flush=True)
    print(f"{failed} packs with problems")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
