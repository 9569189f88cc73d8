# SPDX-License-Identifier: EUPL-1.2
"""Rules for every file: a licence line at the top, no name of a download host, a maximum length.

Also two rules for constants, because both mistakes compile and link. No two headers have a constant
of the same name: one could then read bytes with the constant of the other. No source file has a
constant with the name of a constant in a header: the sources of a folder are compiled together, so
another source that means the constant of the header would get this one.
"""

import re
import unittest
from collections import Counter

import checkout

SOURCE = re.compile(r"(.*/)?([^/]+\.(h|c|cpp|py|sh|cmake)|CMakeLists\.txt|Makefile)")
CPP = re.compile(r".*\.(h|c|cpp)")
LICENCE = re.compile(r"(//|#) SPDX-License-Identifier: EUPL-1\.2")
SHARED_CONSTANT = re.compile(r"^inline constexpr [^={]*?\b(k[A-Z]\w*)\b", re.MULTILINE)
OWN_CONSTANT = re.compile(
    r"^(?:static )?constexpr [^={;]*?\b(k[A-Z]\w*)(?:\[[^\]]*\])?\s*[={]", re.MULTILINE
)
MOST_LINES = 500
# Hosts of package registries. Builds get packages through the settings of package clients instead.
# The parts are joined at run time, so that this file does not contain the names.
HOSTS = [
    ".".join(parts).encode()
    for parts in (
        ("pypi", "org"),
        ("files", "pythonhosted", "org"),
        ("registry", "npmjs", "org"),
        ("deb", "debian", "org"),
        ("crates", "io"),
        ("repo", "maven", "apache", "org"),
        ("repo1", "maven", "org"),
        ("proxy", "golang", "org"),
    )
]


def has_licence_line(source: str) -> bool:
    lines = source.splitlines()
    first = lines[1:2] if source.startswith("#!") else lines[:1]
    return any(map(LICENCE.fullmatch, first))


def hosts_named(content: bytes) -> list[str]:
    return [host.decode() for host in HOSTS if host in content.lower()]


def too_long(source: str) -> bool:
    return len(source.splitlines()) > MOST_LINES


def constants_twice(headers: list[str]) -> list[str]:
    constants = Counter(name for header in headers for name in SHARED_CONSTANT.findall(header))
    return [name for name, times in constants.items() if times > 1]


def hiding_constants(headers: list[str], sources: dict[str, str]) -> list[str]:
    """The constants of sources that have the name of a constant in a header, as path: name."""
    shared = {name for header in headers for name in SHARED_CONSTANT.findall(header)}
    return [
        f"{path}: {name}"
        for path, source in sources.items()
        for name in OWN_CONSTANT.findall(source)
        if name in shared
    ]


class TheCheckout(unittest.TestCase):
    def assert_none(self, mistakes: list[str]):
        self.assertFalse(mistakes, "\n" + "\n".join(mistakes))

    def test_every_source_begins_with_a_licence_line(self):
        sources = [path for path in checkout.files() if SOURCE.fullmatch(path)]
        self.assertTrue(sources, "no source file was found")
        self.assert_none([path for path in sources if not has_licence_line(checkout.text(path))])

    def test_no_file_names_a_download_host(self):
        contents = ((path, (checkout.TOP / path).read_bytes()) for path in checkout.files())
        self.assert_none(
            [f"{path}: {host}" for path, data in contents for host in hosts_named(data)]
        )

    def test_no_cpp_file_is_too_long(self):
        sources = filter(CPP.fullmatch, checkout.files())
        self.assert_none([path for path in sources if too_long(checkout.text(path))])

    def test_no_two_headers_have_a_constant_of_the_same_name(self):
        headers = [path for path in checkout.files() if path.endswith(".h")]
        self.assert_none(constants_twice([checkout.text(path) for path in headers]))

    def test_no_source_hides_a_constant_of_a_header(self):
        headers = [checkout.text(path) for path in checkout.files() if path.endswith(".h")]
        built = [path for path in checkout.files() if re.fullmatch(r"(?!tests/).*\.cpp", path)]
        sources = {path: checkout.text(path) for path in built}
        self.assert_none(hiding_constants(headers, sources))


class TheCheckItself(unittest.TestCase):
    def test_a_licence_line_is_first_or_follows_the_shebang(self):
        self.assertTrue(has_licence_line("// SPDX-License-Identifier: EUPL-1.2\nint x;\n"))
        self.assertTrue(has_licence_line("#!/bin/sh\n# SPDX-License-Identifier: EUPL-1.2\n"))

    def test_a_wrong_late_or_missing_licence_line_is_found(self):
        for source in (
            "",
            "#!/bin/sh\n",
            "int x;\n",
            "// SPDX-License-Identifier: MIT\n",
            "\n// SPDX-License-Identifier: EUPL-1.2\n",
        ):
            with self.subTest(source):
                self.assertFalse(has_licence_line(source))

    def test_a_host_is_found_inside_an_address_in_any_case(self):
        address = b"https://static." + b".".join([b"Crates", b"IO"]) + b"/x"
        self.assertEqual(len(hosts_named(address)), 1)
        self.assertEqual(hosts_named(b"https://example.org"), [])

    def test_a_file_of_501_lines_is_found(self):
        self.assertFalse(too_long("x\n" * MOST_LINES))
        self.assertTrue(too_long("x\n" * (MOST_LINES + 1)))

    def test_a_constant_in_two_headers_is_found(self):
        number = "inline constexpr std::uint32_t kNone = 0;\n"
        place = "inline constexpr std::size_t kNone{9};\ninline constexpr int kMost = kLeast;\n"
        self.assertEqual(constants_twice([number, place]), ["kNone"])
        self.assertEqual(constants_twice([number, "inline constexpr int kLeast = kNone;\n"]), [])

    def test_a_constant_that_hides_one_of_a_header_is_found(self):
        header = ["inline constexpr double kLineHeight = 1.12;\ninline constexpr int kOther = 1;\n"]
        sources = {"a.cpp": "constexpr std::array<int, kOther> kLineHeight = {1};\n"}
        self.assertEqual(hiding_constants(header, sources), ["a.cpp: kLineHeight"])

    def test_each_kind_of_source_file_is_checked(self):
        for path in "a.h core/a.cpp x/a.py a.sh cmake/a.cmake CMakeLists.txt x/Makefile".split():
            self.assertTrue(SOURCE.fullmatch(path), path)


if __name__ == "__main__":
    unittest.main()
