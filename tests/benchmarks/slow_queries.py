# SPDX-License-Identifier: EUPL-1.2
"""slow_queries.py [PACK.lkp ...] [--corpus CORPUS.jsonl[.gz] --program LANDKAART] [--sizes 50000 258000]

Prints the processor time of queries that are made to be slow, and ends with exit code 1 when one takes longer than the
limit for the size of its pack. With --corpus it makes packs of each size, with and without positions, by repeating the
corpus. `make bench` starts this script with the built package on PYTHONPATH.

The time of a query is that of the search, its total, facets and suggestion, and the snippets of its ten hits, together.
Each round opens the pack anew, because texts that are kept in memory make later queries faster; the lowest of the
rounds counts.
"""
import argparse
import itertools
import pathlib
import random
import sys
import tempfile
import time
from collections.abc import Iterable

import landkaart

from engines import Landkaart
from search_benchmarks import read_corpus

# The most milliseconds of processor time, by the largest number of items to which the limit applies.
LIMITS = ((1_000, 20), (50_000, 100), (258_000, 300))
ROUNDS = 3
COMMON = "de van het een en in op te voor met die is aan dat zijn door of om als bij".split()
LETTERS = "abcdefghijklmnopqrstuvwxyz"
NEAR = ("gemeenteraxd", "samenwerkingsverbxnd", "verantwoordelijkheidsgevoelsmatigheidsbeginselenwet")
MIXED = 60


def misspelt(word: str, number: int) -> str:
    return word + LETTERS[number % 26] + LETTERS[number // 26]


def pairs(first: int, count: int) -> list[str]:
    return [f'"{COMMON[i]} {COMMON[i + 1]}"' for i in range(first, first + count)]


def mixed(chance: random.Random) -> str:
    """48 words of all sorts, 8 phrases and 8 exclusions."""
    kinds = (
        lambda: chance.choice(LETTERS) + "*",
        lambda: chance.choice(LETTERS) + chance.choice("aeioulr") + "*",
        lambda: chance.choice(COMMON),
        lambda: misspelt(chance.choice(NEAR), chance.randrange(26 * 26)),
    )
    weights = [chance.random() for _ in kinds]
    words = [chance.choices(kinds, weights)[0]() for _ in range(48)]
    quoted = [f'"{" ".join(chance.sample(COMMON, chance.choice((2, 2, 2, 3))))}"' for _ in range(16)]
    phrases = quoted[: chance.choice((0, 0, 0, 1, 8))]
    excluded = ["-" + each for each in quoted[8 : 8 + chance.choice((0, 1, 8))]]
    return " ".join(words + phrases + excluded)


def beginnings(begins: Iterable[str]) -> str:
    return " ".join(f"{begin}*" for begin in begins)


def slow_queries() -> dict[str, str]:
    common = " ".join((COMMON * 3)[:48])
    two_letters = [a + b for a, b in itertools.islice(itertools.product("sgovbd", "aeiouchl"), 48)]
    commonest = [f'"{a} {b}"' for a, b in itertools.islice(itertools.permutations(COMMON[:4], 2), 8)]
    excluded = " ".join("-" + pair for pair in pairs(0, 8))
    queries = {f"{letter}* 48 times": f"{letter}* " * 48 for letter in "sgvbda"}
    queries |= {
        "beginnings of 1 letter": beginnings(LETTERS),
        "beginnings of 1 and 2 letters": beginnings([*LETTERS, *(f"{a}e" for a in "bdghklmnprstvwcfjzoq")]),
        "beginnings of 2 letters": beginnings(two_letters),
        "8 phrases of 2 common words": " ".join(pairs(0, 8)),
        "8 phrases of the 2 commonest words": " ".join(commonest),
        "1 phrase of 2 common words": '"de van"',
        "8 phrases of 3 common words": " ".join(f'"{" ".join(COMMON[i : i + 3])}"' for i in range(8)),
        "8 excluded phrases": f"gemeente {excluded}",
        "8 phrases and 8 excluded": " ".join(pairs(0, 8) + ["-" + pair for pair in pairs(8, 8)]),
        "common words and 8 excluded phrases": f"{' '.join(COMMON)} {excluded}",
        "beginnings and 8 excluded phrases": f"{beginnings(LETTERS)} {excluded}",
        "phrase of 48 words": f'"{common}"',
        "48 common words": common,
        "common words and beginnings": f"{' '.join(COMMON)} {beginnings(LETTERS)}",
        "unknown compounds": " ".join(f"raadsledenvergaderstukkenbeleidsplan{a}" for a in LETTERS[:24]),
        "beginnings and misspelt words": " ".join([beginnings(LETTERS), *(misspelt(NEAR[1], i) for i in range(22))]),
    }
    for word in NEAR:
        queries[f"48 misspelt words of {len(word) + 2} letters"] = " ".join(misspelt(word, i) for i in range(48))
    chance = random.Random(1)
    return queries | {f"mixed {number}": mixed(chance) for number in range(MIXED)}


def time_of(path: pathlib.Path, query: str) -> float:
    """Milliseconds of processor time."""
    best = float("inf")
    for _ in range(ROUNDS):
        pack = landkaart.open(path)
        pack.search("gemeente")  # the first search of a pack computes what all searches share
        begin = time.process_time()
        found = pack.search(query)
        _ = found.total, found.facets, found.suggestion, [hit.snippet for hit in found]
        best = min(best, (time.process_time() - begin) * 1000)
    return best


def limit_for(items: int) -> float:
    return next((limit for most, limit in LIMITS if items <= most), LIMITS[-1][1])


def measure(path: pathlib.Path) -> bool:
    """Prints the slowest queries. Returns whether all are within the limit."""
    items = len(landkaart.open(path))
    limit = limit_for(items)
    times = sorted(((time_of(path, query), name) for name, query in slow_queries().items()), reverse=True)
    print(f"\n{path.name}: {items:,} items, limit {limit:.0f} ms\n")
    for milliseconds, name in times[:8]:
        print(f"{milliseconds:8.1f} ms  {name}{'  ABOVE THE LIMIT' if milliseconds > limit else ''}")
    return times[0][0] <= limit


def measure_corpus(program: str, corpus: str, size: int) -> bool:
    texts = read_corpus(corpus)
    within = True
    for options in ([], ["--without-positions"]):
        with tempfile.TemporaryDirectory() as folder:
            engine = Landkaart(program, options)
            engine.build(pathlib.Path(folder), (texts * (size // len(texts) + 1))[:size])
            print(f"\n{size:,} texts {' '.join(options)}", end="")
            within = measure(engine.file) and within
    return within


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("packs", nargs="*", type=pathlib.Path)
    arguments.add_argument("--corpus")
    arguments.add_argument("--program", default="build/release/bin/landkaart")
    arguments.add_argument("--sizes", nargs="*", type=int, default=[50_000])
    options = arguments.parse_args()
    within = [measure(pack) for pack in options.packs]
    if options.corpus:
        within += [measure_corpus(options.program, options.corpus, size) for size in options.sizes]
    sys.exit(0 if all(within) else 1)


if __name__ == "__main__":
    main()
