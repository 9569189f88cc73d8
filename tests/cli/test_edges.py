# SPDX-License-Identifier: EUPL-1.2
"""The program under difficult conditions: full disk, no permission, damaged or hostile packs, a terminal."""
import json
import os
import pathlib
import resource
import subprocess
import time
import unittest

from program import BIN, ProgramTest, on_terminal, run

CONTROL = "[\x00-\x08\x0b-\x1f\x7f-\x9f]"
NOBODY = 65534


class Edges(ProgramTest):
    def source(self, pack="", **files):
        """A folder with a pack.yaml and articles; `files` maps ids to texts."""
        folder = self.folder / "source"
        (folder / "articles").mkdir(parents=True, exist_ok=True)
        (folder / "pack.yaml").write_text(
            f"id: proef\ntitle: Proef\nversion: 1.0.0\nlanguage: nl\npublisher: P\nlicence: CC0-1.0\n{pack}")
        for name, text in files.items():
            (folder / "articles" / f"{name}.md").write_text(text, encoding="utf-8")
        return folder

    def built(self, **files):
        self.ask("build", self.source(**files), "-o", self.folder / "my.lkp")
        return self.folder / "my.lkp"

    def test_an_answer_that_cannot_be_written_is_an_error(self):
        if not pathlib.Path("/dev/full").exists():
            self.skipTest("needs /dev/full")
        with open("/dev/full", "w") as full:
            done = subprocess.run([BIN, "list", "--json"], stdout=full, stderr=subprocess.PIPE, text=True)
        self.assertEqual(done.returncode, 20)
        self.assertIn("cannot write the answer", done.stderr)

    def test_an_output_folder_without_permission_is_an_error(self):
        source = self.source()
        closed = self.folder / "closed"
        closed.mkdir(mode=0o555)
        for folder in (self.folder, source, source / "articles"):
            folder.chmod(0o755)
        as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.getuid() == 0 else {}
        try:
            done = run("build", source, "-o", closed / "my.lkp", **as_nobody)
        except PermissionError:
            self.skipTest("nobody may not run the program")
        self.assertEqual((done.returncode, done.stdout), (20, ""), done.stderr)
        self.assertIn("cannot open: Permission denied", done.stderr)
        self.assertEqual(list(closed.iterdir()), [])

    def test_files_and_folders_in_the_wrong_place_are_errors(self):
        taken = self.folder / "bestand"
        taken.touch()
        source = self.source()
        self.assertIn("no such folder", self.refused(20, "build", self.folder / "nergens", "-o", self.folder / "x"))
        self.refused(20, "build", taken, "-o", self.folder / "x")
        self.refused(20, "build", source, "-o", taken / "my.lkp")
        self.refused(20, "schema", taken / "schemas")
        self.refused(20, "schema", taken)
        self.refused(10, "init", taken)
        self.refused(20, "init", taken / "nieuw")
        self.refused(20, "export", taken / "nieuw")
        self.refused(21, "map", "-o", self.folder)
        self.refused(21, "search", "raad", "--pack", self.folder)

    def test_a_damaged_pack_gives_an_error_and_no_half_answer(self):
        text = "".join(f"Woord{i} " for i in range(3000))
        pack = self.built(a=f"---\ntitle: Aardappel\n---\n{text}\n")
        content = bytearray(pack.read_bytes())
        at = int.from_bytes(content[24:32], "little") - 3000  # in the last pages, which hold the body
        content[at] ^= 0xFF
        pack.write_bytes(content)
        self.refused(33, "verify", pack)
        self.refused(33, "show", "a", "--pack", pack)
        self.refused(33, "search", "aardappel", "--pack", pack)

    def test_a_pack_that_shrinks_during_a_command_ends_no_program_by_a_signal(self):
        whole = self.built(a="---\ntitle: Aardappel\n---\nTekst\n").read_bytes()
        pack = self.folder / "shrinking.lkp"
        for milliseconds in range(12):
            pack.write_bytes(whole)
            command = subprocess.Popen([BIN, "verify", pack], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(milliseconds / 1000)
            os.truncate(pack, 100)
            # 0: the program read the whole file before; 20: during reading; 32: the program found 100 bytes.
            self.assertIn(command.wait(timeout=60), (0, 20, 32))

    def test_a_pack_that_is_no_ordinary_file_is_refused(self):
        pipe = self.folder / "pipe"
        os.mkfifo(pipe)
        self.refused(21, "verify", pipe)
        self.refused(21, "verify", "/dev/zero")

    @unittest.skipIf(os.environ.get("LANDKAART_SANITIZED"), "a sanitizer reserves terabytes of address space")
    def test_too_little_memory_is_an_error(self):
        pack = self.folder / "large.lkp"
        with pack.open("wb") as file:
            file.truncate(1 << 36)
        done = run("verify", pack, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (1 << 32, 1 << 32)))
        self.assertEqual((done.returncode, done.stdout, done.stderr), (14, "", "landkaart: too little memory\n"))

    def test_a_query_that_excludes_a_word_needs_two_hyphens_before_it(self):
        pack = self.built(a="---\ntitle: Tuin\n---\nBoom\n", b="---\ntitle: Tuin\n---\nSloot\n")
        found = self.ask_json("search", "--pack", pack, "--", "tuin", "-sloot")
        self.assertEqual([hit["id"] for hit in found["hits"]], ["a"])
        self.assertIn("--", self.refused(2, "search", "tuin", "-sloot"))
        self.assertIn("search -- regels -raad", self.ask("search", "--help"))

    def test_numbers_out_of_range_are_wrong_usage(self):
        for wrong in (["search", "x", "--limit", "-1"], ["search", "x", "--limit", "veel"],
                      ["work-forms", "--group-size", "-3"], ["work-forms", "--group-size", "0"],
                      ["work-forms", "--max-minutes", "0"], ["work-forms", "--difficulty", "4"],
                      ["build", "a", "-o", "b", "--jobs", "-1"]):
            with self.subTest(wrong):
                self.assertIn(wrong[-2], self.refused(2, *wrong))

    def test_a_query_that_is_not_utf8_is_answered_in_json(self):
        done = subprocess.run([BIN, "search", "--json", b"raad \xff"], capture_output=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(json.loads(done.stdout)["hits"])

    def test_no_output_has_control_characters(self):
        nasty = "a\\e[31m\\a\\x7f\\x9b2J\\u0085"
        source = self.source("", a=f'---\ntitle: A\nsources: ["{nasty}"]\nx-a: "{nasty}"\n---\nTekst\n')
        pack = self.folder / "my.lkp"
        self.ask("build", source, "-o", pack)
        for command in (["info", pack], ["info", pack, "--json"], ["list", "--pack", pack],
                        ["search", "tekst", "--pack", pack], ["search", "tekst", "--pack", pack, "--json"],
                        *(["show", "a", "--pack", pack, "--format", form] for form in
                          ("text", "markdown", "html", "json"))):
            with self.subTest(command):
                self.assertNotRegex(self.ask(*command), CONTROL)
        shown = json.loads(self.ask("show", "a", "--pack", pack, "--format", "json"))
        self.assertEqual(shown["x-a"], "a\x1b[31m\a\x7f\x9b2J\x85")
        self.assertNotRegex(self.refused(12, "show", "\x1b[31m"), CONTROL)

    def test_a_mistake_has_no_control_characters(self):
        source = self.source(a='---\ntitle: A\n"k\\e[31m": 1\n---\n')
        message = self.refused(50, "build", source, "-o", self.folder / "my.lkp")
        self.assertIn('"k[31m" is not a key', message)
        self.assertNotRegex(message, CONTROL)

    def test_mistakes_are_printed_after_the_progress_bar_is_erased(self):
        source = self.source(a="---\ntitel: A\n---\n")
        shown = on_terminal("build", source, "-o", self.folder / "my.lkp")
        self.assertIn("reading", shown)
        self.assertIn("\r\x1b[Karticles/a.md:2:1: ", shown)

    def test_notes_are_printed_on_stderr(self):
        source = self.source()
        (source / "articles/a.jsonl").write_text('{"id": "a", "title": "A", "body": "[b](b.html)"}\n')
        done = run("build", source, "-o", self.folder / "my.lkp")
        self.assertEqual(done.returncode, 0)
        self.assertEqual(done.stderr, 'note: articles/a.jsonl:1: the relative link "b.html" became plain text, '
                                      "because it has no target in the pack (line 1 of the body) [LK-T011]\n")

    def test_the_number_of_mistakes_is_printed_in_singular_and_plural(self):
        one = self.refused(50, "build", self.source(a="---\ntitle: A\nkleur: rood\n---\n"), "-o", self.folder / "x")
        self.assertIn("landkaart: 1 mistake; nothing was written\n", one)
        two = self.refused(50, "build", self.source(b="Geen\n"), "-o", self.folder / "x")
        self.assertIn("landkaart: 2 mistakes; nothing was written\n", two)


if __name__ == "__main__":
    unittest.main()
