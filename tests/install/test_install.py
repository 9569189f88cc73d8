# SPDX-License-Identifier: EUPL-1.2
"""A static installation with all components: other projects find it with CMake and with pkg-config."""
import os
import pathlib
import tempfile
import unittest

from commands import HERE, attempt, pkg_config, run

BUILD = os.environ["LANDKAART_BUILD"]
PREFIX = pathlib.Path(os.environ["LANDKAART_PREFIX"])


class StaticInstallation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        run("cmake", "--install", BUILD, "--prefix", PREFIX)

    def test_cmake_finds_all_components(self):
        with tempfile.TemporaryDirectory() as folder:
            run("cmake", "-S", HERE / "consumer", "-B", folder, f"-DCMAKE_PREFIX_PATH={PREFIX}",
                "-DCMAKE_BUILD_TYPE=None")
            run("cmake", "--build", folder)
            self.assertTrue(run(f"{folder}/consumer").strip())
            self.assertEqual(run(f"{folder}/packager", f"{folder}/new").strip(), "4")

    def test_pkg_config_finds_the_default_pack(self):
        with tempfile.TemporaryDirectory() as folder:
            run("c++", "-std=c++20", HERE / "consumer/consumer.cpp", "-o", f"{folder}/consumer",
                *pkg_config(PREFIX, "landkaart-cocreatie"))
            self.assertTrue(run(f"{folder}/consumer").strip())

    def test_pkg_config_finds_the_compiler(self):
        with tempfile.TemporaryDirectory() as folder:
            run("c++", "-std=c++20", HERE / "consumer/packager.cpp", "-o", f"{folder}/packager",
                *pkg_config(PREFIX, "landkaart-compiler"))
            self.assertEqual(run(f"{folder}/packager", f"{folder}/new").strip(), "4")

    def test_the_command_line_program_runs(self):
        self.assertIn("landkaart 0.", run(PREFIX / "bin/landkaart", "--version"))

    def test_compiling_before_cpp20_is_an_error_that_says_so(self):
        for header in sorted(path.name for path in (PREFIX / "include/landkaart").iterdir()):
            with self.subTest(header):
                done = attempt("c++", "-std=c++17", "-fsyntax-only", "-x", "c++", f"-I{PREFIX}/include",
                               "-include", f"landkaart/{header}", os.devnull)
                self.assertNotEqual(done.returncode, 0)
                self.assertIn("Landkaart requires C++20", done.stderr)


if __name__ == "__main__":
    unittest.main()
