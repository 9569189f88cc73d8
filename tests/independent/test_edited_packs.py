# SPDX-License-Identifier: EUPL-1.2
"""Packs that this project never writes, where the reader and the library must agree."""

import json
import unittest
from pathlib import Path

from reader.conventions import PackError, demand
from reader.pack import Pack
from reader.words import TOP

BROKEN = TOP / "tests/broken"


def read_whole(path: Path) -> Pack:
    """Everything, which must be what the hashes promise."""
    pack = Pack(path)
    for _ in pack.everything():
        pass
    root, stated = pack.header.root, pack.release.payload
    demand(pack.computed_levels == pack.stored("hash"), "the hash tree is another")
    demand(pack.computed_root == root, "the root is another")
    demand(stated["root"] == root.hex(), "the root of the statement is another")
    demand(stated["file-hash"] == pack.computed_file_hash, "the file is another")
    return pack


class BrokenPacks(unittest.TestCase):
    def test_each_is_refused(self):
        for name in json.loads((BROKEN / "broken.json").read_text()):
            with self.subTest(name), self.assertRaises(PackError):
                read_whole(BROKEN / "packs" / name)

    def test_a_link_back_that_is_missing_is_noticed_though_the_hashes_are_right(self):
        path = BROKEN / "packs/link-back-missing.lkp"
        self.assertEqual(Pack(path).computed_root, Pack(path).header.root)
        self.assertRaisesRegex(PackError, "links back", read_whole, path)


if __name__ == "__main__":
    unittest.main()
