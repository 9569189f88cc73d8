# SPDX-License-Identifier: EUPL-1.2
"""Building packs, errors and their exit status, and output on a terminal."""
import subprocess

from program import BIN, ProgramTest, on_terminal, run

COMMANDS = ("info", "list", "show", "search", "work-forms", "route", "map", "init", "build", "lint", "verify", "export",
            "schema", "completion")


class Making(ProgramTest):
    def test_a_built_pack_verifies_and_its_export_builds_the_same_bytes(self):
        pack = self.starter()
        self.assertIn("verified: ", self.ask("verify", pack))
        self.ask("export", self.folder / "again", "--pack", pack)
        self.ask("build", self.folder / "again", "-o", self.folder / "again.lkp", "--jobs", "2")
        self.assertEqual((self.folder / "again.lkp").read_bytes(), pack.read_bytes())

    def test_without_positions_a_pack_is_smaller(self):
        pack = self.starter()
        self.ask("build", self.folder / "starter", "-o", self.folder / "small.lkp", "--without-positions")
        self.assertLess((self.folder / "small.lkp").stat().st_size, pack.stat().st_size)
        self.assertTrue(self.ask_json("search", "kring", "--pack", self.folder / "small.lkp")["hits"])

    def test_mistakes_are_listed_and_nothing_is_written(self):
        self.ask("init", self.folder / "starter")
        (self.folder / "starter/topics/fout.md").write_text("---\ntitel: X\n---\n<b>vet</b>\n")
        message = self.refused(50, "build", self.folder / "starter", "-o", self.folder / "out.lkp")
        self.assertIn('topics/fout.md:2:1: "titel" is not a key of an item of the kind topic; did you mean title?', message)
        self.assertIn("topics/fout.md:4:1: raw HTML is not allowed: <b>", message)
        self.assertIn('topics/fout.md:2:1: "title" is missing', message)
        self.assertIn("nothing was written", message)
        self.assertFalse((self.folder / "out.lkp").exists())

    def test_nothing_is_overwritten_by_init_and_export(self):
        (self.folder / "werk.txt").write_text("mijn werk")
        self.refused(10, "init", self.folder)
        self.refused(10, "export", self.folder)
        self.assertEqual((self.folder / "werk.txt").read_text(), "mijn werk")


class Refusals(ProgramTest):
    def test_an_unknown_id_is_not_found(self):
        self.assertIn('there is no item "wv-trojka"', self.refused(12, "show", "wv-trojka"))
        self.assertIn("there is no obstacle", self.refused(12, "route", "wv-troika"))

    def test_a_wrong_value_is_answered_with_the_allowed_values(self):
        self.assertIn("theme, topic, obstacle", self.refused(10, "list", "--kind", "thema"))
        self.assertIn("learn-together", self.refused(10, "work-forms", "--purpose", "leren"))

    def test_wrong_usage_refers_to_help(self):
        self.assertIn('there is no command "zoek"', self.refused(2, "zoek", "raad"))
        for wrong in ([], ["show"], ["search"], ["list", "--kleur"], ["show", "x", "--format", "pdf"],
                      ["work-forms", "--group-size", "acht"], ["search", "x", "--limit", "-1"]):
            self.assertIn("--help", self.refused(2, *wrong))

    def test_a_file_that_is_no_pack_is_refused(self):
        (self.folder / "leeg.lkp").touch()
        (self.folder / "tekst.lkp").write_text("geen pack")
        self.refused(20, "info", self.folder / "nergens.lkp")
        self.refused(21, "info", self.folder)
        self.refused(30, "info", self.folder / "leeg.lkp")
        self.refused(30, "search", "raad", "--pack", self.folder / "tekst.lkp")

    def test_an_output_that_cannot_be_written_is_an_error(self):
        self.ask("init", self.folder / "starter")
        self.refused(20, "build", self.folder / "starter", "-o", self.folder / "geen/map/uit.lkp")
        self.refused(21, "build", self.folder / "starter", "-o", self.folder / "starter")
        self.refused(20, "map", "-o", self.folder / "geen/map/kaart.geojson")


class Behaviour(ProgramTest):
    def test_help_and_version_go_to_stdout(self):
        self.assertRegex(self.ask("--version"), r"^landkaart \d+\.\d+\.\d+\n$")
        help_text = self.ask("--help")
        for command in COMMANDS:
            self.assertIn(command, help_text)
            self.assertIn("--help", self.ask(command, "--help"))

    def test_progress_is_shown_on_a_terminal_only(self):
        self.ask("init", self.folder / "starter")
        command = [BIN, "build", str(self.folder / "starter"), "-o", str(self.folder / "out.lkp")]
        self.assertEqual(subprocess.run(command, capture_output=True).stderr, b"")
        shown = on_terminal(*command[1:])
        self.assertIn("reading", shown)
        self.assertTrue(shown.endswith("\x1b[K"), "the bar is erased at the end")

    def test_texts_of_a_pack_cannot_send_commands_to_the_terminal(self):
        (self.folder / "source/topics").mkdir(parents=True)
        (self.folder / "source/pack.yaml").write_text(
            'id: spel\ntitle: "Spel\\e[31m"\nversion: 1.0.0\nlanguage: nl\npublisher: x\nlicence: CC0-1.0\n')
        (self.folder / "source/topics/a.md").write_text('---\ntitle: "Raad\\a\\x9b2J"\n---\nTekst.\n')
        message = self.refused(50, "build", self.folder / "source", "-o", self.folder / "spel.lkp")
        self.assertEqual(message.count("[LK-K034]"), 2)
        self.assertNotRegex(message, "[\x00-\x08\x0b-\x1f\x7f-\x9f]")

    def test_completion_scripts_complete_commands_and_options(self):
        script = self.ask("completion", "bash")
        subprocess.run(["bash", "-n"], input=script, text=True, check=True)
        ask = 'COMP_WORDS=(landkaart sea); COMP_CWORD=1; _landkaart; echo "${COMPREPLY[@]}"'
        completed = subprocess.run(["bash", "-c", script + ask], text=True, capture_output=True, check=True).stdout
        self.assertEqual(completed.strip(), "search")
        options = 'COMP_WORDS=(landkaart search --li); COMP_CWORD=2; _landkaart; echo "${COMPREPLY[@]}"'
        completed = subprocess.run(["bash", "-c", script + options], text=True, capture_output=True, check=True).stdout
        self.assertEqual(completed.strip(), "--limit")
        self.assertIn("complete -c landkaart", self.ask("completion", "fish"))
        self.assertIn("bashcompinit", self.ask("completion", "zsh"))

    def test_commands_of_the_python_package_are_listed_and_print_how_to_install_it(self):
        self.assertIn("preview", self.ask("--help"))
        for command in (("site", "my.lkp", "-o", "site"), ("preview", self.folder, "--port", "0")):
            self.assertIn("comes with the Python package", self.refused(2, *command))


if __name__ == "__main__":
    import unittest

    unittest.main()
