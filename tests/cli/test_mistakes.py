# SPDX-License-Identifier: EUPL-1.2
"""docs/mistakes.md has each code of the compiler, with an example that gives just this code and the
message of the table, and the options of the command line that choose codes and the language.

An example is a list of files. A code block that follows "`PATH`:" is the content of that file in an
empty folder, to which the test adds a pack.yaml unless the example has one. An example that a page
cannot show, such as a file of 8 MB, is made by a function of this module and named in MADE.
"""
import json
import os
import pathlib
import re
import unittest

from program import ProgramTest, run

SOURCE = pathlib.Path(os.environ["LANDKAART_SOURCE"])
DOCUMENT = SOURCE / "docs" / "mistakes.md"
TABLE = SOURCE / "content-pack" / "compiler" / "messages" / "messages.inc"
PACK_YAML = "id: proef\ntitle: Proef\nversion: 1.0.0\nlanguage: nl\npublisher: Proef\nlicence: CC0-1.0\n"
ROW = re.compile(r'^MESSAGE\((\w+), "(LK-[A-Z]\d{3})", "([a-z-]*)",(.*?)\)$', re.MULTILINE | re.DOTALL)
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
TEXT = re.compile(r'(?:"(?:[^"\\]|\\.)*"\s*)+')  # string literals that the compiler joins
SECTION = re.compile(r"^### (LK-[A-Z]\d{3})\n", re.MULTILINE)
FILE = re.compile(r"^`([^`\n]+)`:\n\n(`{3,})\w*\n(.*?)^\2$", re.MULTILINE | re.DOTALL)


def rows():
    """For each code: its rule, and problem and remedy in English and in Dutch."""
    table = TABLE.read_text(encoding="utf-8")
    found = {}
    for _, code, rule, texts in ROW.findall(table):
        parts = ["".join(STRING.findall(text)) for text in TEXT.findall(texts)]
        found[code] = (rule, *(part.replace('\\"', '"').replace("\\\\", "\\") for part in parts))
    return found


def sections():
    parts = SECTION.split(DOCUMENT.read_text(encoding="utf-8"))[1:]
    return dict(zip(parts[::2], parts[1::2]))


def many_tags(folder):
    (folder / "articles/a.md").write_text("---\ntitle: A\ntags:\n" + "- tag\n" * 300 + "---\n")


def long_text(folder):
    (folder / "articles/a.md").write_text("---\ntitle: " + "a" * 1025 + "\n---\n")


def large_item(folder):
    (folder / "articles/a.md").write_text("---\ntitle: A\n---\n```\n" + "woord " * 800_000 + "\n```\n")


def many_values(folder):
    numbers = ", ".join(["1"] * 524_288)
    (folder / "articles/a.md").write_text(f"---\ntitle: A\nx-a: [{numbers}]\n---\n")


def many_elements(folder):
    (folder / "articles/a.md").write_text("---\ntitle: A\n---\n" + "woord\n\n" * 65_537)


def many_links(folder):
    ids = [f"b{i}" for i in range(16_385)]
    (folder / "articles/a.md").write_text(f"---\ntitle: A\nrelated: [{', '.join(ids)}]\n---\n")
    lines = "".join(f'{{"id": "{name}", "title": "B", "related": ["a"]}}\n' for name in ids)
    (folder / "articles/b.jsonl").write_text(lines)


def large_map(folder):
    point = '{"type": "Feature", "properties": {"role": "road"%s}, "geometry": {"type": "LineString", "coordinates": %s}}'
    more = ', "x-a": "' + "a" * 9_000_000 + '"'
    (folder / "map.geojson").write_text('{"features": [' + point % (more, "[[1, 2], [3, 4]]") + "]}")


def full_map(folder):
    line = "[" + ", ".join(["[1, 2]"] * 131_073) + "]"
    feature = '{"properties": {"role": "road"}, "geometry": {"type": "LineString", "coordinates": %s}}' % line
    (folder / "map.geojson").write_text('{"features": [' + feature + "]}")


def deep_map(folder):
    (folder / "map.geojson").write_text('{"features": [], "a": ' + "[" * 200 + "]" * 200 + "}")


def large_synonyms(folder):
    (folder / "synonyms.yaml").write_text("- term: a\n  equal: [" + "b" * 5_000_000 + "]\n")


def many_synonyms(folder):
    words = ", ".join(f"woord{i}" for i in range(65))
    (folder / "synonyms.yaml").write_text(f"- term: a\n  equal: [{words}]\n")


def many_groups(folder):
    (folder / "synonyms.yaml").write_text("".join(f"- term: t{i}\n" for i in range(16_385)))


def aliases(folder):
    lines = ["x-0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]"]
    lines += [f"x-{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 8)]
    (folder / "articles/a.md").write_text("---\ntitle: A\n" + "\n".join(lines) + "\n---\n")


def latin_1(folder):
    (folder / "articles/a.md").write_bytes(b"---\ntitle: caf\xe9\n---\n")


def asset_in_latin_1(folder):
    (folder / "assets").mkdir()
    (pathlib.Path(os.fsdecode(os.fsencode(folder) + b"/assets/caf\xe9.png"))).write_text("x")


def asset_with_backslash(folder):
    (folder / "assets").mkdir()
    (folder / "assets" / "a\\b.png").write_text("x")


def deep_markup(folder):
    (folder / "articles/a.md").write_text("---\ntitle: A\n---\n" + ">" * 40 + " diep\n")


def control_character(folder):
    (folder / "articles/a.md").write_text("---\ntitle: A\n---\nEen \x1e twee.\n")


def long_id(folder):
    (folder / "articles/a.md").write_text("---\nid: " + "a" * 129 + "\ntitle: A\n---\n")


def long_file_name(folder):
    (folder / ("articles/" + "a" * 129 + ".md")).write_text("---\ntitle: A\n---\n")


def empty_asset(folder):
    (folder / "assets").mkdir()
    (folder / "assets/leeg.png").write_text("")
    (folder / "articles/a.md").write_text("---\ntitle: A\n---\n![Een kring](asset:leeg.png)\n")


def many_items_without_positions(folder):
    (folder / "pack.yaml").write_text(PACK_YAML + "positions: false\n")
    (folder / "articles/a.jsonl").write_text("".join(f'{{"id": "a{i}", "title": "A"}}\n' for i in range(1001)))


def links_to(target):
    def link(folder):
        (folder / "assets").mkdir()
        (folder / "assets" / "notitie.txt").symlink_to(target)

    return link


def accents_stored_twice(folder):
    (folder / "assets").mkdir()
    for letter in ("\u00e9", "e\u0301"):
        (folder / "assets" / f"caf{letter}.txt").write_text("x")
    (folder / "articles/a.md").write_text("---\ntitle: A\n---\n[menu](asset:caf\u00e9.txt)\n", encoding="utf-8")


def asset_of_a_program(folder):
    (folder / "assets").mkdir()
    (folder / "assets" / "spel.js").write_text("x")


# Examples that docs/mistakes.md describes and this module makes.
MADE = {
    "LK-F002": latin_1, "LK-F014": aliases, "LK-F018": asset_in_latin_1, "LK-F019": asset_with_backslash,
    "LK-F024": empty_asset, "LK-F030": links_to("nergens.txt"), "LK-F031": links_to("/etc/hostname"),
    "LK-F032": links_to("../articles"), "LK-F033": accents_stored_twice, "LK-F034": asset_of_a_program,
    "LK-K010": long_text, "LK-K035": many_tags, "LK-K021": long_id, "LK-K023": long_file_name,
    "LK-K025": large_item, "LK-K036": many_values, "LK-T013": many_elements, "LK-R013": many_links, "LK-T001": control_character, "LK-T004": deep_markup, "LK-M012": full_map, "LK-M030": deep_map,
    "LK-M013": large_map, "LK-S006": large_synonyms, "LK-S010": many_synonyms, "LK-S011": many_groups,
    "LK-E021": many_items_without_positions,
}  # fmt: skip
# Remarks of a build that require no correction; lint does not print them.
NOTES = {"LK-R016", "LK-T011", "LK-T012", "LK-M017", "LK-M018"}
# The finding that an example of a mistake gives too.
ALSO = {"LK-R005": {"LK-E014"}}
# Options with which the example of a code gives the code.
WITH_OPTIONS = {"LK-E022": ["--future"]}


class Table(unittest.TestCase):
    def test_every_row_is_read(self):
        self.assertEqual(len(rows()), TABLE.read_text(encoding="utf-8").count("\nMESSAGE("))

    def test_a_code_is_used_once_and_codes_of_an_area_are_in_order(self):
        codes = re.findall(r'"(LK-[A-Z]\d{3})"', TABLE.read_text(encoding="utf-8"))
        self.assertEqual(len(codes), len(set(codes)))
        for area in {code[3] for code in codes}:
            of_area = [code for code in codes if code[3] == area]
            self.assertEqual(of_area, sorted(of_area))

    def test_both_languages_have_the_same_placeholders(self):
        for code, (_, problem, remedy, dutch_problem, dutch_remedy) in rows().items():
            for one, other in ((problem, dutch_problem), (remedy, dutch_remedy)):
                self.assertEqual(*(sorted(set(re.findall(r"\{\d\}", text))) for text in (one, other)), code)

    def test_only_notes_have_no_remedy(self):
        self.assertEqual({code for code, row in rows().items() if not row[2] or not row[4]}, NOTES)


class Document(ProgramTest):
    def lint(self, *options):
        answer = json.loads(run("lint", "--json", "--today", "2026-06-15", *options, self.folder).stdout)
        return answer["mistakes"] + answer["findings"]

    def write_example(self, code, section):
        for path in sorted(self.folder.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() and not path.is_symlink() else path.unlink()
        (self.folder / "pack.yaml").write_text(PACK_YAML, encoding="utf-8")
        files = FILE.findall(section)
        for path, _, content in files:
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / path).write_text(content, encoding="utf-8")
        if code in MADE:
            (self.folder / "articles").mkdir(exist_ok=True)
            MADE[code](self.folder)
        if code == "LK-F001":
            (self.folder / "pack.yaml").unlink()
        self.assertTrue(files or code in MADE or code in NOTES | {"LK-F001"}, code)

    def test_the_document_has_each_code_and_no_other(self):
        self.assertEqual(list(sections()), sorted(rows(), key=list(rows()).index))

    def test_each_example_gives_its_code_only(self):
        for code, section in sections().items():
            with self.subTest(code):
                self.write_example(code, section)
                expected = set() if code in NOTES else {code} | ALSO.get(code, set())
                found = self.lint(*WITH_OPTIONS.get(code, []))
                self.assertEqual({each["code"] for each in found}, expected)

    def test_each_section_has_the_messages_of_the_table_and_a_remedy(self):
        for code, (rule, problem, remedy, dutch_problem, dutch_remedy) in rows().items():
            with self.subTest(code):
                section = sections()[code]
                quoted = section.replace("\n> ", " ")
                self.assertIn(f"> {problem}", "> " + quoted.strip())
                self.assertIn(dutch_problem, quoted)
                if rule:
                    self.assertIn(f"Rule `{rule}`.", section)
                if code not in NOTES:
                    self.assertIn("\nRemedy: ", section)

    def test_messages_are_in_dutch_when_asked(self):
        (self.folder / "pack.yaml").write_text(PACK_YAML.replace("title: Proef\n", ""), encoding="utf-8")
        self.assertEqual(self.lint()[0]["problem"], '"title" is missing')
        self.assertEqual(self.lint("--messages-in", "nl")[0]["problem"], '"title" ontbreekt')


class Options(ProgramTest):
    def source(self, *bodies):
        (self.folder / "articles").mkdir()
        (self.folder / "pack.yaml").write_text(PACK_YAML, encoding="utf-8")
        for i, body in enumerate(bodies):
            (self.folder / f"articles/a{i}.md").write_text(f"---\ntitle: A\n---\n{body}\n", encoding="utf-8")
        return self.folder

    def test_the_locale_decides_the_language(self):
        folder = self.source("[weg](item:weg)")
        for variables, word in (({"LANG": "nl_NL.UTF-8"}, "er is geen item"),
                                ({"LANG": "nl_NL.UTF-8", "LC_ALL": "C"}, "there is no item"),
                                ({"LANG": "en_GB.UTF-8"}, "there is no item")):  # fmt: skip
            with self.subTest(variables):
                self.assertIn(word, run("lint", folder, env={**NO_LOCALE, **variables}).stdout)

    def test_a_refused_build_says_so_in_dutch(self):
        done = run("build", "--messages-in", "nl", self.source("[weg](item:weg)"), "-o", self.folder / "a.lkp")
        self.assertEqual(done.returncode, 50)
        self.assertTrue(done.stderr.endswith("landkaart: 1 fout; er is niets geschreven\n"), done.stderr)

    def test_only_and_ignore_choose_findings(self):
        folder = self.source("### Kop\n\n[hier](https://a.example)")
        codes = lambda *options: re.findall(r"\[(LK-\w+) [a-z-]+\]", run("lint", folder, *options).stdout)
        self.assertEqual(codes(), ["LK-E010", "LK-E013"])
        self.assertEqual(codes("--only", "LK-E013"), ["LK-E013"])
        self.assertEqual(codes("--ignore", "LK-E013"), ["LK-E010"])
        self.assertEqual(codes("--ignore", "LK-E010,LK-E013"), [])
        pack = self.folder / "a.lkp"
        self.assertEqual(run("build", "--strict", folder, "-o", pack).returncode, 51)
        self.assertEqual(run("build", "--strict", "--ignore", "LK-E010,LK-E013", folder, "-o", pack).returncode, 0)

    def test_codes_that_do_not_exist_and_mistakes_are_refused(self):
        folder = self.source()
        self.assertIn('there is no code "LK-X999"', self.refused(10, "lint", folder, "--only", "LK-X999"))
        self.assertIn("LK-K001 is a mistake", self.refused(10, "lint", folder, "--ignore", "LK-K001"))

    def test_mistakes_are_reported_whatever_is_chosen(self):
        done = run("lint", self.source("[weg](item:weg)"), "--only", "LK-E013")
        self.assertEqual(done.returncode, 50)
        self.assertIn("[LK-R001]", done.stdout)

    def test_more_than_twenty_lines_become_a_summary(self):
        link = "[weg](item:weg%s)"
        twenty = self.source(*(link % i for i in range(20)))
        self.assertEqual(len(run("lint", twenty).stdout.splitlines()), 20)
        (twenty / "articles/z.md").write_text("---\ntitle: A\nkleur: rood\n---\n", encoding="utf-8")
        lines = run("lint", twenty).stdout.splitlines()
        self.assertEqual([line.endswith("[LK-R001]") for line in lines[:4]], [True, True, True, False])
        self.assertEqual(lines[-2:], ["     20  LK-R001", "      1  LK-K002"])
        self.assertEqual(len(run("lint", "--all", twenty).stdout.splitlines()), 21)
        build = ("build", twenty, "-o", self.folder / "a.lkp")
        self.assertIn("3 of each code; --all prints all", self.refused(50, *build))
        self.assertEqual(len(self.refused(50, *build, "--all").splitlines()), 22)


class LeftOutItems(ProgramTest):
    def source(self, **articles):
        (self.folder / "articles").mkdir()
        (self.folder / "pack.yaml").write_text(PACK_YAML, encoding="utf-8")
        for name, text in articles.items():
            (self.folder / f"articles/{name}.md").write_text(f"---\ntitle: A\n{text}", encoding="utf-8")
        return self.folder

    def ids(self, *options):
        pack = self.folder / "a.lkp"
        self.ask("build", self.folder, "-o", pack, *options)
        return [item["id"] for item in json.loads(self.ask("list", "--json", "--pack", pack))["items"]]

    def test_drafts_are_left_out_unless_asked_for(self):
        self.source(a="---\n", b="draft: true\n---\n", c="draft: false\n---\n")
        self.assertEqual(self.ids(), ["a", "c"])
        self.assertEqual(self.ids("--drafts"), ["a", "b", "c"])

    def test_a_link_to_a_draft_is_a_mistake(self):
        folder = self.source(a="related: [b]\n---\n", b="draft: true\n---\n[a](item:a)\n")
        message = self.refused(50, "build", folder, "-o", self.folder / "a.lkp")
        self.assertIn('"b" is a draft, and this pack has no drafts', message)
        self.assertIn("articles/b.md", message)
        self.assertEqual(self.ids("--drafts"), ["a", "b"])

    def test_items_of_later_dates_are_left_out_unless_asked_for(self):
        self.source(a="---\n", b="valid-from: 2999-01-01\n---\n", c="valid-from: 2026-06-15\n---\n")
        self.assertEqual(self.ids(), ["a", "c"])
        self.assertEqual(self.ids("--future"), ["a", "b", "c"])
        self.assertEqual(self.ids("--today", "2026-06-14"), ["a"])
        self.assertEqual(self.ids("--valid-on", "2026-06-14"), ["a"])
        self.assertEqual(self.ids("--valid-on", "2026-06-15", "--today", "2020-01-01"), ["a", "c"])
        self.assertEqual(self.ids("--valid-on", "2999-01-01"), ["a", "b", "c"])
        refused = self.refused(10, "build", self.folder, "-o", self.folder / "b.lkp", "--valid-on", "2026-02-30")
        self.assertIn("February 2026 has no day 30", refused)

    def test_a_build_says_how_many_items_it_leaves_out(self):
        folder = self.source(a="---\n", b="valid-from: 2999-01-01\n---\n", c="valid-from: 2998-02-03\n---\n",
                             d="draft: true\n---\n")  # fmt: skip
        build = ("build", folder, "-o", self.folder / "a.lkp")
        said = lambda *options: self.ask(*build, *options).splitlines()[1:]
        self.assertEqual(said(), ["left out: 1 draft; --drafts compiles it",
                                  "left out: 2 items that hold later, the first from 2998-02-03; "
                                  "--future compiles them"])  # fmt: skip
        self.assertEqual(said("--messages-in", "nl", "--drafts"),
                         ["weggelaten: 2 items die later gelden, het eerste vanaf 2998-02-03; "
                          "--future neemt ze mee"])  # fmt: skip
        self.assertEqual(said("--drafts", "--valid-on", "2998-02-03"),
                         ["left out: 1 item that holds later, from 2999-01-01; --future compiles it"])  # fmt: skip
        self.assertEqual(said("--drafts", "--future"), [])

    def test_the_date_of_a_build_is_that_of_source_date_epoch(self):
        folder = self.source(a="---\n", b="valid-from: 2026-06-15\nreview-by: 2027-06-15\n---\n[a](item:a)\n")
        build = ("build", folder, "-o", self.folder / "a.lkp")
        for seconds, items in (("0", "1 items"), ("1781481599", "1 items"), ("1781481600", "2 items")):
            with self.subTest(seconds):
                done = run(*build, env={**os.environ, "SOURCE_DATE_EPOCH": seconds})
                self.assertIn(items, done.stdout)
        for wrong in ("gisteren", "-1", "1.5", "999999999999999"):
            with self.subTest(wrong):
                done = run(*build, env={**os.environ, "SOURCE_DATE_EPOCH": wrong})
                self.assertEqual(done.returncode, 10)
                self.assertIn("SOURCE_DATE_EPOCH", done.stderr)
        for given in ("--future", "--valid-on=2026-06-15", "--today=2026-06-15"):
            done = run(*build, given, env={**os.environ, "SOURCE_DATE_EPOCH": "gisteren"})
            self.assertIn("2 items", done.stdout, given)

    def test_a_link_to_an_item_of_a_later_date_is_a_mistake(self):
        folder = self.source(a="related: [b]\n---\n", b="valid-from: 2999-01-01\n---\n")
        message = self.refused(50, "build", folder, "-o", self.folder / "a.lkp")
        self.assertIn("[LK-R012]", message)
        self.assertEqual(self.ids("--future"), ["a", "b"])

    def test_lint_checks_items_of_later_dates_when_asked_for(self):
        folder = self.source(a="---\n", b="valid-from: 2026-06-16\n---\n[hier](https://a.example)\n")
        lint = lambda *options: re.findall(r"LK-\w+", run("lint", folder, "--today", "2026-06-15", *options).stdout)
        self.assertEqual(lint(), [])
        self.assertEqual(lint("--future"), ["LK-E016", "LK-E022", "LK-E013"])

    def test_a_strict_build_for_a_later_date_allows_items_of_that_date(self):
        folder = self.source(a="related: [b]\n---\n",
                             b="valid-from: 2026-06-16\nreview-by: 2027-01-01\nrelated: [a]\n---\n")  # fmt: skip
        strict = ("build", folder, "-o", self.folder / "a.lkp", "--strict", "--today", "2026-06-15")
        self.assertIn("[LK-E022 not-yet-valid]", self.refused(51, *strict, "--future"))
        self.assertIn("2 items", self.ask(*strict, "--valid-on", "2026-06-16"))


NO_LOCALE = {key: value for key, value in os.environ.items() if key not in ("LC_ALL", "LC_MESSAGES", "LANG")}

if __name__ == "__main__":
    unittest.main()
