# SPDX-License-Identifier: EUPL-1.2
"""Tests that compare a pack as the independent reader and as the program read it."""

import json
import os
from collections import Counter, defaultdict
from concurrent.futures import ThreadPoolExecutor

from expected import searched_texts, shown
from program import asked, landkaart, new_path
from reader.items import KINDS
from reader.pack import Pack
from reader.search import code_of_length
from reader.words import pieces, words


class Comparison:
    """Tests for one pack. A subclass makes the pack, and names the redirects and assets in it."""

    redirects, assets = None, None

    @classmethod
    def setUpClass(cls):
        cls.path = cls.make()
        cls.pack = Pack(cls.path)

    def assert_same(self, expected: dict, found: dict):
        """assertEqual for large dictionaries: prints at most five differences."""
        keys = sorted(
            key for key in expected.keys() | found.keys() if expected.get(key) != found.get(key)
        )
        lines = [f"{key}: expected {expected.get(key)}, found {found.get(key)}" for key in keys[:5]]
        self.assertFalse(keys, "\n".join([f"{len(keys)} differ", *lines]))

    def test_everything_can_be_read(self):
        counts = Counter(section for section, _ in self.pack.everything())
        self.assertEqual(counts["Items"], self.pack.header.items)
        self.assertEqual(counts["Documents"], self.pack.header.items)
        self.assertEqual(counts["Directory"], self.pack.header.sections)

    def test_info_prints_the_header_and_the_manifest(self):
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

    def test_list_prints_the_items_in_order_of_ordinal(self):
        found = asked("list", "--pack", self.path)["items"]
        self.assertEqual([item.id for item in self.pack.items], [entry["id"] for entry in found])
        for item, entry in zip(self.pack.items, found, strict=True):
            said = (entry["kind"], entry["title"], entry.get("summary", ""))
            self.assertEqual((item.kind, item.title, item.summary), said)
            if "purpose" in entry:
                self.assertEqual(entry["purpose"], item.purpose)

    def test_items_are_sorted_by_kind_then_order_then_id(self):
        """An item without an order sorts as order 0. The specification does not say so."""
        keys = [
            (KINDS.index(item.kind), document.get("order", 0), item.id.encode())
            for item, document in zip(self.pack.items, self.pack.documents, strict=True)
        ]
        self.assertEqual(sorted(keys), keys)

    def test_show_prints_every_member_of_an_item(self):
        """At most about 400 items of a pack are shown."""
        items = self.pack.items[:: 1 + len(self.pack.items) // 400]
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            found = pool.map(lambda item: asked("show", item.id, "--pack", self.path), items)
            for item, members in zip(items, found, strict=True):
                self.assertEqual(shown(self.pack, item), members)

    def test_show_follows_a_redirect(self):
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

    def test_map_prints_section_map(self):
        empty = {"type": "FeatureCollection", "features": []}
        self.assertEqual(self.pack.map or empty, asked("map", "--pack", self.path))

    def test_synonyms_have_only_the_members_of_the_specification(self):
        for synonym in self.pack.synonyms:
            self.assertLessEqual(synonym.keys(), {"term", "equal", "related"})
            self.assertIsInstance(synonym["term"], str)
            for others in (synonym.get("equal", []), synonym.get("related", [])):
                self.assertTrue(all(isinstance(word, str) for word in others))

    def test_an_export_holds_the_same_assets(self):
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
        self.assertTrue(self.assets in (None, found), "assets differ from the source folder")

    def test_each_page_matches_its_checksum(self):
        self.assertEqual(self.pack.checksums.computed(), self.pack.checksums.written)

    def test_the_root_equals_that_of_the_recomputed_tree(self):
        self.assertEqual(self.pack.header.root, self.pack.computed_root)

    def test_section_hash_holds_the_recomputed_levels(self):
        self.assertTrue(self.pack.stored("hash") == self.pack.computed_levels, "levels differ")

    def test_the_release_statement_agrees_with_manifest_header_and_content(self):
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

    def test_verify_prints_the_same_counts(self):
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
        """The specification leaves the spelling of fractions open, so they are compared as written.

        Two zero bytes around a fraction carry its text through json.dumps.
        """
        for raw in [self.pack.stored("mani"), *self.pack.raw_documents]:
            read = json.loads(raw, parse_float="\0{}\0".format)
            again = json.dumps(read, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
            again = again.replace('"\\u0000', "").replace('\\u0000"', "")
            self.assertEqual(again, raw.decode())

    @property
    def documents_with_texts(self):
        """Yields the number of each document, and the words of each field by number of field."""
        names = [field.name for field in self.pack.search.fields]
        for document, ordinal in enumerate(self.pack.search.order):
            texts = searched_texts(self.pack.items[ordinal], self.pack.documents[ordinal])
            yield document, {number: words(texts[name]) for number, name in enumerate(names)}

    def test_the_dictionary_holds_every_form_and_lemma_and_part(self):
        known = {word.word for word in self.pack.words}
        seen = {
            word for _, texts in self.documents_with_texts for all in texts.values() for word in all
        }
        in_pieces = {
            form
            for _, texts in self.documents_with_texts
            for all in texts.values()
            for _, form in pieces(all)
        }
        numbered = {word.word for word in self.pack.words if word.number}
        self.assertLessEqual(seen, numbered)
        self.assertLessEqual(numbered, seen | in_pieces)
        self.assertLessEqual({word.lemma for word in self.pack.words}, known)
        self.assertLessEqual({p for word in self.pack.words for p in word.parts_of_form}, known)

    def test_postings_are_those_of_the_texts(self):
        """Compares, by lemma and document, the positions in each field and the numbers of forms."""
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
        expected, parts, maybe = {}, Counter(), defaultdict(set)
        for document, texts in self.documents_with_texts:
            for number, all in texts.items():
                places = [(position, forms[each]) for position, each in enumerate(all)]
                places += self.listed_pieces(all, forms, number, document, found, maybe)
                for position, form in sorted(places, key=lambda place: place[0]):
                    positions, numbers = expected.setdefault((form.lemma, document), ({}, set()))
                    positions.setdefault(number, []).append(position)
                    numbers.add(form.number)
                    for part in form.parts_of_form:
                        parts[part, document, number] += 1
        if not self.pack.search.has_positions:
            expected = {
                key: ({n: len(all) for n, all in positions.items()}, numbers | maybe[key])
                for key, (positions, numbers) in expected.items()
            }
        self.assert_same(expected, found)
        self.assert_same(parts, found_parts)

    def listed_pieces(self, all, forms, number, document, found, maybe):
        """The forms in two pieces that the pack lists, at most one for each last piece.

        Without positions the pack does not tell which of several forms it lists, so `maybe` gets
        all of them.
        """
        whole = Counter(forms[each].lemma for each in all)
        listed = {}
        for position, each in pieces(all):
            form = forms.get(each)
            if not form or position in listed or form.lemma == forms[all[position]].lemma:
                continue
            places, numbers = found.get((form.lemma, document), ({}, ()))
            if form.number not in numbers:
                continue
            if self.pack.search.has_positions:
                chosen = position in places.get(number, ())
            else:  # any of them, as many as there are more
                chosen = places.get(number, 0) > whole[form.lemma]
                maybe[form.lemma, document].add(form.number)
            if chosen:
                whole[form.lemma] += 1
                listed[position] = form
        return list(listed.items())

    def test_titles_are_computed_from_the_texts(self):
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

    def test_the_manifest_says_whether_the_pack_has_positions(self):
        self.assertEqual(self.pack.manifest.get("positions", True), self.pack.search.has_positions)
        self.assertEqual("posi" in self.pack.directory, self.pack.search.has_positions)

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
                for block, skip in zip(each.blocks[: len(each.skips)], each.skips, strict=True):
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
