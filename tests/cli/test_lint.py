# SPDX-License-Identifier: EUPL-1.2
"""The output and exit status of lint, and the list of rules in docs/authoring.md."""
import json
import os
import pathlib
import re

from program import ProgramTest, run

DOCUMENT = pathlib.Path(os.environ["LANDKAART_SOURCE"]) / "docs" / "authoring.md"
PACK_YAML = """id: proef
title: Proef
version: 1.0.0
language: nl
publisher: Proef
licence: CC0-1.0
redirects: {oud: a}
positions: false
"""
LONG = "Dit " + "is " * 25 + "lang."
PASSIVE = "Dat wordt morgen gedaan. " * 8
# Items that break every rule at least once.
EVERY_RULE = {
    "articles/a.md": f"title: A\nrelated: [a2, b, w]\n---\n{LONG} {LONG} {LONG}\n",
    "articles/a2.md": f"title: A\nrelated: [oud]\n---\n{LONG}\n\n![](asset:a.png) [hier](asset:a.webm)\n",
    "articles/b.md": f"title: Governance\nvalid-from: 2026-01-01\n---\n### B\n\n{PASSIVE}\n",
    "articles/c.md": "title: C\nvalid-from: 2026-06-16\nreview-by: 2026-06-14\n---\nNoot.[^1]\n\n[^1]: Tekst.\n",
    "work-forms/w.md": "title: W\npurpose: survive\ngroup-size: {min: 3, max: 9}\nminutes: {min: 20, max: 30}\n"
                       "difficulty: 1\nsteps:\n  - {title: Een, minutes: 10}\n---\n",
}


class Lint(ProgramTest):
    def source(self, **articles):
        for name in ("articles", "work-forms", "assets"):
            (self.folder / name).mkdir(exist_ok=True)
        (self.folder / "pack.yaml").write_text(PACK_YAML.replace("redirects: {oud: a}\npositions: false\n", ""))
        for name, text in articles.items():
            (self.folder / f"articles/{name}.md").write_text(f"---\n{text}")
        return self.folder

    def test_nothing_is_printed_without_mistakes_and_findings(self):
        self.ask("init", self.folder / "starter")
        self.assertEqual(self.ask("lint", "--strict", self.folder / "starter"), "")

    def test_findings_change_the_status_only_when_strict(self):
        line = ('articles/a.md:4:2: "hier" does not say where this link leads; write a text that names the target, '
                "such as its title [LK-E013 link-text]\n")
        folder = self.source(a="title: A\n---\n[hier](https://a.example)\n")
        self.assertEqual(self.ask("lint", folder), line)
        done = run("lint", "--strict", folder)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (51, line, ""))

    def test_mistakes_and_findings_are_sorted_together_by_line(self):
        folder = self.source(a="title: A\nkleur: rood\n---\n[hier](https://a.example)\n[weg](item:weg)\n")
        done = run("lint", folder)
        self.assertEqual(done.returncode, 50)
        self.assertEqual(re.findall(r"^articles/a.md:(\d+)", done.stdout, re.MULTILINE), ["3", "5", "6"])

    def test_json_is_printed_also_when_the_status_is_not_0(self):
        done = run("lint", "--json", "--strict", self.source(a="titel: A\n---\n[hier](https://a.example)\n"))
        answer = json.loads(done.stdout)
        self.assertEqual((done.returncode, done.stderr), (50, ""))
        self.assertEqual([mistake["line"] for mistake in answer["mistakes"]], [2, 2])
        self.assertEqual([finding["rule"] for finding in answer["findings"]], ["link-text"])

    def test_a_strict_build_writes_nothing(self):
        folder = self.source(a="title: A\nreview-by: 2026-06-15\n---\n")
        pack = self.folder / "my.lkp"
        message = self.refused(51, "build", "--strict", folder, "-o", pack, "--today", "2026-06-16")
        self.assertIn("articles/a.md:3:12: ", message)
        self.assertIn("landkaart: 1 finding; nothing was written\n", message)
        self.assertFalse(pack.exists())
        self.ask("build", "--strict", folder, "-o", pack, "--today", "2026-06-15")
        strict = pack.read_bytes()
        self.ask("build", folder, "-o", pack)
        self.assertEqual(strict, pack.read_bytes())

    def test_a_today_that_is_not_a_date_is_refused(self):
        self.assertIn("YYYY-MM-DD", self.refused(10, "lint", self.source(), "--today", "gisteren"))
        self.assertIn("February 2026 has no day 30", self.refused(10, "lint", self.source(), "--today", "2026-02-30"))

    def test_the_document_names_every_rule(self):
        self.source()
        (self.folder / "pack.yaml").write_text(PACK_YAML)
        for name in ("assets/a.png", "assets/a.webm", "assets/b.png", "plan.txt"):
            (self.folder / name).touch()
        lines = "".join(f'{{"id": "many-{i}", "title": "M"}}\n' for i in range(1000))
        (self.folder / "articles" / "many.jsonl").write_text(lines)
        for name, text in EVERY_RULE.items():
            (self.folder / name).write_text(f"---\n{text}")
        answer = json.loads(self.ask("lint", "--json", "--future", "--today", "2026-06-15", self.folder))
        section = DOCUMENT.read_text(encoding="utf-8").split("## Lint")[1]
        documented = re.findall(r"^\| `([a-z-]+)` \|", section, re.MULTILINE)
        self.assertEqual(answer["mistakes"], [])
        self.assertEqual({finding["rule"] for finding in answer["findings"]}, set(documented))


if __name__ == "__main__":
    import unittest

    unittest.main()
