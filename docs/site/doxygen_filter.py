#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Doxygen's input filter: prints a header with its comments in the form that Doxygen reads.

    doxygen_filter.py HEADER

Public headers have plain `//` comments. Doxygen reads `///` before a declaration and `///<` after
one. The filter changes comments only, and keeps every line where it is, so that the line numbers in
warnings are right.

- The comment at the head of the file becomes the description of the file.
- A block of comment lines directly before a declaration describes that declaration.
- A comment after a declaration on its line describes it. Comment lines that follow, and that are
  indented further than the declaration, continue it.
- A declaration of several names (`std::string id, title;`) becomes one declaration for each name,
  on the same line, because Doxygen gives a comment to the last name only.
"""

import re
import sys

COMMENT = re.compile(r"( *)//(?!/) ?(.*)")
TRAILING = re.compile(r"( *)(\S.*?)(?: +)// ?(.*)")
SEVERAL = re.compile(r"( *(?:[\w:]+(?:<[\w:<> ]*>)?) )(\w+(?: *= *[^,;{}()]+)?(?:, \w+(?: *= *[^,;{}()]+)?)+);")
NOT_DECLARED = re.compile(r" *(#|\}|namespace\b|public:|private:|$)")


def is_before_declaration(lines: list[str], at: int) -> bool:
    """Whether the block of comment lines that line `at` belongs to ends at a declaration."""
    while at < len(lines) and COMMENT.fullmatch(lines[at]):
        at += 1
    return at < len(lines) and not NOT_DECLARED.match(lines[at])


def separated(code: str) -> list[str]:
    """The declarations of each name of a declaration of several names."""
    several = SEVERAL.fullmatch(code)
    return [f"{several[1]}{name};" for name in several[2].split(", ")] if several else [code]


def with_comment(code: str, comment: str) -> str:
    return " ".join(f"{one} /**< {comment} */" for one in separated(code))


def filtered(source: str) -> str:
    lines = source.splitlines()
    out: list[str] = []
    deeper = None  # indentation of the declaration whose trailing comment may continue
    head = True
    for at, line in enumerate(lines):
        comment, trailing = COMMENT.fullmatch(line), TRAILING.fullmatch(line)
        if head and comment:
            out.append("/// @file" if "SPDX" in line else f"/// {comment[2]}")
            continue
        head = False
        if comment:
            if deeper is not None and len(comment[1]) > deeper + 2:
                out.append(f"{comment[1]}///< {comment[2]}")
            elif is_before_declaration(lines, at):
                out.append(f"{comment[1]}/// {comment[2]}")
            else:
                out.append(line)
            continue
        if trailing and not NOT_DECLARED.match(line) and not trailing[2].endswith("{"):
            deeper = len(trailing[1])
            out.append(with_comment(trailing[1] + trailing[2], trailing[3]))
        else:
            deeper = None
            out.append(" ".join(separated(line)))
    # Doxygen 1.9 does not read the nested form with "inline".
    return re.sub(r"namespace (\w+)::inline \w+(::\w+)? \{", r"namespace \1\2 {", "\n".join(out)) + "\n"


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        sys.stdout.write(filtered(file.read()))
