# SPDX-License-Identifier: EUPL-1.2
"""A project that only reads packs builds the library itself, as static and as shared library.

All tests use one build folder, so that each source of the library is compiled once. The folder is
kept between runs.
"""
import os
import pathlib
import shutil
import sys
import tempfile
import unittest

from commands import HERE, attempt, pkg_config, run

SOURCE = os.environ["LANDKAART_SOURCE"]
PACK = os.environ["LANDKAART_PACK"]
BUILD = pathlib.Path(os.environ["LANDKAART_READER_BUILD"])
SYMBOLS = HERE / "exported_symbols.txt"
ELF = sys.platform.startswith("linux")


def configure(folder, origin, *options):
    return run("cmake", "-S", HERE / "reader", "-B", folder, f"-DLANDKAART_FROM={origin}",
               f"-DLANDKAART_SOURCE={SOURCE}", "-DCMAKE_BUILD_TYPE=None", *options)


def build(origin, shared=False, install=False, target="reader"):
    switch = {True: "ON", False: "OFF"}
    configure(BUILD, origin, "-DLANDKAART_READER_ONLY=ON", f"-DBUILD_SHARED_LIBS={switch[shared]}",
              f"-DLANDKAART_INSTALL={switch[install]}")
    run("cmake", "--build", BUILD, "--parallel", "2", "--target", target)


def dynamic_symbols(library):
    """The names that a shared library exports, demangled and sorted."""
    lines = run("nm", "--dynamic", "--defined-only", "--demangle", "--format=posix", library).splitlines()
    # A line is "<name> <type> <value> <size>", and a demangled name has spaces.
    return sorted({line.rsplit(" ", 3)[0] for line in lines})


def listed_symbols():
    return [line for line in SYMBOLS.read_text("utf-8").splitlines() if line and not line.startswith("#")]


class ReaderOnly(unittest.TestCase):
    def assert_it_reads(self, program, **environment):
        lines = run(program, PACK, env={**os.environ, **environment}).splitlines()
        self.assertEqual(len(lines), 3)
        self.assertTrue(lines[0] and lines[1])
        self.assertEqual(lines[2], "io", "the program catches the Error that the library throws")

    def test_fetch_content_builds_a_static_library_and_installs_nothing(self):
        build("fetch")
        self.assert_it_reads(BUILD / "reader")
        with tempfile.TemporaryDirectory() as prefix:
            run("cmake", "--install", BUILD, "--prefix", prefix)
            self.assertEqual(list(pathlib.Path(prefix).iterdir()), [])

    def test_add_subdirectory_builds_only_what_the_program_links(self):
        build("subdirectory", target="all")
        self.assert_it_reads(BUILD / "reader")

    def test_shared_library_works_within_the_build_and_after_a_move(self):
        build("fetch", shared=True, install=True, target="all")
        self.assert_it_reads(BUILD / "reader")
        with tempfile.TemporaryDirectory() as folder:
            first, moved = pathlib.Path(folder, "first"), pathlib.Path(folder, "moved")
            run("cmake", "--install", BUILD, "--prefix", first)
            shutil.move(first, moved)
            self.check_cmake(moved)
            self.check_missing_component(moved)
            self.check_pkg_config(moved)

    def check_cmake(self, prefix):
        with tempfile.TemporaryDirectory() as folder:
            configure(folder, "installed", f"-DCMAKE_PREFIX_PATH={prefix}")
            run("cmake", "--build", folder)
            self.assert_it_reads(f"{folder}/reader")

    def check_missing_component(self, prefix):
        with tempfile.TemporaryDirectory() as folder:
            done = attempt("cmake", "-S", HERE / "reader", "-B", folder, "-DLANDKAART_FROM=installed",
                           "-Dcomponents=compiler", f"-DCMAKE_PREFIX_PATH={prefix}")
            self.assertNotEqual(done.returncode, 0)
            self.assertIn('The component "compiler" of landkaart is not in this installation, which has: core.',
                          " ".join(done.stderr.split()))

    def check_pkg_config(self, prefix):
        flags = pkg_config(prefix, "landkaart")
        self.assertNotIn("-lz", flags, "the shared library links zlib itself")
        self.assertIn("-lz", pkg_config(prefix, "--static", "landkaart"))
        with tempfile.TemporaryDirectory() as folder:
            run("c++", "-std=c++20", HERE / "reader/reader.cpp", "-o", f"{folder}/reader", *flags)
            library = next(prefix.rglob("liblandkaart.*"))
            self.assert_it_reads(f"{folder}/reader", LD_LIBRARY_PATH=str(library.parent))

    @unittest.skipUnless(ELF, "nm reads dynamic symbols of ELF files only")
    def test_shared_library_exports_the_listed_symbols_only(self):
        build("fetch", shared=True, install=True, target="all")
        exported = dynamic_symbols(next(BUILD.rglob("liblandkaart.so")))
        if "LANDKAART_UPDATE_SYMBOLS" in os.environ:
            comments = [line for line in SYMBOLS.read_text("utf-8").splitlines() if line.startswith("#")]
            SYMBOLS.write_text("\n".join([*comments, *exported]) + "\n", "utf-8")
        listed = listed_symbols()
        self.assertGreater(len(listed), 50, "the list is not empty")
        self.assertEqual(listed, sorted(set(listed)), "the list is sorted, each symbol once")
        advice = f"\nThe head of {SYMBOLS.name} says how to update the list."
        self.assertEqual([name for name in exported if name not in listed], [], "exported and not listed" + advice)
        self.assertEqual([name for name in listed if name not in exported], [], "listed and not exported" + advice)

    def test_every_listed_symbol_is_public(self):
        for name in listed_symbols():
            with self.subTest(name):
                self.assertRegex(name, r"^((typeinfo|typeinfo name|vtable) for )?landkaart::v0::")
                self.assertNotIn("nlohmann", name)


if __name__ == "__main__":
    unittest.main()
