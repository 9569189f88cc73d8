# SPDX-License-Identifier: EUPL-1.2
"""When libraries are missing, one message names all of them and the packages that have them."""
import os
import tempfile
import unittest

from commands import attempt

SOURCE = os.environ["LANDKAART_SOURCE"]


def configure(*options):
    with tempfile.TemporaryDirectory() as folder:
        done = attempt("cmake", "-S", SOURCE, "-B", folder, *options, timeout=120,
                       env={**os.environ, "PKG_CONFIG_LIBDIR": "/nowhere", "PKG_CONFIG_PATH": ""})
    return done.returncode, " ".join(done.stderr.split())


class MissingLibraries(unittest.TestCase):
    def test_one_message_names_all_libraries_and_their_packages(self):
        status, message = configure("-DCMAKE_DISABLE_FIND_PACKAGE_ZLIB=ON", "-DCMAKE_DISABLE_FIND_PACKAGE_pybind11=ON")
        self.assertNotEqual(status, 0)
        self.assertEqual(message.count("Landkaart needs libraries that were not found"), 1)
        self.assertIn("zlib, libsodium, libdeflate, md4c, pybind11 2.10.", message)
        self.assertIn("sudo apt-get install zlib1g-dev libsodium-dev libdeflate-dev libmd4c-dev pybind11-dev", message)

    def test_a_reader_only_build_needs_none_of_them(self):
        self.assertEqual(configure("-DLANDKAART_READER_ONLY=ON"), (0, ""))


if __name__ == "__main__":
    unittest.main()
