# SPDX-License-Identifier: EUPL-1.2
"""Compares packs as the independent reader and as the command line read them.

Environment variables: LANDKAART_BIN is the program, LANDKAART_PACK a pack, LANDKAART_FIXTURES more
packs (separated as in PATH), and LANDKAART_SOURCE the top of the checkout. The classes below build
more packs.
"""

import os
import shutil
import unittest
from pathlib import Path

import generated_folder
from comparison import Comparison
from program import BUILT, asked, built, landkaart, new_path
from reader.items import KINDS, PURPOSES

PACK = os.environ.get("LANDKAART_PACK") or BUILT / "cocreatie.lkp"
FIXTURES = [path for path in os.environ.get("LANDKAART_FIXTURES", "").split(os.pathsep) if path]


def given(path: str | Path) -> type:
    """A test class for a pack of the environment.

    It tests a copy, because a build may replace the pack during the tests.
    """

    def make(cls):
        return Path(shutil.copy(path, new_path("given.lkp")))

    return type(
        f"{Path(path).stem.title()}Pack",
        (Comparison, unittest.TestCase),
        {"make": classmethod(make)},
    )


GIVEN = [given(path) for path in [PACK, *FIXTURES]]


def load_tests(loader, _, __):
    classes = [*GIVEN, StartedPack, EmptyPack, GeneratedPack, PackWithoutPositions, ManyItems]
    return unittest.TestSuite(map(loader.loadTestsFromTestCase, classes))


class StartedPack(Comparison, unittest.TestCase):
    redirects, assets = {}, {}

    @classmethod
    def make(cls):
        folder = new_path("started")
        landkaart("init", folder)
        return built(folder)


class EmptyPack(Comparison, unittest.TestCase):
    redirects, assets = {}, {}

    @classmethod
    def make(cls):
        folder = new_path("empty")
        generated_folder.write_pack_yaml(folder, {})
        return built(folder)


class GeneratedPack(Comparison, unittest.TestCase):
    redirects, assets = generated_folder.REDIRECTS, generated_folder.ASSETS
    options = ()

    @classmethod
    def make(cls):
        folder = new_path("generated")
        generated_folder.write(folder)
        return built(folder, *cls.options)

    def test_the_pack_is_large_enough_to_use_every_structure(self):
        self.assertGreater(max(word.words.document_frequency for word in self.pack.words), 256)
        self.assertGreater(len(self.pack.dictionary("tm").top.keys), 1)
        self.assertGreater(max(len(tree.levels) for _, tree in self.pack.hash_trees), 2)
        self.assertGreater(max(map(len, self.pack.raw_documents)), 2 * 32768)
        self.assertEqual(set(KINDS), {item.kind for item in self.pack.items})
        self.assertEqual(set(PURPOSES), {item.purpose for item in self.pack.items} - {None})
        self.assertTrue(
            all(
                self.pack.dictionary("tm").find(word)
                for word in (b"benw", b"sgravenhage", b"oeuvre")
            )
        )

    def test_a_document_has_the_score_of_the_specification(self):
        """Compares every score of a word that resembles no other word."""
        (word,) = [word for word in self.pack.words if word.word == "sgravenhage"]
        scores = {
            hit["id"]: round(hit["score"], 9)
            for kind in KINDS  # by kind, because the score across kinds has a factor for the kind
            for hit in asked(
                "search", word.word, "--pack", self.path, "--limit", "1000", "--kind", kind
            )["hits"]
        }
        expected = {
            self.pack.items[self.pack.search.order[posting.document]].id: round(
                self.pack.search.score(word.words.document_frequency, posting), 9
            )
            for posting in word.words.postings
        }
        self.assert_same(expected, scores)

    def test_keys_that_begin_with_x_are_kept_unchanged(self):
        by_id = {item.id: self.pack.documents[item.ordinal] for item in self.pack.items}
        for entry in generated_folder.articles():
            expected = {key: value for key, value in entry.items() if key.startswith("x-")}
            found = {
                key: value for key, value in by_id[entry["id"]].items() if key.startswith("x-")
            }
            self.assertEqual(expected, found)


class PackWithoutPositions(GeneratedPack):
    options = ("--without-positions",)

    def test_it_has_no_positions(self):
        self.assertFalse(self.pack.search.has_positions)
        self.assertNotIn("posi", self.pack.directory)


class ManyItems(Comparison, unittest.TestCase):
    redirects, assets = {}, {}

    @classmethod
    def make(cls):
        folder = new_path("many")
        generated_folder.write_many(folder, 10_200)
        return built(folder)

    def test_the_pack_stores_a_document_order(self):
        self.assertIn("ordr", self.pack.directory)
        self.assertNotEqual(sorted(self.pack.search.order), self.pack.search.order)


if __name__ == "__main__":
    unittest.main()
