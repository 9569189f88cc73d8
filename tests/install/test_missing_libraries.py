# SPDX-License-Identifier: EUPL-1.2
"""Where libraries are missing, one message names them all and says how to get them."""
import os
import subprocess
import tempfile
import unittest

SOURCE = os.environ["LANDKAART_SOURCE"]


def configure(*options):
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            ["cmake", "-S", SOURCE, "-B", folder, *options], text=True, capture_output=True, timeout=120,
            env={**os.environ, "PKG_CONFIG_LIBDIR": "/nowhere", "PKG_CONFIG_PATH": ""})
    return done.returncode, " ".join(done.stderr.split())


class MissingLibraries(unittest.TestCase):
    def test_are_named_together_with_the_packages_that_have_them(self):
        status, said = configure("-DCMAKE_DISABLE_FIND_PACKAGE_ZLIB=ON", "-DCMAKE_DISABLE_FIND_PACKAGE_pybind11=ON")
        self.assertNotEqual(status, 0)
        self.assertEqual(said.count("Landkaart needs libraries that were not found"), 1)
        self.assertIn("zlib, libsodium, libdeflate, md4c, pybind11 2.10.", said)
        self.assertIn("sudo apt-get install zlib1g-dev libsodium-dev libdeflate-dev libmd4c-dev pybind11-dev", said)

    def test_are_not_asked_for_by_who_only_reads(self):
        status, said = configure("-DLANDKAART_COMPILER=OFF", "-DLANDKAART_CLI=OFF", "-DLANDKAART_PYTHON=OFF",
                                 "-DLANDKAART_TESTS=OFF")
        self.assertEqual((status, said), (0, ""))


if __name__ == "__main__":
    unittest.main()
