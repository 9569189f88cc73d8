# SPDX-License-Identifier: EUPL-1.2
"""The filter that turns the plain comments of public headers into those of Doxygen."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "docs/site"))

import doxygen_filter

HEAD = "// SPDX-License-Identifier: EUPL-1.2\n// Map, a drawing.\n#pragma once\n"


def filtered(source: str) -> str:
    return doxygen_filter.Filter(HEAD + source).filtered().split("#pragma once\n")[1]


class Comments(unittest.TestCase):
    def test_the_head_describes_the_file(self):
        head = doxygen_filter.Filter(HEAD).filtered()
        self.assertEqual("/// @file\n/// Map, a drawing.\n#pragma once\n", head)

    def test_a_block_before_a_declaration_describes_it(self):
        self.assertEqual("/// One.\n/// Two.\nint f();\n", filtered("// One.\n// Two.\nint f();\n"))

    def test_a_block_before_an_empty_line_stays_a_comment(self):
        self.assertEqual("// One.\n\nint f();\n", filtered("// One.\n\nint f();\n"))

    def test_a_comment_on_the_line_describes_the_declaration_and_goes_on_below_it(self):
        self.assertEqual(
            "  int x = 0; /**< first */\n             ///< second\n  /// Of y.\n  int y;\n",
            filtered("  int x = 0;  // first\n             // second\n  // Of y.\n  int y;\n"),
        )

    def test_each_of_several_names_gets_the_comment(self):
        self.assertEqual(
            "  int x = 0; /**< a place */   int y = 0; /**< a place */\n",
            filtered("  int x = 0, y = 0;  // a place\n"),
        )

    def test_comments_at_the_end_of_a_block_stay(self):
        self.assertEqual("}  // namespace x\n", filtered("}  // namespace x\n"))

    def test_code_after_the_namespace_is_left_out(self):
        self.assertEqual(
            "}  // namespace landkaart\n\n\n",
            filtered("}  // namespace landkaart\n\ntemplate <> struct std::hash<Item>;\n"),
        )

    def test_lines_keep_their_numbers(self):
        for header in Path(__file__).parents[2].glob("core/include/landkaart/*.h"):
            source = header.read_text(encoding="utf-8")
            with self.subTest(header.name):
                lines = doxygen_filter.Filter(source).filtered().count("\n")
                self.assertEqual(source.count("\n"), lines)


if __name__ == "__main__":
    unittest.main()
