# SPDX-License-Identifier: EUPL-1.2
"""The script of the custom elements: its size, its types, and that it was built from its sources."""

import gzip
import pathlib
import shutil
import subprocess
import unittest

from browser import FOLDER

SOURCE = pathlib.Path(__file__).parents[2] / "bindings"
SCRIPT = pathlib.Path("python/landkaart/web/static/landkaart.js")
MOST = 12_000  # bytes, compressed


def npm(*arguments) -> None:
    ran = subprocess.run(["npm", *arguments], cwd=FOLDER / "bindings/web", capture_output=True, text=True, timeout=300)
    if ran.returncode:
        raise AssertionError(f"npm {' '.join(arguments)}: {ran.stdout}{ran.stderr}"[-2000:])


class ElementScript(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        """A copy of the sources with the build tools, which are installed again only when the lock file changes."""
        here, there = SOURCE / "web", FOLDER / "bindings/web"
        installed = there / "node_modules/.package-lock.json"
        lock = (here / "package-lock.json").read_bytes()
        fresh = installed.exists() and (there / "package-lock.json").read_bytes() == lock
        shutil.rmtree(there / "src", ignore_errors=True)
        shutil.copytree(here, there, dirs_exist_ok=True, ignore=shutil.ignore_patterns("node_modules"))
        if not fresh:
            npm("ci", "--ignore-scripts", "--no-audit", "--no-fund")

    def test_equals_a_new_build_of_its_sources(self):
        npm("run", "build")
        built = (FOLDER / "bindings" / SCRIPT).read_text(encoding="utf-8")
        self.assertEqual(
            (SOURCE / SCRIPT).read_text(encoding="utf-8"), built, "bindings/web/README.md says how to build"
        )

    def test_passes_the_type_check(self):
        npm("run", "check")

    def test_is_at_most_12000_bytes_compressed(self):
        size = len(gzip.compress((SOURCE / SCRIPT).read_bytes(), 9))
        print(f"landkaart.js: {size} bytes compressed")
        self.assertLessEqual(size, MOST)


if __name__ == "__main__":
    unittest.main()
