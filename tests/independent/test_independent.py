# SPDX-License-Identifier: EUPL-1.2
"""Reads packs with pack_reader.py, and compares what it finds with what the library finds.

The library is asked through the command line. LANDKAART_BIN is the program, LANDKAART_PACK a pack,
LANDKAART_FIXTURES more packs (separated as a PATH is), LANDKAART_SOURCE the top of the checkout.
Packs are built here too, and compared.
"""

import atexit
import json
import os
import shutil
import subprocess
import tempfile
import time
import unittest
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import bodies
import generated_folder
from pack_reader import KINDS, PURPOSES, Pack, code_of_length, length_of_code
from words import TOP, pieces, words

BUILT = TOP / "build/release"
PROGRAM = os.environ.get("LANDKAART_BIN") or BUILT / "bin/landkaart"
PACK = os.environ.get("LANDKAART_PACK") or BUILT / "cocreatie.lkp"
FIXTURES = [path for path in os.environ.get("LANDKAART_FIXTURES", "").split(os.pathsep) if path]
TEMPORARY = tempfile.TemporaryDirectory()
atexit.register(TEMPORARY.cleanup)


def landkaart(*arguments) -> str:
    """What the program says; tried again when someone is just building it anew."""
    for wait in (1, 2, 4, 8, None):
        try:
            ran = subprocess.run(
                [PROGRAM, *arguments], capture_output=True, text=True, encoding="utf-8"
            )
            if ran.returncode == 0:
                return ran.stdout
            problem = AssertionError(
                f"landkaart {' '.join(map(str, arguments))}: {ran.returncode}\n{ran.stderr}"
            )
            momentary = ran.returncode < 0 or ran.returncode > 125
        except OSError as error:
            problem, momentary = error, True
        if wait is None or not momentary:
            raise problem
        time.sleep(wait)


def asked(*arguments):
    return json.loads(landkaart(*arguments, "--json"))


def new_path(name: str) -> Path:
    return Path(tempfile.mkdtemp(dir=TEMPORARY.name)) / name


def built(folder: Path, *options: str) -> Path:
    path = new_path("built.lkp")
    landkaart("build", folder, "-o", path, *options)
    return path


def searched_texts(item, document: dict) -> dict[str, str]:
    """Search: the text of each field of a pack made by this project."""
    body = bodies.plain_lines(bodies.parsed(document.get("html", "")))
    parts = (
        body + [step["title"] for step in document.get("steps", [])] + document.get("materials", [])
    )
    parts += [
        document.get(key, "") for key in ("when", "when-not", "online", "another-way", "transcript")
    ]
    return {
        "title": "\n".join([item.title, *document.get("alternative-titles", [])]),
        "summary": item.summary,
        "keywords": "\n".join(item.labels.tags),
        "text": "\n".join(parts),
    }


def shown(pack: Pack, item) -> dict:
    """What `show --json` should say: the document, and what record, labels and links say."""

    def ids(ordinals):
        return [pack.items[ordinal].id for ordinal in ordinals]

    members = {"summary": item.summary, "themes": ids(item.labels.themes), "tags": item.labels.tags}
    members |= {"purpose": item.purpose, "difficulty": item.difficulty}
    for name, (least, most) in (("minutes", item.minutes), ("group-size", item.people)):
        members[name] = {"min": least, "max": most} if most else None
    for link in pack.links:
        if link.source == item.ordinal and link.type != "mentions":
            members.setdefault(link.type, []).extend(ids([link.target]))
    if "translation-of" in members:
        (members["translation-of"],) = members["translation-of"]
    members = {name: value for name, value in members.items() if value}
    members |= {
        "id": item.id,
        "kind": item.kind,
        "language": item.labels.language,
        "title": item.title,
    }
    assert not members.keys() & pack.documents[item.ordinal].keys(), "a member stands in two places"
    return members | pack.documents[item.ordinal]


class Comparison:
    """Every test runs for every pack. A class below says which, and what it was made from."""

    redirects, assets = None, None

    @classmethod
    def setUpClass(cls):
        cls.path = cls.make()
        cls.pack = Pack(cls.path)

    def assert_same(self, expected: dict, found: dict):
        """As assertEqual, but soon ready when dictionaries are large."""
        keys = sorted(
            key for key in expected.keys() | found.keys() if expected.get(key) != found.get(key)
        )
        lines = [f"{key}: {expected.get(key)} expected, {found.get(key)} found" for key in keys[:5]]
        self.assertFalse(keys, "\n".join([f"{len(keys)} differ", *lines]))

    def test_everything_can_be_read(self):
        counts = Counter(section for section, _ in self.pack.everything())
        self.assertEqual(counts["Items"], self.pack.header.items)
        self.assertEqual(counts["Documents"], self.pack.header.items)
        self.assertEqual(counts["Directory"], self.pack.header.sections)

    def test_info_says_what_header_and_manifest_say(self):
        known = ("id", "title", "version", "release", "language", "publisher", "licence")
        kinds = Counter(item.kind for item in self.pack.items)
        expected = {key: self.pack.manifest[key] for key in known}
        expected |= {
            "description": self.pack.manifest.get("description", ""),
            "format-version": self.pack.header.version,
            "root": self.pack.header.root.hex(),
            "items": {kind: kinds[kind] for kind in KINDS},
            "assets": len(self.pack.assets),
            "bytes": len(self.pack.data),
        }
        self.assertEqual(expected, asked("info", self.path))

    def test_list_has_the_items_in_the_order_of_their_ordinals(self):
        found = asked("list", "--pack", self.path)["items"]
        self.assertEqual([item.id for item in self.pack.items], [entry["id"] for entry in found])
        for item, entry in zip(self.pack.items, found):
            said = (entry["kind"], entry["title"], entry.get("summary", ""))
            self.assertEqual((item.kind, item.title, item.summary), said)
            if "purpose" in entry:
                self.assertEqual(entry["purpose"], item.purpose)

    def test_items_stand_in_order_of_kind_then_order_then_id(self):
        """An item without an order stands where 0 would; the page does not say so."""
        keys = [
            (KINDS.index(item.kind), document.get("order", 0), item.id.encode())
            for item, document in zip(self.pack.items, self.pack.documents)
        ]
        self.assertEqual(sorted(keys), keys)

    def test_show_gives_each_item_whole(self):
        ids = [item.id for item in self.pack.items]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = pool.map(lambda id: asked("show", id, "--pack", self.path), ids)
            for item, members in zip(self.pack.items, found):
                self.assertEqual(shown(self.pack, item), members)

    def test_redirects_lead_to_the_item_that_took_over(self):
        if self.redirects is not None:
            self.assertEqual(self.redirects, self.pack.redirects)
        for old, new in self.pack.redirects.items():
            item = self.pack.items[[item.id for item in self.pack.items].index(new)]
            self.assertEqual(shown(self.pack, item), asked("show", old, "--pack", self.path))

    def test_the_route_of_an_obstacle_is_its_links_to_topics_work_forms_articles_and_stories(self):
        for item in (item for item in self.pack.items if item.kind == "obstacle"):
            route = asked("route", item.id, "--pack", self.path)
            links = shown(self.pack, item)
            for name in ("topics", "work-forms", "articles", "stories"):
                self.assertEqual(
                    links.get(name, []), [entry["id"] for entry in route.get(name, [])]
                )

    def test_the_map_is_the_section_map(self):
        empty = {"type": "FeatureCollection", "features": []}
        self.assertEqual(self.pack.map or empty, asked("map", "--pack", self.path))

    def test_synonyms_have_the_promised_members(self):
        for synonym in self.pack.synonyms:
            self.assertLessEqual(synonym.keys(), {"term", "equal", "related"})
            self.assertIsInstance(synonym["term"], str)
            for others in (synonym.get("equal", []), synonym.get("related", [])):
                self.assertTrue(all(isinstance(word, str) for word in others))

    def test_assets_are_those_of_an_export(self):
        folder = new_path("exported")
        landkaart("export", folder, "--pack", self.path)
        top = folder / "assets"
        exported = {
            path.relative_to(top).as_posix(): path.read_bytes()
            for path in top.rglob("*")
            if path.is_file()
        }
        found = {asset.name: asset.content for asset in self.pack.assets}
        self.assertTrue(exported == found, "assets differ")
        self.assertTrue(self.assets in (None, found), "assets differ from what was put in")

    def test_each_page_matches_its_checksum(self):
        self.assertEqual(self.pack.checksums.computed(), self.pack.checksums.written)

    def test_the_root_is_that_of_the_recomputed_tree(self):
        self.assertEqual(self.pack.header.root, self.pack.computed_root)

    def test_section_hash_holds_the_recomputed_levels(self):
        self.assertTrue(self.pack.stored("hash") == self.pack.computed_levels, "levels differ")

    def test_the_release_statement_says_what_manifest_header_and_content_say(self):
        expected = {key: self.pack.manifest[key] for key in ("release", "version")}
        expected |= {
            "pack": self.pack.manifest["id"],
            "channel": self.pack.manifest.get("channel", ""),
            "minimum-reader": self.pack.header.oldest_version,
            "root": self.pack.computed_root.hex(),
            "file-hash": self.pack.computed_file_hash,
        }
        payload = dict(self.pack.release.payload)
        self.assertIsInstance(payload.pop("expires"), str | None)
        self.assertEqual(expected, payload)

    def test_verify_counts_the_same(self):
        expected = {
            "root": self.pack.computed_root.hex(),
            "bytes": len(self.pack.data),
            "items": len(self.pack.items),
            "words": len(self.pack.words),
            "signatures": len(self.pack.release.signatures),
        }
        self.assertEqual(expected, asked("verify", self.path))

    def test_dictionaries_find_by_string_and_by_rank(self):
        for prefix in ("id", "tm", "ti", "as"):
            dictionary = self.pack.dictionary(prefix)
            entries = list(dictionary)
            for rank in range(0, len(entries), 1 + len(entries) // 300):
                self.assertEqual(entries[rank][0], dictionary.at(rank))
                self.assertEqual(entries[rank][1], dictionary.find(entries[rank][0]))
                self.assertIsNone(dictionary.find(entries[rank][0] + b"\0"))
            self.assertIsNone(dictionary.find(b"\0"))
            self.assertIsNone(dictionary.find(b"\xff"))

    def test_documents_and_manifest_are_json_in_order_and_without_white_space(self):
        """Fractions pass between two zero bytes, since the page leaves their spelling free."""
        for raw in [self.pack.stored("mani"), *self.pack.raw_documents]:
            read = json.loads(raw, parse_float="\0{}\0".format)
            again = json.dumps(read, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            again = again.replace('"\\u0000', "").replace('\\u0000"', "")
            self.assertEqual(again, raw.decode())

    @property
    def documents_with_texts(self):
        """Each document: its number, and the words of its fields by number of field."""
        names = [field.name for field in self.pack.search.fields]
        for document, ordinal in enumerate(self.pack.search.order):
            texts = searched_texts(self.pack.items[ordinal], self.pack.documents[ordinal])
            yield document, {number: words(texts[name]) for number, name in enumerate(names)}

    def test_the_dictionary_holds_every_form_and_lemma_and_part(self):
        known = {word.word for word in self.pack.words}
        seen = {
            word for _, texts in self.documents_with_texts for all in texts.values() for word in all
        }
        in_pieces = {form for _, texts in self.documents_with_texts for all in texts.values() for _, form in pieces(all)}
        numbered = {word.word for word in self.pack.words if word.number}
        self.assertLessEqual(seen, numbered)
        self.assertLessEqual(numbered, seen | in_pieces)
        self.assertLessEqual({word.lemma for word in self.pack.words}, known)
        self.assertLessEqual({p for word in self.pack.words for p in word.parts_of_form}, known)

    def test_postings_are_those_of_the_texts(self):
        """By lemma and document: in which field where, and in which forms."""
        forms = {word.word: word for word in self.pack.words}
        found, found_parts = {}, Counter()
        for word in self.pack.words:
            for posting in word.words.postings:
                numbers = {n + 1 for n in range(8) if posting.forms >> n & 1}
                found[word.lemma, posting.document] = (
                    posting.positions or posting.frequencies,
                    numbers,
                )
            if word.word == word.lemma:
                for posting in word.parts.postings:
                    for number, frequency in posting.frequencies.items():
                        found_parts[word.lemma, posting.document, number] += frequency
        expected, parts = {}, Counter()
        for document, texts in self.documents_with_texts:
            for number, all in texts.items():
                places = [(position, forms[each]) for position, each in enumerate(all)]
                places += self.listed_pieces(all, forms, number, document, found)
                for position, form in sorted(places, key=lambda place: place[0]):
                    positions, numbers = expected.setdefault((form.lemma, document), ({}, set()))
                    positions.setdefault(number, []).append(position)
                    numbers.add(form.number)
                    for part in form.parts_of_form:
                        parts[part, document, number] += 1
        if not self.pack.search.has_positions:
            expected = {
                key: ({number: len(all) for number, all in positions.items()}, numbers)
                for key, (positions, numbers) in expected.items()
            }
        self.assert_same(expected, found)
        self.assert_same(parts, found_parts)

    def listed_pieces(self, all, forms, number, document, found):
        """The forms in two pieces that the writer chose to list, at most one at a word."""
        whole = Counter(forms[each].lemma for each in all)
        listed = {}
        for position, each in pieces(all):
            form = forms.get(each)
            if not form or position in listed or form.lemma == forms[all[position]].lemma:
                continue
            places, numbers = found.get((form.lemma, document), ({}, ()))
            if self.pack.search.has_positions:
                chosen = position in places.get(number, ())
            else:  # any of them, as many as there are more
                chosen = places.get(number, 0) > whole[form.lemma]
            if chosen and form.number in numbers:
                whole[form.lemma] += 1
                listed[position] = form
        return list(listed.items())

    def test_titles_are_those_of_the_texts(self):
        expected = {}
        for document, ordinal in enumerate(self.pack.search.order):
            texts = searched_texts(self.pack.items[ordinal], self.pack.documents[ordinal])
            for line in texts["title"].split("\n"):
                key = ""
                for word in words(line):
                    longer = f"{key} {word}" if key else word
                    if len(longer.encode()) > 128:
                        break
                    key = longer
                if key and document not in expected.setdefault(key, []):
                    expected[key].append(document)
        self.assert_same(expected, self.pack.titles)

    def test_lengths_are_those_of_the_texts(self):
        texts = [all for _, all in self.documents_with_texts]
        for number, field in enumerate(self.pack.search.fields):
            lengths = [len(each[number]) for each in texts]
            self.assertEqual(sum(lengths), field.total_length)
            self.assertEqual(list(map(code_of_length, lengths)), list(field.length_codes))

    def test_a_posting_has_as_many_positions_as_its_frequency_says(self):
        for word in self.pack.words:
            self.assertEqual(word.words.document_frequency, len(word.words.postings))
            for posting in word.words.postings if self.pack.search.has_positions else []:
                self.assertEqual(
                    posting.frequencies, {key: len(all) for key, all in posting.positions.items()}
                )
                for positions in posting.positions.values():
                    self.assertEqual(sorted(set(positions)), positions)

    def test_skip_entries_agree_with_the_postings(self):
        for word in self.pack.words:
            for each in (word.words, word.parts):
                self.assertEqual(len(each.blocks) if len(each.blocks) > 1 else 0, len(each.skips))
                for block, skip in zip(each.blocks, each.skips):
                    self.assert_skip_agrees(block, skip, each.has_forms)

    def assert_skip_agrees(self, block, skip, has_forms):
        most, forms = {}, 0
        for posting in block.postings:
            forms |= posting.forms
            for number, frequency in posting.frequencies.items():
                greatest, least = most.get(number, (0, 255))
                code = self.pack.search.fields[number].length_codes[posting.document]
                most[number] = max(greatest, frequency), min(least, code)
        self.assertEqual(block.postings[-1].document, skip.last_document)
        self.assertEqual(
            (block.post_length, block.posi_length), (skip.post_length, skip.posi_length)
        )
        self.assertEqual(most, skip.most)
        self.assertEqual(forms if has_forms else 1, skip.forms)


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
    classes = [*GIVEN, StartedPack, EmptyPack, GeneratedPack, PackWithoutPositions, LengthCodes]
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
        by_id = {item.id: document for item, document in zip(self.pack.items, self.pack.documents)}
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


class LengthCodes(unittest.TestCase):
    def test_a_length_is_rounded_down_to_the_nearest_that_has_a_code(self):
        for length in range(100_000):
            code = code_of_length(length)
            self.assertLessEqual(length_of_code(code), length)
            self.assertGreater(length_of_code(code + 1), length)


if __name__ == "__main__":
    unittest.main()
