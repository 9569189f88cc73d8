#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Writes html_entities.inc: the named characters of HTML, such as &eacute; and &times;.

    python3 content-pack/compiler/make_html_entities.py

The names are those of the HTML standard that end with a semicolon, as Markdown requires.
"""

import html.entities
import pathlib

HEAD = """// SPDX-License-Identifier: EUPL-1.2
// Written by make_html_entities.py: each name, and the one or two characters for which it stands.
constexpr HtmlEntity kHtmlEntities[] = {
"""
WIDTH = 100


def written(name, text):
    """One entry. Characters are written as code points, because some are controls or accents."""
    letters = ""
    for c in text:
        code = f"\\x{ord(c):02x}" if c < "\x7f" else f"\\u{ord(c):04x}" if c <= "\uffff" else f"\\U{ord(c):08x}"
        # C++ would read a digit after \x3d as a part of the number.
        letters += '" "' + code if letters.startswith("\\x") else code
    return f'{{"{name}", "{letters}"}},'


def main():
    """Writes the file beside this program."""
    names = sorted(name[:-1] for name in html.entities.html5 if name.endswith(";"))
    rows = [""]
    for name in names:
        entry = written(name, html.entities.html5[f"{name};"])
        if len(rows[-1]) + len(entry) > WIDTH - 5:
            rows.append("")
        rows[-1] += f" {entry}"
    text = HEAD + "".join(f"   {row}\n" for row in rows) + "};\n"
    pathlib.Path(__file__).with_name("html_entities.inc").write_text(text, encoding="ascii")


if __name__ == "__main__":
    main()
