# SPDX-License-Identifier: EUPL-1.2
"""Tests that reader and library agree on packs that the compiler never writes."""

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
    """Reads everything in a pack, and requires that all hashes match."""
    pack = Pack(path)
    for _ in pack.everything():
        pass
    root, stated = pack.header.root, pack.release.payload
    demand(pack.computed_levels == pack.stored("hash"), "section `hash` differs from the computed tree")
    demand(pack.computed_root == root, "the root differs from the computed root")
    demand(stated["root"] == root.hex(), "the root in the statement differs")
    demand(stated["file-hash"] == pack.computed_file_hash, "the file hash in the statement differs")
    return pack


class BrokenPacks(unittest.TestCase):
    def test_the_reader_rejects_each(self):
        for name in json.loads((BROKEN / "broken.json").read_text()):
            with self.subTest(name), self.assertRaises(PackError):
                read_whole(BROKEN / "packs" / name)

    def test_a_missing_link_back_is_noticed_although_the_hashes_match(self):
        path = BROKEN / "packs/link-back-missing.lkp"
        self.assertEqual(Pack(path).computed_root, Pack(path).header.root)
        self.assertRaisesRegex(PackError, "links back", read_whole, path)


class UnknownSections(unittest.TestCase):
    """The hashes of sections that this version of the format does not know."""

    @classmethod
    def setUpClass(cls):
        landkaart("init", folder := new_path("source"))
        landkaart("build", folder, "-o", base := new_path("base.lkp"))
        cls.original = base.read_bytes()

    def with_synonyms_as(self, name: bytes, encoding: int) -> tuple[Path, Pack]:
        """A pack whose section of synonyms has another name and encoding, and correct hashes."""
        edited = EditedPack(self.original)
        edited.put(edited.entry("synm"), "4sHH", name, 2, encoding).rehash()
        path = new_path("edited.lkp")
        path.write_bytes(edited.bytes)
        return path, read_whole(path)

    def test_the_stored_bytes_are_hashed_when_the_encoding_is_unknown(self):
        for encoding in (1, 9):
            path, pack = self.with_synonyms_as(b"else", encoding)
            self.assertEqual(pack.stored("else"), pack.logical("else"))
            self.assertEqual(pack.header.root.hex(), asked("verify", path)["root"])

    def test_the_inflated_bytes_are_hashed_when_the_section_is_deflated_as_a_whole(self):
        path, pack = self.with_synonyms_as(b"else", 2)
        self.assertLess(len(pack.stored("else")), len(pack.logical("else")))
        self.assertEqual(pack.header.root.hex(), asked("verify", path)["root"])


if __name__ == "__main__":
    unittest.main()
