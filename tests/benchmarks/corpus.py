# SPDX-License-Identifier: EUPL-1.2
"""The texts that benchmarks are made of, and the pack.yaml of the pack that holds them."""
import gzip

PACK_YAML = "id: bench\ntitle: Bench\nversion: 1.0.0\nlanguage: nl\npublisher: bench\nlicence: CC0-1.0\n"


def corpus_lines(path: str):
    """The lines of a .jsonl or .jsonl.gz."""
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as lines:
        yield from lines
