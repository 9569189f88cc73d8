# SPDX-License-Identifier: EUPL-1.2
"""Tests the reader on single numbers and entries, also such as no pack of this project holds."""

import json
import struct
import unittest
from pathlib import Path

from program import asked, built, new_path
from reader.anchors import anchors
from reader.assets import media_type_of
from reader.bodies import parsed
from reader.container import Header, Section
from reader.conventions import Cursor, PackError, json_of
from reader.dictionaries import KeyTable
from reader.documents import checked_document
from reader.links import Link, read_related
from reader.names import checked_asset_name, checked_id, checked_label
from reader.search import code_of_length, length_of_code
from reader.words import TOP


def packed(count: int, *data: int) -> list[int]:
    cursor = Cursor(bytes(data))
    numbers = cursor.packed(count)
    cursor.finish("a packed run")
    return numbers


def folder_of(bodies: list[str]) -> Path:
    """An authoring folder with an article for each body: a0, a1 and so on."""
    folder = new_path("source")
    for name in ("articles", "assets"):
        (folder / name).mkdir(parents=True)
    (folder / "pack.yaml").write_text(
        "id: a\ntitle: A\nversion: 1.0.0\nlanguage: nl\npublisher: A\nlicence: CC0-1.0\n"
    )
    (folder / "assets/kring.png").write_bytes(b"x")
    for number, body in enumerate(bodies):
        text = f"---\ntitle: A\n---\n{body}"
        (folder / f"articles/a{number}.md").write_text(text, encoding="utf-8")
    return folder


class PackedRuns(unittest.TestCase):
    def test_numbers_of_no_bits_are_0(self):
        self.assertEqual([0, 0, 0], packed(3, 0))

    def test_numbers_fill_bytes_from_the_lowest_bit(self):
        self.assertEqual([1, 2, 3, 7], packed(4, 3, 0b11_010_001, 0b0000_1110))

    def test_a_number_has_at_most_32_bits(self):
        self.assertEqual([0x04030201], packed(1, 32, 1, 2, 3, 4))
        self.assertRaises(PackError, packed, 1, 33, 1, 2, 3, 4, 5)
        self.assertRaises(PackError, packed, 1, 32 + 64, 1, 2, 3, 4, 0, 0, 1)

    def test_a_patch_gives_a_number_its_high_bits(self):
        self.assertEqual([3, 2 + 4 * 300], packed(2, 2 + 64, 0b1011, 0, 1, 0xAC, 0x02))
        self.assertEqual([0, 9, 0, 1], packed(4, 0 + 64, 1, 1, 9, 3, 1))

    def test_a_patch_past_the_end_of_its_run_is_rejected(self):
        self.assertRaises(PackError, packed, 2, 64, 0, 2, 1)


class Bodies(unittest.TestCase):
    def test_elements_are_nested_at_most_32_deep(self):
        def quoted(quotations: int, innermost: str) -> str:
            return "<blockquote>" * quotations + innermost + "</blockquote>" * quotations

        for element in ("<hr>", "<p>a</p>"):
            parsed(quoted(31, element))
            self.assertRaises(PackError, parsed, quoted(32, element))
        for pair in ("<p><br></p>", "<p><code>a</code></p>", "<pre><code>a</code></pre>"):
            parsed(quoted(30, pair))
            self.assertRaises(PackError, parsed, quoted(31, pair))


    def test_an_item_address_must_hold_an_id(self):
        parsed('<p><a href="item:wv-troika">a</a><a href="item:wv-troika#kop">b</a></p>')
        for address in ("item:", "item:A", "item:x&quot;&gt;", "item:../a"):
            self.assertRaises(PackError, parsed, f'<p><a href="{address}">a</a></p>')

    def test_131072_elements_and_texts_are_accepted_and_one_more_is_rejected(self):
        parsed("<hr>" * 131_072)
        self.assertRaises(PackError, parsed, "<hr>" * 131_073)


class Anchors(unittest.TestCase):
    def test_headings_have_the_anchors_of_the_conformance_cases(self):
        cases = json.loads((TOP / "tests/conformance/anchors.json").read_text(encoding="utf-8"))
        pack = built(folder_of([case["markdown"] for case in cases]))
        for number, case in enumerate(cases):
            with self.subTest(case["name"]):
                html = asked("show", f"a{number}", "--pack", pack)["html"]
                self.assertEqual(anchors(parsed(html)), case["anchors"])


class Names(unittest.TestCase):
    def test_an_id_has_1_to_128_small_letters_digits_and_hyphens(self):
        checked_id("wv-troika")
        checked_id("x" * 128)
        for id in ("", "A", "a b", "../a", "é", 'x"><script>', "x" * 129, "a\n"):
            self.assertRaises(PackError, checked_id, id)

    def test_a_label_has_no_control_characters_except_tab_and_line_feed(self):
        checked_label("één\ttekst\n")
        for text in ("\x1b[2J", "\r", "\0", "\x7f", "\x9b"):
            self.assertRaises(PackError, checked_label, text)

    def test_the_name_of_an_asset_is_a_relative_path_that_every_file_system_can_store(self):
        for name in ("a.png", "map/één plaat (2).jpg", "a..b", ".a", "con-a", "x" * 512):
            checked_asset_name(name)
        for name in ("", "/a", "a/", "a//b", "..", "a/../b", "a\\b", "c:a", "a\nb", "\x9b", "a."):
            self.assertRaises(PackError, checked_asset_name, name)
        for name in ("a ", " a", "CON", "a/nul.txt", "com1", "nul .a", "a.html", "a.JS", "x" * 513):
            self.assertRaises(PackError, checked_asset_name, name)

    def test_the_media_type_follows_from_the_extension(self):
        self.assertEqual("image/jpeg", media_type_of("map/A.JPG"))
        self.assertEqual("application/octet-stream", media_type_of("png"))
        self.assertEqual("application/octet-stream", media_type_of("a.b"))


class Documents(unittest.TestCase):
    def test_a_document_has_the_types_of_the_specification(self):
        step = {"title": "a", "minutes": 5}
        checked_document({"x-a": [None], "sources": ["b"], "order": 3, "steps": [step]})
        for document in ([], {"themes": []}, {"html": 1}, {"sources": "b"}, {"order": -1}):
            self.assertRaises(PackError, checked_document, document)
        for document in ({"steps": [{}]}, {"file": "../a"}, {"order": True}, {"stops": []}):
            self.assertRaises(PackError, checked_document, document)


class RiceCodes(unittest.TestCase):
    def test_a_number_is_its_high_part_in_ones_and_its_low_bits(self):
        cursor = Cursor(bytes([1, 0b0_10_10_0_11]))
        self.assertEqual([2 * 2 + 0, 1 * 2 + 1], cursor.rice(2))
        self.assertTrue(cursor.at_end)

    def test_32_stands_for_numbers_that_are_all_0(self):
        self.assertEqual([0, 0], Cursor(bytes([32])).rice(2))


def grouped(*entries: bytes) -> bytes:
    """The bytes of entries for at most 32 items."""
    return struct.pack("<2I", 0, len(b"".join(entries))) + b"".join(entries)


class GroupedEntries(unittest.TestCase):
    def test_a_step_is_positive_negative_or_0(self):
        links = grouped(bytes([1, 8, 1, 2, 1, 8, 1, 2]), bytes([1, 8, 1, 1, 1, 8, 1, 1]))
        self.assertEqual(
            [Link(0, 1, "related"), Link(1, 0, "related")], Link.read_all(links, items=2)
        )
        itself = grouped(bytes([1, 11, 1, 0, 1, 11, 1, 0]))
        self.assertEqual([Link(0, 0, "mentions")], Link.read_all(itself, items=1))

    def test_a_link_of_an_unknown_type_is_skipped(self):
        links = grouped(bytes([2, 8, 1, 2, 99, 1, 2, 0]), bytes([0, 2, 8, 1, 1, 99, 1, 1]))
        self.assertEqual([Link(0, 1, "related")], Link.read_all(links, items=2))

    def test_links_back_that_differ_from_the_links_are_rejected(self):
        links = grouped(bytes([1, 8, 1, 2, 0]), bytes([0, 0]))
        self.assertRaises(PackError, Link.read_all, links, 2)

    def test_an_empty_section_has_no_links(self):
        self.assertEqual([], Link.read_all(b"", items=2))

    def test_each_group_of_32_items_has_an_offset(self):
        offsets = struct.pack("<3I", 0, 33, 34)
        related = read_related(offsets + bytes([1, 64]) + bytes(32), items=33)
        self.assertEqual([[32], *[[]] * 32], related)
        wrong = struct.pack("<3I", 0, 32, 34)
        self.assertRaises(PackError, read_related, wrong + bytes([1, 64]) + bytes(32), 33)


class Versions(unittest.TestCase):
    @staticmethod
    def read(version: int, oldest: int) -> Header:
        numbers = struct.pack("<HHII4xQQ", version, oldest, 0, 0, 4096, 4100)
        return Header.read(bytes.fromhex("894C4B500D0A1A0A") + numbers + bytes(4100))

    def test_a_reader_rejects_a_pack_that_needs_a_newer_reader(self):
        self.assertEqual(2, self.read(2, 1).version)
        self.assertRaises(PackError, self.read, 2, 2)

    def test_the_draft_format_is_rejected(self):
        self.assertRaises(PackError, self.read, 0, 0)


class Encodings(unittest.TestCase):
    def test_only_map_and_synonyms_are_deflated_as_a_whole(self):
        Section("map ", 2, 2, 4096, 1, 9).check()
        self.assertRaises(PackError, Section("text", 3, 2, 4096, 1, 9).check)
        self.assertRaises(PackError, Section("map ", 2, 1, 4096, 1, 9).check)

    def test_an_unknown_section_is_skipped_unless_it_is_critical(self):
        Section("else", 0, 9, 4096, 1, 9).check()
        self.assertRaises(PackError, Section("else", 1, 0, 4096, 9, 9).check)


class KeyTables(unittest.TestCase):
    @staticmethod
    def read(keys: list[bytes], offsets: list[int], more: bytes = b"") -> KeyTable:
        ends = [sum(map(len, keys[: i + 1])) for i in range(len(keys))]
        numbers = struct.pack(f"<{1 + len(offsets) + len(ends)}I", len(keys), *offsets, *ends)
        return KeyTable(Cursor(numbers + b"".join(keys) + more), 4)

    def test_keys_and_offsets_ascend_strictly(self):
        self.assertEqual([b"a", b"abcd"], self.read([b"a", b"abcd"], [0, 3, 5]).keys)
        self.assertRaises(PackError, self.read, [b"a", b"a"], [0, 3, 5])
        self.assertRaises(PackError, self.read, [b"b", b"a"], [0, 3, 5])
        self.assertRaises(PackError, self.read, [b"a", b"b"], [0, 0, 5])
        self.assertRaises(PackError, self.read, [b"a", b"b"], [0, 5, 3])

    def test_a_key_has_a_greatest_length_and_the_table_ends_with_the_last_key(self):
        self.assertRaises(PackError, self.read, [b"abcde"], [0, 3])
        self.assertRaises(PackError, self.read, [b"abcd"], [0, 3], b"x")


class Json(unittest.TestCase):
    def test_levels_values_and_names_have_limits(self):
        for levels, values in ((100, 1), (1, 524_287)):
            json_of(b"[" * levels + b",".join([b"1"] * values) + b"]" * levels)
        self.assertRaises(PackError, json_of, b"[" * 101 + b"]" * 101)
        self.assertRaises(PackError, json_of, b"[" + b",".join([b"1"] * 524_288) + b"]")
        self.assertRaises(PackError, json_of, b'{"a":1,"a":2}')


class LengthCodes(unittest.TestCase):
    def test_a_length_is_rounded_down_to_the_nearest_that_has_a_code(self):
        for length in range(100_000):
            code = code_of_length(length)
            self.assertLessEqual(length_of_code(code), length)
            self.assertGreater(length_of_code(code + 1), length)


if __name__ == "__main__":
    unittest.main()
