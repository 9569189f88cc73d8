# SPDX-License-Identifier: EUPL-1.2
"""Tests that queries of people find the expected items in the default pack."""

import os
import unittest
from pathlib import Path

import evaluate


class Guard:
    """Tests of one table of queries. The two shares are the least that must be reached; do not lower them."""

    TABLE: str
    FIRST_IN_TOP_3: float
    ALL_IN_TOP_10: float

    @classmethod
    def setUpClass(cls):
        table = evaluate.read_table(str(Path(__file__).with_name(cls.TABLE)))
        cls.rows = list(evaluate.judged(os.environ["LANDKAART_ANSWERS"], os.environ["LANDKAART_PACK"], table))

    def assert_share(self, least: float, good: int):
        share = sum(row[good] for row in self.rows) / len(self.rows)
        failed = [
            f"{query}: expected {', '.join(expected)}; found {', '.join(hits)}"
            for query, expected, hits, *judgement in self.rows
            if not judgement[good - 3]
        ]
        self.assertGreaterEqual(share, least, "\n".join(["", *failed]))

    def test_the_first_expected_item_is_among_the_first_three_hits(self):
        self.assert_share(self.FIRST_IN_TOP_3, 3)

    def test_all_expected_items_are_among_the_first_ten_hits(self):
        self.assert_share(self.ALL_IN_TOP_10, 4)


class DevelopmentQueries(Guard, unittest.TestCase):
    """Queries by a writer outside the project. The writer has as many others that we have not seen."""

    TABLE = "queries.tsv"
    FIRST_IN_TOP_3 = 1.0
    ALL_IN_TOP_10 = 1.0


class OwnQueries(Guard, unittest.TestCase):
    """Queries of our own in sets. Each set was written before it was measured; docs/benchmarks.md has the results."""

    TABLE = "own-queries.tsv"
    FIRST_IN_TOP_3 = 0.955
    ALL_IN_TOP_10 = 0.975


if __name__ == "__main__":
    unittest.main()
