#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Doxygen's input filter: prints a header with its comments in the form that Doxygen reads.

    doxygen_filter.py HEADER

Public headers have plain `//` comments. Doxygen reads `///` before a declaration, and `///<` or
`/**< */` after one. The filter changes comments only, and keeps the number of lines, so that
warnings name the right line.

- The comment at the head of the file describes the file.
- A block of comment lines directly before a declaration describes that declaration.
- A comment on the line of a declaration describes it. Comment lines below it that are indented
  further than the declaration continue that comment.
- Code after the namespace, such as a specialisation of std::hash, is left out: Doxygen would
  look for its declaration.
- A declaration of several names (`std::string id, title;`) becomes a declaration for each name, on
  the same line, because Doxygen gives a comment to the last name only.
"""

import re
import sys

COMMENT = re.compile(r"( *)//(?!/) ?(.*)")
TRAILING = re.compile(r"( *)(\S.*?) +// ?(.*)")
NAME = r"\w+(?: *= *[^,;{}()]+)?"
SEVERAL = re.compile(rf"( *(?:[\w:]+(?:<[\w:<> ]*>)?) )({NAME}(?:, {NAME})+);")
END = re.compile(r"\}  // namespace landkaart\b.*")
NO_DECLARATION = re.compile(r" *(#|\}|namespace\b|public:|private:|$)")


class Filter:
    """One header, line by line."""

    def __init__(self, source: str):
        self.lines = source.splitlines()
        self.in_head = True
        self.described_at: int | None = None  # indentation of the declaration a comment belongs to

    def filtered(self) -> str:
        """The header with Doxygen's comments."""
        ends = [at for at, line in enumerate(self.lines) if END.fullmatch(line)]
        end = ends[-1] + 1 if ends else len(self.lines)
        lines = "\n".join(self.line(at) for at in range(end)) + "\n" * (len(self.lines) - end + 1)
        # Doxygen 1.9 does not read the nested form with "inline".
        return re.sub(r"namespace (\w+)::inline \w+(::\w+)? \{", r"namespace \1\2 {", lines)

    def line(self, at: int) -> str:
        """Line `at` with Doxygen's comment."""
        line = self.lines[at]
        if comment := COMMENT.fullmatch(line):
            return self.comment(at, comment[1], comment[2])
        self.in_head, self.described_at = False, None
        trailing = TRAILING.fullmatch(line)
        if not trailing or NO_DECLARATION.match(line) or trailing[2].endswith("{"):
            return " ".join(separated(line))
        self.described_at = len(trailing[1])
        code = separated(trailing[1] + trailing[2])
        return " ".join(f"{one} /**< {trailing[3]} */" for one in code)

    def comment(self, at: int, indent: str, text: str) -> str:
        """A line that is a comment only."""
        if self.in_head:
            return "/// @file" if "SPDX" in text else f"/// {text}"
        if self.described_at is not None and len(indent) > self.described_at + 2:
            return f"{indent}///< {text}"
        return f"{indent}/// {text}" if self.is_before_declaration(at) else self.lines[at]

    def is_before_declaration(self, at: int) -> bool:
        """Whether a declaration follows the block of comment lines with line `at`."""
        while at < len(self.lines) and COMMENT.fullmatch(self.lines[at]):
            at += 1
        return at < len(self.lines) and not NO_DECLARATION.match(self.lines[at])


def separated(code: str) -> list[str]:
    """A declaration for each name of a declaration of several names."""
    several = SEVERAL.fullmatch(code)
    return [f"{several[1]}{name};" for name in several[2].split(", ")] if several else [code]


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        sys.stdout.write(Filter(file.read()).filtered())
