# SPDX-License-Identifier: EUPL-1.2
"""Packs that this project never writes, where the reader and the library must agree."""

import json
import unittest
from pathlib import Path

from edited_pack import EditedPack
from program import asked, landkaart, new_path
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


class UnknownSections(unittest.TestCase):
    """What the page says of the hashes of sections to come."""

    @classmethod
    def setUpClass(cls):
        landkaart("init", folder := new_path("source"))
        landkaart("build", folder, "-o", base := new_path("base.lkp"))
        cls.original = base.read_bytes()

    def with_synonyms_as(self, name: bytes, encoding: int) -> tuple[Path, Pack]:
        """A pack whose synonyms have another name and encoding, and hashes to match."""
        edited = EditedPack(self.original)
        edited.put(edited.entry("synm"), "4sHH", name, 2, encoding).rehash()
        path = new_path("edited.lkp")
        path.write_bytes(edited.bytes)
        return path, read_whole(path)

    def test_its_stored_bytes_are_hashed_when_the_encoding_is_not_known(self):
        for encoding in (1, 9):
            path, pack = self.with_synonyms_as(b"else", encoding)
            self.assertEqual(pack.stored("else"), pack.logical("else"))
            self.assertEqual(pack.header.root.hex(), asked("verify", path)["root"])

    def test_what_it_inflates_to_is_hashed_when_it_is_deflated_as_a_whole(self):
        path, pack = self.with_synonyms_as(b"else", 2)
        self.assertLess(len(pack.stored("else")), len(pack.logical("else")))
        self.assertEqual(pack.header.root.hex(), asked("verify", path)["root"])


if __name__ == "__main__":
    unittest.main()
