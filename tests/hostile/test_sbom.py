# SPDX-License-Identifier: EUPL-1.2
"""The software bill of materials of the build names each linked library with its version."""

import json
import os
import re
import subprocess
import unittest
from pathlib import Path

BUILD = Path(os.environ["LANDKAART_BUILD"])
PROGRAM = os.environ["LANDKAART_BIN"]
# Libraries of the C++ compiler and of the operating system, which every program links.
OF_THE_SYSTEM = {"stdc++", "m", "gcc_s", "c", "pthread", "ld-linux-x86-64", "asan", "ubsan", "tsan"}


class TheBillOfMaterials(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.bom = json.loads((BUILD / "landkaart.cdx.json").read_text(encoding="utf-8"))

    def test_it_has_the_fields_that_cyclonedx_requires(self):
        self.assertEqual(("CycloneDX", "1.5"), (self.bom["bomFormat"], self.bom["specVersion"]))
        self.assertRegex(
            self.bom["serialNumber"], r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
        )
        self.assertEqual(1, self.bom["version"])
        for component in (self.bom["metadata"]["component"], *self.bom["components"]):
            with self.subTest(component["name"]):
                self.assertIn(component["type"], ("library", "application"))
                self.assertRegex(component["version"], r"\d+(\.\d+)+")
                self.assertTrue(component["licenses"][0]["license"]["id"])

    def test_the_dependencies_are_components(self):
        references = {component["bom-ref"] for component in self.bom["components"]}
        (dependencies,) = self.bom["dependencies"]
        self.assertEqual(self.bom["metadata"]["component"]["bom-ref"], dependencies["ref"])
        self.assertEqual(references, set(dependencies["dependsOn"]))

    def test_it_names_every_library_that_the_program_links(self):
        dynamic = subprocess.run(
            ["readelf", "-d", PROGRAM], capture_output=True, text=True, check=True
        ).stdout
        linked = set(re.findall(r"NEEDED.*\[(?:lib)?([\w+-]+?)\.so", dynamic)) - OF_THE_SYSTEM
        known = {re.sub(r"^lib", "", component["name"]) for component in self.bom["components"]}
        self.assertEqual(set(), {"zlib" if name == "z" else name for name in linked} - known)


if __name__ == "__main__":
    unittest.main()
