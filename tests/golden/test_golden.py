# SPDX-License-Identifier: EUPL-1.2
"""Tests that the program gives the stored answers for the packs of every frozen version of the format.

The golden packs are never replaced.
"""
import json
import os
import pathlib
import unittest

from golden import answers

LANDKAART = os.environ["LANDKAART_BIN"]
PACKS = sorted(pathlib.Path(__file__).parent.glob("version-*/*.lkp"))


class Golden(unittest.TestCase):
    def test_packs_of_every_version_give_their_stored_answers(self):
        self.assertGreaterEqual(len(PACKS), 3)
        for pack in PACKS:
            with self.subTest(pack=pack.name):
                self.assertEqual(json.loads(pack.with_suffix(".json").read_text()), answers(LANDKAART, pack))


if __name__ == "__main__":
    unittest.main()
