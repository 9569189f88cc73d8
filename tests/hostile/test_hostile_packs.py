# SPDX-License-Identifier: EUPL-1.2
"""Hostile packs: no command hangs, takes much memory or dies, and `verify` refuses mistakes."""

import os
import unittest
from concurrent.futures import ThreadPoolExecutor

from hostile_run import base_memory, problems_of
from registry import PACKS


class HostilePacks(unittest.TestCase):
    def test_every_command_stays_within_its_bounds(self):
        base = base_memory()
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            for problems in pool.map(lambda hostile: problems_of(hostile, base), PACKS.values()):
                for problem in problems:
                    with self.subTest(problem.partition(": ")[0]):
                        self.fail(problem)


if __name__ == "__main__":
    unittest.main()
