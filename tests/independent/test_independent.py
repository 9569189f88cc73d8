# SPDX-License-Identifier: EUPL-1.2
"""Reads packs with the reader, and compares what it finds with what the library finds.

The library is asked through the command line. LANDKAART_BIN is the program, LANDKAART_PACK a pack,
LANDKAART_FIXTURES more packs (separated as a PATH is), LANDKAART_SOURCE the top of the checkout.
Packs are built here too, and compared.
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
    """A class for a pack of the environment; a copy of it, lest it is built anew meanwhile."""

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

    def test_it_reaches_what_a_small_pack_does_not(self):
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

    def test_a_document_scores_as_the_page_says(self):
        """For a word that nothing else resembles; and then every score of it."""
        (word,) = [word for word in self.pack.words if word.word == "sgravenhage"]
        scores = {
            hit["id"]: round(hit["score"], 9)
            for kind in KINDS  # among several kinds one counts for more than another
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

    def test_x_keys_come_through_whole(self):
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

    def test_documents_have_an_order_of_their_own(self):
        self.assertIn("ordr", self.pack.directory)
        self.assertNotEqual(sorted(self.pack.search.order), self.pack.search.order)


if __name__ == "__main__":
    unittest.main()
