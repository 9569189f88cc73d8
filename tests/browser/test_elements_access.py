# SPDX-License-Identifier: EUPL-1.2
"""Accessibility of the custom elements: keyboard, zoom, narrow screens and colours, with and without the stylesheet."""

import unittest

from browser import FOLDER
from element_case import ElementCase
from element_host import STYLED
from portal_site import THEMES
from probes import TARGETS
from selenium.webdriver.common.keys import Keys

RENDERINGS = FOLDER / "renderings-elements"
LOOKS = {"portal": STYLED, "bare": ""}
STOPS = """
const stops = document.querySelectorAll(':is(a, button, input, select, summary)');
return [...stops].filter(one => one.checkVisibility()).length"""
FOCUSED = """
const now = document.activeElement, ring = now.querySelector('.landkaart-ring');
const within = now.closest('landkaart-zoek, landkaart-werkvormen, landkaart-kaart');
return {name: now.getAttribute('aria-label') || now.labels?.[0]?.textContent || now.textContent,
        element: within && within.localName, href: now.getAttribute('href'), drawn: !!now.closest('svg'),
        visible: ring ? getComputedStyle(ring).stroke !== 'none' : getComputedStyle(now).outlineStyle !== 'none'}"""
SMALL = """
const targets = document.querySelectorAll('main :is(a, button, input, select, summary)');
return [...targets].filter(one => !one.closest('svg') && one.checkVisibility()).map(one => {
  const {width, height} = one.getBoundingClientRect();
  return [one.textContent, width, height];
}).filter(([, width, height]) => width < 24 || height < 24)"""


class ElementsForEverybody(ElementCase):
    """Each page that axe-core checks is also written as a picture, for people to look at."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        RENDERINGS.mkdir(exist_ok=True)

    def open_searched(self, **page):
        """Opens a page with search results, the filters and the suggestions visible."""
        self.open(**page)
        self.search("raad")
        self.find("landkaart-zoek input").send_keys(" en")
        self.wait("return !document.querySelector('.landkaart-suggestions').hidden")
        self.press(Keys.ARROW_DOWN)

    def expect_no_findings(self, name):
        self.assertEqual(self.browser.findings(), [], name)
        self.browser.picture(RENDERINGS / f"{name}.png")

    def test_axe_finds_nothing(self):
        for look, head in LOOKS.items():
            for width in (1280, 320):
                self.browser.size(width)
                self.open_searched(head=head, more=' start="ob-regeldruk"')
                self.expect_no_findings(f"{look}-{width}")

    def test_axe_finds_nothing_in_forced_colours_or_without_the_api(self):
        self.browser.prefer(forced_colors="active")
        self.open_searched()
        self.expect_no_findings("forced")
        self.browser.prefer()
        self.browser.open(self.host.page(api="/broken/v1"))
        self.wait("return told.length === 3")
        self.expect_no_findings("silent")
        self.browser.complaints()

    def test_axe_finds_nothing_in_two_themes(self):
        colours = set()
        for theme in THEMES:
            head = f'<link rel="stylesheet" href="/theme/{theme}.css">{STYLED}'
            self.open_searched(head=head, more=f' theme="{theme}" start="ob-regeldruk"')
            self.expect_no_findings(theme)
            colours.add(
                self.browser.run(
                    "return getComputedStyle(document.querySelector('.nl-button--primary')).backgroundColor"
                )
            )
        self.assertEqual(len(colours), len(THEMES), "each has its own")

    def test_tab_reaches_everything_in_order_with_visible_focus(self):
        self.open()
        self.search("raad")
        self.browser.run("document.querySelector('header a').focus()")
        expected = self.browser.run(STOPS)
        walked = []
        for _ in range(expected):
            walked.append(self.browser.run(FOCUSED))
            self.press(Keys.TAB)
        self.assertEqual([one["name"] for one in walked if not one["visible"]], [])
        self.assertEqual(
            list(dict.fromkeys(one["element"] for one in walked)),
            [None, "landkaart-zoek", "landkaart-werkvormen", "landkaart-kaart"],
        )
        self.assertIn("Waar loop je vast?", [one["name"] for one in walked])
        drawn = [one["href"] for one in walked if one["drawn"]]
        listed = [one["href"] for one in walked if one["element"] == "landkaart-kaart" and not one["drawn"]][1:]
        self.assertEqual(len(drawn), 56)
        self.assertEqual(drawn, listed)

    def test_the_map_can_be_skipped(self):
        self.open("kaart")
        self.find("landkaart-kaart .landkaart-skip").send_keys(Keys.ENTER)
        self.assertTrue(self.browser.run("return document.activeElement.matches('.landkaart-end')"))
        self.assertEqual(self.browser.run("return location.hash"), "")

    def test_targets_are_large_enough_for_a_finger(self):
        for head in LOOKS.values():
            self.browser.size(320)
            self.open(head=head)
            self.search("raad")
            self.assertEqual(self.browser.run(SMALL), [])
            self.assertGreaterEqual(min(self.browser.run(TARGETS).values()), 24)

    def test_narrow_pages_and_400_percent_zoom_do_not_scroll_sideways(self):
        for head in LOOKS.values():
            for scale in (1, 4):
                self.browser.size(320, 256, scale)
                self.open_searched(head=head)
                self.assertLessEqual(self.browser.run("return document.scrollingElement.scrollWidth"), 320)

    def test_the_chosen_suggestion_shows_in_forced_colours(self):
        self.browser.prefer(forced_colors="active")
        self.open_searched()
        outline = "const one = getComputedStyle(document.querySelector('[role=option][aria-selected=true]'));"
        self.assertNotEqual(self.browser.run(outline + "return one.outlineStyle"), "none")

    def test_the_map_is_dark_only_on_a_page_with_a_dark_colour_scheme(self):
        self.browser.prefer(prefers_color_scheme="dark")
        sea = "return getComputedStyle(document.querySelector('.landkaart-sea')).fill"
        self.open("kaart")
        light = self.browser.run(sea)
        self.open("kaart", head=STYLED + '<meta name="color-scheme" content="light dark">')
        self.assertNotEqual(self.browser.run(sea), light)

    def test_styles_of_the_page_override_those_of_the_elements(self):
        self.host.style = "button{border-radius:7px}.landkaart-suggestions{border:3px dotted}"
        self.open("zoek", head='<link rel="stylesheet" href="/host.css">')
        border = "return getComputedStyle(document.querySelector('.landkaart-suggestions')).borderStyle"
        self.assertEqual(self.browser.run(border), "dotted")


if __name__ == "__main__":
    unittest.main()
