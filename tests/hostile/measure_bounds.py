# SPDX-License-Identifier: EUPL-1.2
"""Measures the calls in the table "Bounds" of SECURITY.md on the worst packs within the limits of
the format: those of the table in registry.py, and a pack at each limit of limits.h. Prints a
Markdown table with the processor time and the memory above the size of the pack of the worst pack
for each call.

    PYTHONPATH=build/release/python python3 tests/hostile/measure_bounds.py [CALL...]
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import hostile_run  # noqa: F401 (the import registers packs)
from limit_packs import LIMITS
from measured_call import CALLS
from registry import PACKS
from test_limits import stated_limits

HERE = Path(__file__).parent
SECONDS = 120  # of one call


def packs() -> Iterator[tuple[str, bytes]]:
    for name, hostile in PACKS.items():
        if not hostile.refused:
            yield name, hostile.make()
    for name, row in LIMITS.items():
        if row.can_be_reached:
            yield f"at {name}", row.make(stated_limits()[name])


def measure(path: Path, call: str) -> tuple[float, int] | None:
    """Seconds and bytes of a call; None when the pack lacks what it needs."""
    done = subprocess.run(
        [sys.executable, HERE / "measured_call.py", path, call],
        capture_output=True,
        check=True,
        timeout=SECONDS,
    )
    if not done.stdout:
        return None
    seconds, memory = done.stdout.split()
    return float(seconds), int(memory)


def row_of(call: str) -> str:
    """The row of the table: the name of the call without the query."""
    row = call.split(" ", 1)[0]
    return row if row in ("search", "total", "facets", "suggestion", "snippet") else call


def main(asked: list[str]) -> int:
    calls = [call for call in ("open", *CALLS) if not asked or row_of(call) in asked]
    slowest: dict[str, tuple[float, str]] = {}
    largest: dict[str, tuple[float, str]] = {}
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, content in packs():
            path = Path(folder) / "worst.lkp"
            path.write_bytes(content)
            found = pool.map(lambda call, path=path: measure(path, call), calls)
            for call, figures in zip(calls, found, strict=True):
                if figures is None:
                    continue
                row, (seconds, memory) = row_of(call), figures
                above = max(memory - len(content), 0) / 1e6
                slowest[row] = max(slowest.get(row, (0, "")), (seconds, name))
                largest[row] = max(largest.get(row, (0, "")), (above, name))
    print("| call | slowest | pack | most memory | pack |\n|---|---|---|---|---|")
    for row, (seconds, name) in slowest.items():
        most, at = largest[row]
        print(f"| `{row}` | {seconds * 1000:.0f} ms | {name} | {most:.0f} MB | {at} |")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
