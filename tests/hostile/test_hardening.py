# SPDX-License-Identifier: EUPL-1.2
"""The protections of the built files: the program, the Python module and the shared library.

Also the symbols of the library that reads packs: it prints nothing and ends no program.
"""

import os
import re
import subprocess
import unittest
from pathlib import Path

BUILD = Path(os.environ["LANDKAART_BUILD"])
PROGRAM = Path(os.environ["LANDKAART_BIN"])
OPTIMISED = os.environ["LANDKAART_CONFIG"] in ("Release", "RelWithDebInfo", "MinSizeRel")
HARDENED = os.environ["LANDKAART_HARDENING"] == "ON" and not os.environ["LANDKAART_SANITIZED"]
END_BRANCH = bytes.fromhex("f30f1efa")  # endbr64, a place that indirect jumps may reach

# Functions that print to the terminal or end the program. Writing to a file or a string is allowed.
FORBIDDEN = re.compile(
    r"(v?printf|puts|putchar|perror|syslog|abort|_?_?exit|_Exit|quick_exit|atexit|raise|kill"
    r"|v?f?printf_chk|__printf_chk|__vprintf_chk|stdout|stderr)"
    r"|std::(cout|cerr|clog|terminate\(\)|exit|abort).*"
)


def output(*command) -> str:
    """The output of a command that must succeed."""
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def dynamic_files() -> dict[str, Path]:
    modules = list((BUILD / "python/landkaart").glob("_landkaart*.so"))
    libraries = [path for path in BUILD.glob("core/liblandkaart.so*") if not path.is_symlink()]
    # A build without Python has no folder for the module.
    assert modules or not (BUILD / "python").exists(), "the Python module is not built"
    return {path.name: path for path in (PROGRAM, *modules, *libraries)}


def undefined_symbols(library: Path) -> list[str]:
    lines = output("nm", "--undefined-only", "--demangle", library).splitlines()
    return [line.split(" U ", 1)[1].strip() for line in lines if " U " in line]


@unittest.skipUnless(HARDENED, "LANDKAART_HARDENING is off, or the build has sanitizers")
class BuiltFiles(unittest.TestCase):
    def test_the_program_is_loaded_at_a_random_address(self):
        self.assertTrue(
            "Type:                              DYN" in output("readelf", "-h", PROGRAM),
            "Type:                              DYN",
        )
        self.assertTrue(
            re.search(r"FLAGS_1\).*\bPIE\b", output("readelf", "-d", PROGRAM)),
            "nothing matches " + r"FLAGS_1\).*\bPIE\b",
        )

    def test_the_table_of_addresses_is_read_only(self):
        for name, path in dynamic_files().items():
            with self.subTest(name):
                self.assertTrue("GNU_RELRO" in output("readelf", "-lW", path), "GNU_RELRO")
                self.assertTrue(
                    re.search(r"BIND_NOW|FLAGS_1\).*\bNOW\b", output("readelf", "-d", path)),
                    "nothing matches " + r"BIND_NOW|FLAGS_1\).*\bNOW\b",
                )

    def test_no_memory_is_both_writable_and_executable(self):
        for name, path in dynamic_files().items():
            with self.subTest(name):
                segments = output("readelf", "-lW", path)
                self.assertTrue(re.search(r"GNU_STACK.* RW ", segments), "the stack is executable")
                self.assertFalse(re.search(r"LOAD.* RWE ", segments), "a segment is executable")

    def test_functions_with_arrays_have_a_canary(self):
        for name, path in dynamic_files().items():
            with self.subTest(name):
                self.assertTrue(
                    "__stack_chk_fail" in output("readelf", "--dyn-syms", "-W", path),
                    "__stack_chk_fail",
                )

    @unittest.skipUnless(OPTIMISED, "the C library checks sizes in optimised builds only")
    def test_functions_of_the_c_library_check_sizes(self):
        for name, path in dynamic_files().items():
            with self.subTest(name):
                self.assertTrue(
                    re.search(r"__\w+_chk@", output("readelf", "--dyn-syms", "-W", path)),
                    "nothing matches " + r"__\w+_chk@",
                )

    @unittest.skipUnless(os.uname().machine == "x86_64", "only x86-64 has this instruction")
    def test_indirect_jumps_reach_marked_places_only(self):
        for name, path in dynamic_files().items():
            with self.subTest(name):
                self.assertGreater(path.read_bytes().count(END_BRANCH), 1000)


class TheReadingLibrary(unittest.TestCase):
    def test_it_prints_nothing_and_ends_no_program(self):
        for library in ("liblandkaart.a", "liblandkaart-update.a"):
            with self.subTest(library):
                symbols = undefined_symbols(BUILD / "core" / library)
                self.assertTrue(symbols, "nm found no symbols")
                self.assertEqual([], sorted({s for s in symbols if FORBIDDEN.fullmatch(s)}))


if __name__ == "__main__":
    unittest.main()
