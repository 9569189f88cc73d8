# SPDX-License-Identifier: EUPL-1.2
"""The site of `make docs` works from a disk.

Every link has a target, nothing is loaded from another server, and search works.

LANDKAART_SITE names the folder of the site.
"""

import os
import re
import shutil
import subprocess
import tempfile
import unittest
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

SITE = Path(os.environ["LANDKAART_SITE"]).resolve() if "LANDKAART_SITE" in os.environ else None
LOADED = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src"}
LOADED_LINKS = {
    "stylesheet",
    "icon",
    "preload",
    "preconnect",
    "dns-prefetch",
    "modulepreload",
    "manifest",
}
LEAST_PAGES = 60
CHROMIUM = (
    "chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run"
    " --disable-background-networking --disable-component-update --disable-sync"
    " --virtual-time-budget=10000 --dump-dom"
).split()


class Page(HTMLParser):
    """The links of a page, its anchors, and the addresses of all that a browser loads with it."""

    def __init__(self, html: str):
        super().__init__()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.anchors: set[str] = set()
        self.repeated: set[str] = set()
        self.style = ""
        self.in_style = False
        self.feed(html)
        self.loaded += loaded_by(self.style)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attributes}
        self.in_style = tag == "style"
        if "id" in values:
            self.repeated |= self.anchors & {values["id"]}
        self.anchors |= {values["id"]} if "id" in values else set()
        self.anchors |= {values["name"]} if tag == "a" and "name" in values else set()
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag == "link" and LOADED_LINKS & set(values.get("rel", "").split()):
            self.loaded.append(values["href"])
        if tag in LOADED and LOADED[tag] in values:
            self.loaded.append(values[LOADED[tag]])
        self.loaded += loaded_by(values.get("style", ""))

    def handle_data(self, data: str) -> None:
        self.style += data if self.in_style else ""

    def handle_endtag(self, tag: str) -> None:
        self.in_style = False


def loaded_by(css: str) -> list[str]:
    """The addresses that a stylesheet loads."""
    without_comments = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    urls = re.findall(r"""url\(\s*["']?([^"')]+)""", without_comments)
    return urls + re.findall(r"""@import\s+["']([^"']+)""", without_comments)


def is_external(address: str) -> bool:
    return bool(urlsplit(address).netloc) or urlsplit(address).scheme in ("http", "https")


class Site:
    def __init__(self, pages: dict[str, str], others: set[str], sheets: dict[str, str]):
        self.pages = {path: Page(html) for path, html in pages.items()}
        self.others = others
        self.sheets = sheets

    @classmethod
    def read(cls, folder: Path) -> "Site":
        def texts(pattern: str) -> dict[str, str]:
            return {
                path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
                for path in folder.rglob(pattern)
            }

        others = {
            path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
        }
        return cls(texts("*.html"), others, texts("*.css"))

    def dead(self) -> list[str]:
        """Links within the site whose file or anchor does not exist."""
        found = []
        for path, page in self.pages.items():
            for link in page.links + page.loaded:
                parts = urlsplit(link)
                if parts.scheme or parts.netloc:
                    continue
                target = self.target(path, unquote(parts.path))
                if target not in self.others and target not in self.pages:
                    found.append(f"{path}: {link}: no such file")
                elif (
                    parts.fragment
                    and target in self.pages
                    and not self.has(target, unquote(parts.fragment))
                ):
                    found.append(f"{path}: {link}: no such anchor")
        return found

    def has(self, page: str, anchor: str) -> bool:
        return anchor in self.pages[page].anchors

    @staticmethod
    def target(page: str, path: str) -> str:
        return os.path.normpath(os.path.join(os.path.dirname(page), path)) if path else page

    def external(self) -> list[str]:
        """Scripts, styles, fonts and pictures of another server."""
        found = [
            f"{path}: {each}"
            for path, page in self.pages.items()
            for each in page.loaded
            if is_external(each)
        ]
        found += [
            f"{path}: {each}"
            for path, css in self.sheets.items()
            for each in loaded_by(css)
            if is_external(each)
        ]
        return found


@unittest.skipUnless(SITE, "there is no site: run `make docs`")
class TheSite(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.site = Site.read(SITE)

    def assert_none(self, mistakes: list[str]):
        self.assertFalse(mistakes, "\n" + "\n".join(mistakes))

    def test_it_has_guides_and_both_references(self):
        self.assertGreater(len(self.site.pages), LEAST_PAGES)
        for page, anchor in (
            ("docs/cpp.html", "open"),
            ("docs/reference/cpp/pack.html", "Pack.search"),
            ("docs/reference/python/pack.html", "landkaart.Pack.search"),
        ):
            with self.subTest(page):
                self.assertIn(anchor, self.site.pages[page].anchors)

    def test_every_link_has_a_target(self):
        self.assert_none(self.site.dead())

    def test_no_page_has_an_id_twice(self):
        pages = self.site.pages.items()
        self.assert_none(
            [f"{path}: {sorted(page.repeated)}" for path, page in pages if page.repeated]
        )

    def test_nothing_is_loaded_from_another_server(self):
        self.assert_none(self.site.external())

    @unittest.skipUnless(shutil.which("chromium"), "there is no chromium")
    def test_search_works_from_a_disk(self):
        with tempfile.TemporaryDirectory() as profile:
            ran = subprocess.run(
                [
                    *CHROMIUM,
                    f"--user-data-dir={profile}",
                    f"{(SITE / 'index.html').as_uri()}?q=posting",
                ],
                capture_output=True,
                timeout=60,
            )
        found = re.search(r"(\d+) matching documents", ran.stdout.decode())
        self.assertTrue(found and int(found[1]) > 3, ran.stderr.decode()[-1000:])


class TheCheckItself(unittest.TestCase):
    def site(self, html: str) -> Site:
        return Site(
            {"docs/a.html": html, "b.html": '<h2 id="there">'}, {"docs/x.png"}, {"s.css": html}
        )

    def test_live_links_pass(self):
        for link in (
            "../b.html",
            "../b.html#there",
            "x.png",
            "#here",
            "https://example.org/gone",
            "mailto:a@example.org",
        ):
            with self.subTest(link):
                self.assertEqual([], self.site(f'<p id="here"><a href="{link}">').dead())

    def test_dead_links_are_found(self):
        for html in (
            '<a href="gone.html">',
            '<a href="../b.html#gone">',
            '<a href="#gone">',
            '<img src="gone.png">',
        ):
            with self.subTest(html):
                self.assertEqual(1, len(self.site(html).dead()))

    def test_what_another_server_gives_is_found(self):
        for html in (
            '<script src="https://example.org/x.js"></script>',
            '<link rel="stylesheet" href="//example.org/x.css">',
            '<link rel="preconnect" href="https://example.org">',
            "<style>@font-face { src: url('https://example.org/x.woff2') }</style>",
        ):
            with self.subTest(html):
                self.assertTrue(self.site(html).external())
        self.assertEqual([], self.site('<a href="https://example.org">').external())


if __name__ == "__main__":
    unittest.main()
