# SPDX-License-Identifier: EUPL-1.2
"""Reads the parts of Markdown that tests need: fenced blocks, links, anchors and quoted code."""

import re
from dataclasses import dataclass

FENCE = re.compile(r" *(`{3,}|~{3,})(.*)")
CODE = re.compile(r"(?<!`)(`+)(?!`)((?:(?!\n\s*\n).)+?)(?<!`)\1(?!`)", re.DOTALL)
LINK = re.compile(r"\]\(\s*(?:<([^>]*)>|([^\s()]+(?:\([^\s()]*\)[^\s()]*)*))")
REFERENCE = re.compile(r"^ {0,3}\[(?!\^)[^\]]+\]:\s*<?([^\s>]+)", re.MULTILINE)
ATTRIBUTE = re.compile(r"""<[^>]*\s(?:href|src)\s*=\s*["']([^"']+)""")
NAMED = re.compile(r"""<[^>]*\s(?:id|name)\s*=\s*["']([^"']+)""")
HEADING = re.compile(r"^ {0,3}#{1,6}\s+(.*?)\s*#*\s*$", re.MULTILINE)


@dataclass
class Block:
    """A fenced block: the text after the opening fence, the content, and the line of the fence."""

    info: str
    text: str
    line: int

    @property
    def language(self) -> str:
        return self.info.split()[0] if self.info else ""


def blocks(markdown: str) -> list[Block]:
    return split(markdown)[1]


def split(markdown: str) -> tuple[str, list[Block]]:
    """The text outside fences, with the same number of lines, and the fenced blocks."""
    outside, fenced, fence, indent = [], [], "", 0
    for number, line in enumerate(markdown.splitlines(), 1):
        mark = FENCE.fullmatch(line)
        if fence:
            if mark and mark[1].startswith(fence) and not mark[2].strip():
                fence = ""
            else:
                margin = min(indent, len(line) - len(line.lstrip(" ")))
                fenced[-1].text += line[margin:] + "\n"
        elif mark and "`" not in mark[2]:
            fence, indent = mark[1], len(line) - len(line.lstrip(" "))
            fenced.append(Block(mark[2].strip(), "", number))
        else:
            outside.append(line)
            continue
        outside.append("")
    return "\n".join(outside), fenced


def tokens(markdown: str) -> list[str]:
    """The code between back quotes, outside fenced blocks."""
    return [match[2].strip() for match in CODE.finditer(split(markdown)[0])]


def links(markdown: str) -> list[str]:
    prose = CODE.sub("", split(markdown)[0])
    inline = [match[1] or match[2] for match in LINK.finditer(prose)]
    return inline + REFERENCE.findall(prose) + ATTRIBUTE.findall(prose)


def slug(heading: str) -> str:
    """The anchor of a heading on code hosts."""
    words = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-")


def anchors(markdown: str) -> set[str]:
    prose = split(markdown)[0]
    found = set(NAMED.findall(prose))
    for heading in HEADING.findall(prose):
        name, again = slug(heading), 0
        while name in found:
            again += 1
            name = f"{slug(heading)}-{again}"
        found.add(name)
    return found
