# SPDX-License-Identifier: EUPL-1.2
"""After cmake --install, programs outside the tree find the library by CMake and by pkg-config."""
import os
import pathlib
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent
BUILD = os.environ["LANDKAART_BUILD"]
PREFIX = pathlib.Path(os.environ["LANDKAART_PREFIX"])


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], text=True, capture_output=True, **options)
    if done.returncode != 0:
        raise AssertionError(f"{command} gave {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return done.stdout


class Install(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        run("cmake", "--install", BUILD, "--prefix", PREFIX)
        config = next(PREFIX.rglob("landkaart.pc"))
        cls.environment = {**os.environ, "PKG_CONFIG_PATH": str(config.parent)}

    def test_cmake_finds_it(self):
        with tempfile.TemporaryDirectory() as folder:
            run("cmake", "-S", HERE / "consumer", "-B", folder, f"-DCMAKE_PREFIX_PATH={PREFIX}",
                "-DCMAKE_BUILD_TYPE=Release")
            run("cmake", "--build", folder)
            self.assertTrue(run(f"{folder}/consumer").strip())
            self.assertEqual(run(f"{folder}/packager", f"{folder}/new").strip(), "4")

    def test_pkg_config_finds_it(self):
        with tempfile.TemporaryDirectory() as folder:
            flags = run("pkg-config", "--cflags", "--libs", "landkaart-cocreatie", "landkaart",
                        env=self.environment)
            run("c++", "-std=c++20", HERE / "consumer/consumer.cpp", "-o", f"{folder}/consumer", *flags.split())
            self.assertTrue(run(f"{folder}/consumer").strip())

    def test_the_program_is_installed(self):
        self.assertIn("landkaart 0.", run(PREFIX / "bin/landkaart", "--version"))


if __name__ == "__main__":
    unittest.main()
