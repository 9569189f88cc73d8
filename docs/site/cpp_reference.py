# SPDX-License-Identifier: EUPL-1.2
"""Pages of the C++ reference, as Markdown, from the XML that Doxygen writes of the public headers.

Each header becomes one page, with its classes, functions and values in the order of the header.
Declarations that follow each other without a comment or empty line in between share one
description, as they do in the header.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

LIBRARIES = {
    "core/include": "landkaart::core",
    "core/update/include": "landkaart::update",
    "content-pack/compiler/include": "landkaart::compiler",
    "content-pack/embedded/include": "landkaart::cocreatie",
}
ALSO_PUBLIC = {
    "public-attrib",
    "public-func",
    "public-static-func",
    "public-static-attrib",
    "public-type",
}
FREE = {"func", "enum", "var", "define", "typedef"}


@dataclass
class Member:
    """A function, variable, enumeration or macro, and its description as Markdown."""

    xml: Element
    description: str

    @property
    def kind(self) -> str:
        return self.xml.get("kind")

    @property
    def name(self) -> str:
        return self.xml.findtext("name")

    @property
    def line(self) -> int:
        return int(self.xml.find("location").get("line"))


@dataclass
class Type:
    """A class or struct with its members and the types inside it."""

    name: str
    kind: str
    line: int
    description: str
    anchor: str
    members: list[Member] = field(default_factory=list)


class Reference:
    """Everything that Doxygen found, with the page and anchor of each id."""

    def __init__(self, folder: Path):
        self.targets: dict[str, tuple[str, str]] = {}
        self.headers: dict[str, list[Member | Type]] = {}
        self.described: dict[str, str] = {}
        self.overloads: Counter[str] = Counter()
        self.types: dict[str, str] = {}  # the address of each type, by name
        compounds = [
            ElementTree.parse(path).getroot()[0]
            for path in sorted(folder.glob("*.xml"))
            if path.name not in ("index.xml", "Doxyfile.xml")
        ]
        self.locate(compounds)
        for compound in compounds:
            self.read(compound)

    def locate(self, compounds: list[Element]) -> None:
        for compound in compounds:
            name = local(compound.findtext("compoundname") or "")
            if compound.get("kind") in ("class", "struct"):
                self.targets[compound.get("id")] = (page_of(compound), anchor_of(name))
                self.types[name.rpartition("::")[2]] = self.address(compound.get("id"), ".html")
            prefix = f"{name}." if compound.get("kind") in ("class", "struct") else ""
            for member in compound.iter("memberdef"):
                self.targets.setdefault(
                    member.get("id"), (page_of(member), anchor_of(prefix + member.findtext("name")))
                )
                if member.get("kind") == "enum":
                    self.types[member.findtext("name")] = self.address(member.get("id"), ".html")

    def read(self, compound: Element) -> None:
        kind = compound.get("kind")
        if kind == "file":
            self.described[page_of(compound)] = self.description(compound)
        elif kind in ("class", "struct") and compound.get("prot") == "public":
            name = local(compound.findtext("compoundname"))
            found = Type(
                name,
                kind,
                int(compound.find("location").get("line")),
                self.description(compound),
                anchor_of(name),
            )
            found.members = sorted(
                self.members(compound, ALSO_PUBLIC), key=lambda member: member.line
            )
            self.headers.setdefault(page_of(compound), []).append(found)
        if kind in ("namespace", "file"):
            for member in self.members(compound, FREE):
                if kind == "namespace" or member.kind == "define":
                    self.headers.setdefault(page_of(member.xml), []).append(member)

    def members(self, compound: Element, sections: set[str]) -> Iterator[Member]:
        for section in compound.findall("sectiondef"):
            if section.get("kind") in sections:
                for xml in section.findall("memberdef"):
                    member = Member(xml, self.description(xml))
                    if member.description or not is_implied(xml):
                        yield member

    def description(self, xml: Element) -> str:
        parts = [
            xml.find("briefdescription"),
            xml.find("detaileddescription"),
            xml.find("inbodydescription"),
        ]
        paragraphs = [
            self.inline(para).strip()
            for part in parts
            if part is not None
            for para in part.iter("para")
        ]
        return "\n\n".join(filter(None, paragraphs))

    def inline(self, xml: Element) -> str:
        """The text of an element as Markdown, with links to what Doxygen recognised."""
        said = escaped(xml.text)
        for child in xml:
            if child.tag == "ref" and child.get("refid") in self.targets:
                said += (
                    f"[`{''.join(child.itertext())}`]({self.address(child.get('refid'), '.md')})"
                )
            elif child.tag == "computeroutput":
                said += f"`{''.join(child.itertext())}`"
            else:
                said += self.inline(child)
            said += escaped(child.tail)
        return said

    def address(self, id: str, suffix: str) -> str:
        page, anchor = self.targets[id]
        return f"{page}{suffix}#{anchor}"

    def linked(self, xml: Element | None) -> str:
        """The code of an element as HTML, with a link from each type of the library."""
        if xml is None:
            return ""
        code = (
            local("".join(xml.itertext())).replace("< ", "<").replace(" >", ">").replace(" &", "&")
        )
        return re.sub(r"(?<![\w:.])[A-Z]\w+\b", self.link, escape(code, quote=False))

    def link(self, name: re.Match) -> str:
        address = self.types.get(name[0])
        return f'<a href="{address}">{name[0]}</a>' if address else name[0]

    def page(self, header: str) -> str:
        self.overloads.clear()
        out = [f"# {header}.h", "", f"`#include <landkaart/{header}.h>`", ""]
        out += [self.described.get(header, ""), ""]
        entries = sorted(self.headers.get(header, []), key=lambda entry: entry.line)
        for entry in grouped(entries):
            out += (
                self.type_section(entry)
                if isinstance(entry, Type)
                else self.member_section(entry, "", 2)
            )
        return "\n".join(out) + "\n"

    def type_section(self, type: Type) -> list[str]:
        out = [
            f"## {type.kind} {type.name.replace('.', '::')} {{ #{type.anchor} }}",
            "",
            type.description,
            "",
        ]
        fields = [member for member in type.members if member.kind == "variable"]
        if fields:
            out += self.field_table(fields, type.name)
        rest = [member for member in type.members if member.kind in ("function", "enum")]
        for group in grouped(rest):
            out += self.member_section(group, f"{type.name}.", 3)
        return out

    def field_table(self, fields: list[Member], owner: str) -> list[str]:
        rows = ["| field | type | meaning |", "|---|---|---|"]
        for one in fields:
            default = self.linked(one.xml.find("initializer")).removeprefix("= ").strip()
            default = (
                f" Default: <code>{default}</code>."
                if default and default not in ("{}", "std::nullopt")
                else ""
            )
            type = self.linked(one.xml.find("type")).replace("|", "&#124;")
            meaning = sentence(one.description).replace("|", "&#124;").replace("\n", " ")
            name = f'<code id="{anchor_of(f"{owner}.{one.name}")}">{one.name}</code>'
            rows.append(f"| {name} | <code>{type}</code> | {meaning}{default} |")
        return [*rows, ""]

    def member_section(self, group: list[Member], prefix: str, level: int) -> list[str]:
        names = list(dict.fromkeys(member.name for member in group))
        anchors = [self.unused(anchor_of(prefix + name)) for name in names]
        heading = ", ".join(names).replace("<", "&lt;")
        sort = "enum " if group[0].kind == "enum" else ""
        out = [f"{'#' * level} {sort}{heading} {{ #{anchors[0]} }}", ""]
        out += [f'<a id="{anchor}"></a>' for anchor in anchors[1:]]
        out += [
            '<pre class="signature"><code>'
            + "\n".join(map(self.signature, group))
            + "</code></pre>",
            "",
        ]
        for member in group:
            if member.description:
                out += [member.description, ""]
            if member.kind == "enum":
                out += self.enumerators(member)
        return out

    def unused(self, anchor: str) -> str:
        """The anchor of the next overload: f, f-2, f-3."""
        self.overloads[anchor] += 1
        return f"{anchor}-{self.overloads[anchor]}" if self.overloads[anchor] > 1 else anchor

    def signature(self, member: Member) -> str:
        xml = member.xml
        if member.kind == "define":
            return f"#define {member.name} {self.linked(xml.find('initializer'))}"
        if member.kind == "enum":
            return f"enum class {member.name}"
        if member.kind == "variable":
            value = self.linked(xml.find("initializer"))
            return f"{self.linked(xml.find('type'))} {member.name} {value}".strip()
        static = "static " if xml.get("static") == "yes" else ""
        explicit = "explicit " if xml.get("explicit") == "yes" else ""
        parameters = ", ".join(map(self.parameter, xml.findall("param")))
        after = (xml.findtext("argsstring") or "").rpartition(")")[2]
        after = re.sub(r"=\s*default", "= default", after.replace("=0", "= 0"))
        type = f"{self.linked(xml.find('type'))} ".lstrip()
        return f"{static}{explicit}{type}{escape(member.name)}({parameters}){escape(after)}"

    def parameter(self, xml: Element) -> str:
        default = self.linked(xml.find("defval"))
        return f"{self.linked(xml.find('type'))} {xml.findtext('declname') or ''}".strip() + (
            f" = {default}" if default else ""
        )

    def enumerators(self, member: Member) -> list[str]:
        rows = [["value", "number", "meaning"]]
        for value in member.xml.findall("enumvalue"):
            number = (value.findtext("initializer") or "").removeprefix("=").strip()
            name = f"`{value.findtext('name')}`"
            rows.append([name, number, sentence(self.description(value))])
        used = [any(row[column] for row in rows[1:]) for column in range(3)]
        rows = [[cell for cell, keep in zip(row, used, strict=True) if keep] for row in rows]
        lines = [f"| {' | '.join(row)} |" for row in rows]
        return [lines[0], "|" + "---|" * sum(used), *lines[1:], ""]


def grouped(entries: list) -> list:
    """Lists of members on adjacent lines, which share one description; types stay alone."""
    groups: list = []
    for entry in entries:
        last = groups[-1] if groups else None
        if isinstance(entry, Type):
            groups.append(entry)
        elif (
            isinstance(last, list)
            and not entry.description
            and entry.kind == last[-1].kind != "enum"
            and entry.line <= last[-1].line + lines_of(last[-1])
        ):
            last.append(entry)
        else:
            groups.append([entry])
    return groups


def is_implied(xml: Element) -> bool:
    """Whether a function is deleted, defaulted or a destructor."""
    after = (xml.findtext("argsstring") or "").rpartition(")")[2].replace(" ", "")
    return "=delete" in after or "=default" in after or xml.findtext("name").startswith("~")


def lines_of(member: Member) -> int:
    """How many lines a declaration and its body take."""
    place = member.xml.find("location")
    end = int(place.get("bodyend") or -1)
    wrapped = (
        len(member.xml.findtext("definition") or "") + len(member.xml.findtext("argsstring") or "")
        > 110
    )
    return max(1 + wrapped, end - member.line + 1)


def local(name: str) -> str:
    return name.replace("landkaart::limits::", "").replace("landkaart::", "").strip("\n")


def anchor_of(name: str) -> str:
    """The name as an anchor; a character such as = becomes its code."""
    plain = name.replace("::", ".")
    return re.sub(r"[^\w.-]", lambda other: f"{ord(other[0]):x}", plain)


def page_of(xml: Element) -> str:
    place = xml.find("location")
    return Path(place.get("file")).stem if place is not None else ""


def escaped(text: str | None) -> str:
    return re.sub(r"([\\`*_<>\[\]|])", r"\\\1", text or "")


def sentence(text: str) -> str:
    """A short comment as a sentence, for a table."""
    if not text:
        return ""
    return text[0].upper() + text[1:] + ("" if text[-1] in ".:!?)…" else ".")


def undescribed(reference: Reference) -> list[str]:
    """The functions, fields and values that have no comment, not even a shared one."""
    found = []
    for header, entries in reference.headers.items():
        for entry in grouped(sorted(entries, key=lambda entry: entry.line)):
            members = grouped(entry.members) if isinstance(entry, Type) else [entry]
            owner = f"{entry.name}::" if isinstance(entry, Type) else ""
            found += [
                f"{header}.h: {owner}{group[0].name}"
                for group in members
                if not group[0].description
            ]
    return sorted(found)


def write(reference: Reference, sources: Path, out: Path) -> list[tuple[str, str]]:
    """Writes a page for each public header, and an index. Returns library and name of each page."""
    pages = []
    for folder, library in LIBRARIES.items():
        for header in sorted((sources / folder / "landkaart").glob("*.h")):
            if reference.headers.get(header.stem):
                (out / f"{header.stem}.md").write_text(
                    reference.page(header.stem), encoding="utf-8"
                )
                pages.append((library, header.stem))
    (out / "index.md").write_text(index(reference, pages), encoding="utf-8")
    return pages


def index(reference: Reference, pages: list[tuple[str, str]]) -> str:
    lines = [
        "# C++ reference { #cpp-reference }",
        "",
        "Each public header has a page. `<landkaart/landkaart.h>` includes all headers of",
        "`landkaart::core`. All names are in the namespace `landkaart`; those of `limits.h` are in",
        "`landkaart::limits`.",
        "",
    ]
    for library in LIBRARIES.values():
        lines += [f"## {library}", "", "| header | contents |", "|---|---|"]
        lines += [
            f"| [{page}.h]({page}.md) | {reference.described.get(page, '')} |"
            for of, page in pages
            if of == library
        ]
        lines.append("")
    return "\n".join(lines)
