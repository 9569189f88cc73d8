# SPDX-License-Identifier: EUPL-1.2
"""Links, anchors and quoted paths in documents have a target.

Sources of packs are left out: their links name items, and the compiler checks these links.
"""

import posixpath
import re
import unittest
from urllib.parse import unquote

import checkout
import prose

# Listed here as well, so that the test notices when a whole folder disappears.
FOLDERS = {".ci", "bindings", "cmake", "content-pack", "core", "docs", "examples", "tests"}
EXTENSIONS = (
    ".c .cmake .cpp .css .h .html .in .js .json .jsonl .lkp .md .mjs .py .pyi .sh .svg"
    " .toml .txt .yaml .yml"
).split()
NAMES_PATHS = re.compile(
    r"(README|ARCHITECTURE|CHANGELOG|CONTRIBUTING|SECURITY)\.md|docs/.+\.md|content-pack/spec/.+\.md"
)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def is_document(path: str, text: str, packs: set[str]) -> bool:
    """Whether a file is a document, and not an item of a pack."""
    in_pack = any(path.startswith(f"{folder}/") for folder in packs)
    return path.endswith(".md") and not in_pack and not text.startswith("---\n")


def documents() -> dict[str, str]:
    packs = {posixpath.dirname(path) for path in checkout.files() if path.endswith("/pack.yaml")}
    texts = {path: checkout.text(path) for path in checkout.files() if path.endswith(".md")}
    return {path: text for path, text in texts.items() if is_document(path, text, packs)}


def destination(document: str, link: str) -> tuple[str, str]:
    """The path of a link from the top folder, and its anchor."""
    path, _, anchor = unquote(link).partition("#")
    if not path:
        return document, anchor
    if path.startswith("/"):
        return posixpath.normpath(path.lstrip("/")), anchor
    return posixpath.normpath(posixpath.join(posixpath.dirname(document), path)), anchor


def dead_links(texts: dict[str, str], paths: set[str]) -> list[str]:
    dead = []
    for document, text in texts.items():
        for link in prose.links(text):
            if SCHEME.match(link):
                continue
            path, anchor = destination(document, link)
            if path not in paths:
                dead.append(f"{document}: {link}: no such file")
            elif anchor and path in texts and anchor not in prose.anchors(texts[path]):
                dead.append(f"{document}: {link}: no such heading")
    return dead


def as_path(token: str, paths: set[str]) -> str | None:
    """The path that quoted code names, or None when it names no path."""
    path = re.sub(r"(#.*|:\d+(-\d+)?)$", "", token).removeprefix("./").rstrip("/")
    if not re.fullmatch(r"[\w.+-]+(/[\w.+-]+)*", path) or "..." in path:
        return None
    if re.fullmatch(r"[A-Z_]+\.md", path):
        return path
    known = path.split("/")[0] in paths | FOLDERS
    return path if known and ("/" in token or posixpath.splitext(path)[1] in EXTENSIONS) else None


def stale_paths(texts: dict[str, str], paths: set[str]) -> list[str]:
    return [
        f"{document}: there is no file `{token}`"
        for document, text in texts.items()
        for token in prose.tokens(text)
        if (path := as_path(token, paths)) and path not in paths
    ]


class TheCheckout(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.texts = documents()
        cls.paths = checkout.with_folders(checkout.files())

    def test_documents_are_found(self):
        self.assertTrue(self.texts)

    def test_links_have_a_target(self):
        dead = dead_links(self.texts, self.paths)
        self.assertFalse(dead, "\n" + "\n".join(dead))

    def test_the_list_of_decisions_is_complete(self):
        index = prose.links(self.texts["docs/decisions/README.md"])
        pages = [path for path in self.texts if re.fullmatch(r"docs/decisions/\d.*\.md", path)]
        self.assertEqual([posixpath.basename(path) for path in pages], sorted(index))

    def test_named_paths_exist(self):
        texts = {path: text for path, text in self.texts.items() if NAMES_PATHS.fullmatch(path)}
        stale = stale_paths(texts, self.paths)
        self.assertFalse(stale, "\n" + "\n".join(stale))


class TheCheckItself(unittest.TestCase):
    PATHS = checkout.with_folders(
        ["README.md", "docs/use.md", "core/base/file.h", "CMakeLists.txt"]
    )

    def dead(self, text: str) -> list[str]:
        return dead_links({"docs/use.md": text, "README.md": "# Way in\n## Way in\n"}, self.PATHS)

    def test_live_links_pass(self):
        for text in (
            "[a](../README.md) [b](/core/base) [c](<../core/base/file.h>) ![d](use.md 'title')",
            "[a](../README.md#way-in) [b](../README.md#way-in-1)",
            "# What `x_y` is (now)\n[a](#what-x_y-is-now)",
            "[a](https://example.org/x) [b](mailto:a@example.org) `[c](gone.md)`",
            "```md\n[a](gone.md)\n```\n",
        ):
            with self.subTest(text):
                self.assertEqual(self.dead(text), [])

    def test_dead_links_are_found(self):
        for text in (
            "[a](gone.md)",
            "[a](../../README.md)",
            "![a](<gone picture.png>)",
            "[a][b]\n\n[b]: ../gone.md",
            "<img src='gone.svg'>",
            "[a](#gone)",
            "[a](../README.md#way-in-2)",
            "```\nfenced\n```\n[a](gone.md)",
        ):
            with self.subTest(text):
                self.assertEqual(len(self.dead(text)), 1)

    def stale(self, token: str) -> list[str]:
        return stale_paths({"README.md": f"See `{token}`."}, self.PATHS)

    def test_existing_paths_and_other_tokens_pass(self):
        existing = "core/base/file.h core/base/ ./core core/base/file.h:12 CMakeLists.txt"
        other = "core/*.h core/{base,text} core/<module>/x.h core/... and/or themes/*.md my.lkp"
        outside = "landkaart/error.h build/dev/landkaart"
        for token in ["make test", *f"{existing} {other} {outside}".split()]:
            with self.subTest(token):
                self.assertEqual(self.stale(token), [])

    def test_stale_paths_are_found(self):
        for (
            token
        ) in "core/base/gone.h core/gone/ docs/gone.md:3 cmake/gone.cmake HACKING.md".split():
            with self.subTest(token):
                self.assertEqual(len(self.stale(token)), 1)


if __name__ == "__main__":
    unittest.main()
