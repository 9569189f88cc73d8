# SPDX-License-Identifier: EUPL-1.2
"""search_benchmarks.py CORPUS.jsonl[.gz] --build BUILD prints the speed of searching as Markdown tables.

The first table compares Landkaart with the other engines that are installed: ten hits, through Python. The second
gives the time of Landkaart with titles, snippets, totals and facets read. The third gives times for 5,000, 50,000 and
250,000 texts. `make bench` starts this script with the built package on PYTHONPATH.
"""
import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import tempfile
import time

import landkaart

from corpus import corpus_lines
from engines import Landkaart, installed
from query_classes import CLASSES, make_queries

ROUNDS = 3
SIZES = (5_000, 50_000, 250_000)


def read_corpus(path: str) -> list[tuple[str, str]]:
    return [(item["title"], item["body"]) for item in map(json.loads, corpus_lines(path))]


def time_of(queries, ask) -> list[float]:
    """The time of each query in microseconds, sorted. The time of a query is the shortest of three rounds."""
    best = [float("inf")] * len(queries)
    for _ in range(ROUNDS):
        for at, query in enumerate(queries):
            begin = time.perf_counter()
            ask(query)
            best[at] = min(best[at], (time.perf_counter() - begin) * 1e6)
    return sorted(best)


def at_share(times: list[float], share: float) -> str:
    return f"{times[int((len(times) - 1) * share)]:.0f}"


def table(heading: str, columns: list[str], rows: list[list[str]]):
    print(f"\n{heading}\n\n| {' | '.join(columns)} |\n|{'---|' * len(columns)}")
    for row in rows:
        print(f"| {' | '.join(row)} |")


def timings(engine, queries) -> dict[str, list[float]]:
    return {kind: time_of(queries[kind], lambda query, kind=kind: engine.ask(kind, query)) for kind in CLASSES}


def compare_with_peers(engines, queries):
    times = {engine.name: timings(engine, queries) for engine in engines}
    own = times["landkaart"]
    rows = []
    for kind in CLASSES:
        cells = [f"{at_share(times[engine.name][kind], 0.5)} ({at_share(times[engine.name][kind], 0.95)})" for engine in engines]
        fastest = min(statistics.median(times[engine.name][kind]) for engine in engines[1:])
        rows.append([kind, *cells, f"{statistics.median(own[kind]) / fastest:.2f}"])
    table("Ten hits: median (95th percentile) in microseconds, and the share of the fastest peer's median",
          ["class", *(engine.name for engine in engines), "share"], rows)


def read_more(engine: Landkaart, queries):
    uses = {
        "ids and titles": lambda found: [(hit.id, hit.title) for hit in found],
        "snippets": lambda found: [hit.snippet for hit in found],
        "total": lambda found: found.total,
        "facets": lambda found: found.facets,
    }
    rows = [[kind, *(at_share(time_of(queries[kind], lambda query, use=use, kind=kind: use(engine.ask(kind, query))), 0.5)
                     for use in uses.values())] for kind in CLASSES]
    table("Landkaart with parts of the answer read: medians in microseconds", ["class", *uses], rows)


def postings_read(build: pathlib.Path, engine: Landkaart, kind: str, queries: list[str]) -> str:
    asked = "".join(("all:" if kind == "all" else "") + engine.typed(kind, query) + "\n" for query in queries)
    counted = subprocess.run([build / "tests/benchmarks/landkaart_count_postings", engine.file], input=asked, text=True,
                             check=True, capture_output=True).stdout
    return f"{statistics.mean(map(int, counted.split())):.0f}"


def grow(build: pathlib.Path, program: str, texts, queries):
    """Prints times for packs of growing size. A larger pack repeats the texts, so its document frequencies grow too."""
    columns, cells = ["class"], {kind: [kind] for kind in CLASSES}
    opening, medians = [], {kind: [] for kind in CLASSES}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            engine = Landkaart(program)
            engine.build(pathlib.Path(folder), (texts * (size // len(texts) + 1))[:size])
            opening.append(at_share(time_of([engine.file] * 20, landkaart.open), 0.5))
            columns += [f"{size:,}", "postings"]
            for kind in CLASSES:
                times = time_of(queries[kind], lambda query, kind=kind: engine.ask(kind, query))
                medians[kind].append(statistics.median(times))
                cells[kind] += [at_share(times, 0.5), postings_read(build, engine, kind, queries[kind])]
    for kind in CLASSES:
        cells[kind].append(f"{medians[kind][-1] / medians[kind][-2]:.1f}")
    table("Growth: medians in microseconds, and postings decoded for a query", [*columns, "largest by middle size"],
          list(cells.values()))
    print(f"\nOpening at these sizes: {', '.join(opening)} microseconds.")


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("corpus")
    arguments.add_argument("--build", default="build/release")
    arguments.add_argument("--without-growth", action="store_true", help="do not measure packs of growing size")
    options = arguments.parse_args()
    build = pathlib.Path(options.build)
    program = str(build / "bin/landkaart")
    texts = read_corpus(options.corpus)
    queries = make_queries([body for _, body in texts])
    print(f"{len(texts):,} texts; Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        engines = installed(program)
        for engine in engines:
            own = pathlib.Path(folder) / engine.name
            own.mkdir()
            begin = time.perf_counter()
            engine.build(own, texts)
            print(f"built {engine.name} in {time.perf_counter() - begin:.1f} s")
        compare_with_peers(engines, queries)
        read_more(engines[0], queries)
    if not options.without_growth:
        grow(build, program, texts, queries)


if __name__ == "__main__":
    main()
