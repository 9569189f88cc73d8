# SPDX-License-Identifier: EUPL-1.2
"""Reads the corpus that the benchmarks search, and has the pack.yaml of the pack made from the corpus."""
import gzip

PACK_YAML = "id: bench\ntitle: Bench\nversion: 1.0.0\nlanguage: nl\npublisher: bench\nlicence: CC0-1.0\n"


def corpus_lines(path: str):
    """Yields the lines of a .jsonl or .jsonl.gz file."""
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as lines:
        yield from lines
