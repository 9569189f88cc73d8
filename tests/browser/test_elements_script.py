# SPDX-License-Identifier: EUPL-1.2
"""The script of the elements: small, and what its sources give."""

import gzip
import pathlib
import shutil
import subprocess
import unittest

from browser import FOLDER

SOURCE = pathlib.Path(__file__).parents[2] / "bindings"
SCRIPT = pathlib.Path("python/landkaart/web/static/landkaart.js")
MOST = 12_000  # bytes when compressed; a host has 25,000 to spare


def npm(*arguments) -> None:
    ran = subprocess.run(["npm", *arguments], cwd=FOLDER / "bindings/web", capture_output=True, text=True, timeout=300)
    if ran.returncode:
        raise AssertionError(f"npm {' '.join(arguments)}: {ran.stdout}{ran.stderr}"[-2000:])


class ElementScript(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        """A copy of the sources, with the tools of the lock file; these are kept while the lock file is the same."""
        here, there = SOURCE / "web", FOLDER / "bindings/web"
        installed = there / "node_modules/.package-lock.json"
        lock = (here / "package-lock.json").read_bytes()
        fresh = installed.exists() and (there / "package-lock.json").read_bytes() == lock
        shutil.rmtree(there / "src", ignore_errors=True)
        shutil.copytree(here, there, dirs_exist_ok=True, ignore=shutil.ignore_patterns("node_modules"))
        if not fresh:
            npm("ci", "--ignore-scripts", "--no-audit", "--no-fund")

    def test_is_what_its_sources_give(self):
        npm("run", "build")
        built = (FOLDER / "bindings" / SCRIPT).read_text(encoding="utf-8")
        self.assertEqual(
            (SOURCE / SCRIPT).read_text(encoding="utf-8"), built, "bindings/web/README.md says how to build"
        )

    def test_holds_to_its_types(self):
        npm("run", "check")

    def test_is_small(self):
        size = len(gzip.compress((SOURCE / SCRIPT).read_bytes(), 9))
        print(f"landkaart.js: {size} bytes compressed")
        self.assertLessEqual(size, MOST)


if __name__ == "__main__":
    unittest.main()
