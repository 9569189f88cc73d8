# SPDX-License-Identifier: EUPL-1.2
"""The map in Chromium: embedded in a page, and as an SVG file of its own."""
import statistics
import unittest

from browser import FOLDER, Browser, StrictServer, landkaart
from probes import FOCUSED, LINKS, OVERLAPS, TARGETS
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

PAGE = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Kaart</title>
<meta name="viewport" content="width=device-width">{head}</head><body><main><h1>Kaart</h1>
{body}</main></body></html>"""
STYLED = '<link rel="stylesheet" href="map.css"><link rel="stylesheet" href="page.css">'
# The style of the page around the map: margins, and dark colours for readers who prefer them.
PAGE_STYLE = """body{margin:0 12px;font-family:sans-serif} :root{color-scheme:light dark}
h1{font-size:1.4rem;margin-block:12px}
@media (prefers-color-scheme:dark){body{background:#14110d;color:#f1e8d4}a{color:#9fd1ff}}"""
VARIANTS = {
    "page": ["--with-list"],
    "walk": ["--with-list", "--highlight", "ob-verantwoording", "--selected", "kv-college", "krachtenveld"],
    "english": ["--with-list", "--language", "en", "--heading", "Our map", "--base-url", "/items/"],
    "frisian": ["--with-list", "--language", "fy", "--highlight", "ob-regeldruk"],
    "standalone": [],
    "dark": ["--palette", "dark"],
    "print": ["--palette", "print"],
}


def write_pages():
    FOLDER.mkdir(parents=True, exist_ok=True)
    landkaart("map", "--stylesheet", "-o", FOLDER / "map.css")
    (FOLDER / "page.css").write_text(PAGE_STYLE, encoding="utf-8")
    for name, options in VARIANTS.items():
        landkaart("map", *options, "-o", FOLDER / f"{name}.part")
        body = (FOLDER / f"{name}.part").read_text(encoding="utf-8")
        head = STYLED if "--with-list" in options else ""
        (FOLDER / f"{name}.html").write_text(PAGE.format(head=head, body=body), encoding="utf-8")
    landkaart("map", "-o", FOLDER / "map.svg")


class MapInABrowser(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        write_pages()
        cls.server, cls.browser = StrictServer(), Browser()
        cls.addClassCleanup(cls.server.close)
        cls.addClassCleanup(cls.browser.close)

    def setUp(self):
        self.browser.prefer()
        self.browser.size(1280)

    def open(self, name, suffix=".html"):
        return self.browser.open(self.server.address + name + suffix)

    def test_axe_finds_nothing_in_any_variant(self):
        for name in VARIANTS:
            for scheme in ("light", "dark"):
                with self.subTest(name, scheme=scheme):
                    self.browser.prefer(prefers_color_scheme=scheme)
                    self.assertEqual(self.open(name).findings(), [])

    def test_axe_finds_nothing_in_forced_colours_or_on_a_phone(self):
        self.browser.prefer(forced_colors="active")
        self.assertEqual(self.open("walk").findings(), [])
        self.browser.prefer()
        self.browser.size(360)
        self.assertEqual(self.open("walk").findings(), [])

    def test_tab_reaches_every_link_in_reading_order_with_visible_focus(self):
        self.open("page")
        expected = self.browser.run(LINKS, "svg") + self.browser.run(LINKS, "nav")
        walked = []
        for _ in expected:
            ActionChains(self.browser.driver).send_keys(Keys.TAB).perform()
            focused = self.browser.run(FOCUSED)
            walked.append(focused["href"])
            if focused["in_drawing"]:
                self.assertEqual(focused["ring"], "rgb(11, 61, 145)", focused["href"])
            else:
                self.assertNotEqual(focused["outline"], "none", focused["href"])
        self.assertEqual(walked, expected)

    def test_the_list_has_the_links_of_the_drawing_in_the_same_order(self):
        self.open("english")
        links = self.browser.run(LINKS, "svg")
        self.assertEqual(len(links), 56)
        self.assertEqual(self.browser.run(LINKS, "nav"), links)
        self.assertTrue(links[0].startswith("/items/"))

    def test_targets_are_large_enough_for_a_finger_on_a_phone(self):
        self.browser.size(360)
        for name, least in (("page", 24), ("standalone", 24)):
            with self.subTest(name):
                self.open(name)
                self.browser.run("document.querySelector('svg').style.width = '360px';"
                                 "document.body.style.margin = 0")
                sides = self.browser.run(TARGETS)
                self.assertEqual(len(sides), 56)
                print(f"targets at 360 pixels, {name}: least {min(sides.values())},"
                      f" median {statistics.median(sides.values())}")
                self.assertGreaterEqual(min(sides.values()), least, sorted(sides.items(), key=lambda one: one[1])[:5])

    def test_list_links_are_large_enough_for_a_finger(self):
        self.browser.size(320)
        self.open("page")
        heights = self.browser.run(
            "return [...document.querySelectorAll('nav a')].map(link => link.getBoundingClientRect().height)")
        self.assertGreaterEqual(min(heights), 36)

    def test_narrow_pages_and_400_percent_zoom_do_not_scroll_sideways(self):
        for scale in (1, 4):
            self.browser.size(320, 256, scale)
            self.open("walk")
            self.assertLessEqual(self.browser.run("return document.scrollingElement.scrollWidth"), 320)
            shown = self.browser.run(
                "return [...arguments].map(style => getComputedStyle(document.querySelector(style)).display)",
                ".landkaart-label", ".landkaart-number", "nav")
            self.assertEqual(shown[0], "none", "the list takes over from the labels")
            self.assertNotIn("none", shown[1:])

    def test_no_texts_overlap_in_the_fonts_of_this_machine(self):
        self.browser.size(1440)
        for name in ("page", "walk", "frisian", "standalone", "dark", "print"):
            self.assertEqual(self.open(name).run(OVERLAPS), [], name)

    def test_no_texts_overlap_in_a_much_wider_font(self):
        self.browser.size(1440)
        self.open("page").run("""const map = document.querySelector('.landkaart-map');
            map.style.setProperty('--landkaart-sans', 'DejaVu Sans');
            map.style.setProperty('--landkaart-serif', 'DejaVu Serif');""")
        self.assertEqual(self.browser.run(OVERLAPS), [])

    def test_colours_follow_the_preferred_colour_scheme(self):
        def sea(**preferences):
            self.browser.prefer(**preferences)
            return self.open("page").run(
                "return getComputedStyle(document.querySelector('.landkaart-sea')).fill")

        self.assertEqual(sea(), "rgb(211, 229, 232)")
        self.assertEqual(sea(prefers_color_scheme="dark"), "rgb(19, 38, 46)")
        self.assertEqual(sea(media="print"), "rgb(255, 255, 255)")
        forced = sea(forced_colors="active")
        canvas = self.browser.run("document.body.style.color = 'Canvas'; return getComputedStyle(document.body).color")
        self.assertEqual(forced, canvas)

    def test_nothing_moves_with_prefers_reduced_motion(self):
        def seconds(preference):
            self.browser.prefer(prefers_reduced_motion=preference)
            return self.open("page").run(
                "return getComputedStyle(document.querySelector('.landkaart-ring')).transitionDuration")

        self.assertEqual(seconds("reduce"), "0s")
        self.assertNotEqual(seconds("no-preference"), "0s")

    def test_a_strict_policy_is_not_violated(self):
        self.browser.complaints()
        for name in ("page", "walk", "standalone"):
            self.open(name)
            self.assertEqual(self.browser.complaints(), [], name)
        self.open("page")
        self.assertEqual(self.browser.run("return document.querySelectorAll('[style], style, title, script').length"),
                         1, "the title of the page, and nothing else")

    def test_an_svg_file_is_drawn_without_a_page(self):
        self.open("map", ".svg")
        self.assertEqual(self.browser.run("return document.documentElement.getAttribute('role')"), "group")
        self.assertEqual(self.browser.run("return document.querySelectorAll('a').length"), 56)

    def test_pictures_are_written_for_people_to_look_at(self):
        folder = FOLDER / "renderings"
        folder.mkdir(exist_ok=True)
        for old in folder.glob("*.png"):
            old.unlink()
        looks = {"light": {}, "dark": {"prefers_color_scheme": "dark"}, "print": {"media": "print"},
                 "forced": {"forced_colors": "active"}}
        drawn = [(name, look) for name in ("page", "walk") for look in looks]
        drawn += [(name, "light") for name in ("frisian", "english", "standalone", "dark", "print")]
        for name, look in drawn:
            for width in (320, 768, 1440):
                self.browser.size(width)
                self.browser.prefer(**looks[look])
                self.open(name)
                self.browser.picture(folder / f"{name}-{look}-{width}.png")
        self.assertEqual(len(list(folder.glob("*.png"))), 3 * len(drawn))


if __name__ == "__main__":
    unittest.main()
