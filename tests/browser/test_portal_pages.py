# SPDX-License-Identifier: EUPL-1.2
"""Every sort of page of the portal in Chromium, without a theme."""
import unittest
from typing import NamedTuple

import browser
import probes
from browser import FOLDER
from portal_pages import PAGES, TARGETS, WIDTH, open_page
from portal_site import PortalCase

WIDTHS = (320, 768, 1440)
PICTURES = FOLDER / "portal"


class Looked(NamedTuple):
    """The measurements of one page."""

    findings: list  # the violations that axe-core found
    widths: dict  # by width of the window: the width of the page, and the elements that are too wide
    complaints: list
    targets: list  # the sizes of clickable areas, at every width
    headings: list


def look_at(browser, name, address):
    findings, widths, targets = [], {}, []
    browser.complaints()
    open_page(browser, address)
    for width in WIDTHS:
        browser.size(width)
        widths[width] = browser.run(WIDTH)
        browser.picture(PICTURES / f"{name}-{width}.png")
        findings += browser.findings()
        targets += browser.run(TARGETS)
    browser.size(320, 256, scale=4)
    widths["400 %"] = browser.run(WIDTH)
    return Looked(
        findings,
        widths,
        # For the 404 page the browser itself also writes a message about the failed request.
        [said for said in browser.complaints() if "status of 404" not in said or name != "not-found"],
        targets,
        browser.run("return [...document.querySelectorAll('h1')].map(one => one.textContent)"),
    )


class EveryPage(PortalCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        PICTURES.mkdir(parents=True, exist_ok=True)
        for old in PICTURES.glob("*.png"):
            old.unlink()
        cls.seen = {name: look_at(cls.browser, name, cls.site.address + path) for name, path in PAGES.items()}

    def each(self, what):
        for name, looked in self.seen.items():
            with self.subTest(name):
                yield getattr(looked, what)

    def test_axe_finds_nothing(self):
        for findings in self.each("findings"):
            self.assertEqual(findings, [])

    def test_nothing_scrolls_sideways_from_320_to_1440_pixels_or_at_400_percent(self):
        for widths in self.each("widths"):
            for window, (page, wide) in widths.items():
                self.assertLessEqual(page, 320 if window == "400 %" else window, wide)

    def test_a_strict_policy_is_not_violated(self):
        for complaints in self.each("complaints"):
            self.assertEqual(complaints, [])

    def test_every_page_has_one_h1(self):
        for headings in self.each("headings"):
            self.assertEqual(len(headings), 1, headings)

    def test_targets_are_large_enough_for_a_finger(self):
        for targets in self.each("targets"):
            for text, width, height, is_control in targets:
                least = 44 if is_control else 24
                self.assertGreaterEqual(min(width, height), least, text)
        heights = sorted(height for looked in self.seen.values() for _, _, height, _ in looked.targets)
        print(f"targets at {WIDTHS} pixels: {len(heights)}, least {heights[0]:.0f}, median {heights[len(heights) // 2]:.0f}")

    def test_places_on_the_map_are_large_enough_for_a_finger_on_a_phone(self):
        for width in (320, 360):
            with self.subTest(width):
                self.browser.size(width)
                self.browser.open(self.site.address + PAGES["map"])
                sides = self.browser.run(probes.TARGETS)
                self.assertGreater(len(sides), 50)
                self.assertGreaterEqual(min(sides.values()), 24, sorted(sides.items(), key=lambda one: one[1])[:5])

    def test_focus_scrolls_a_place_into_view_when_the_map_is_wider_than_the_screen(self):
        self.browser.size(320)
        self.browser.open(self.site.address + PAGES["map"])
        outside = self.browser.run("""return [...document.querySelectorAll('svg a')].filter(link => {
            link.focus();
            const box = link.querySelector('.landkaart-ring').getBoundingClientRect();
            return box.width < 100 && (box.left < 0 || box.right > innerWidth);
        }).map(link => link.getAttribute('href'))""")
        self.assertEqual(outside, [])

    def test_no_word_in_a_table_is_broken_on_a_phone(self):
        self.browser.size(320)
        self.browser.open(self.site.address + PAGES["topic"])
        broken = self.browser.run("""
            const range = document.createRange(), broken = [];
            for (const cell of document.querySelectorAll('th, td'))
              for (const { index, 0: word } of cell.textContent.matchAll(/[^\\s-]+/g)) {
                range.setStart(cell.firstChild, index); range.setEnd(cell.firstChild, index + word.length);
                if (range.getClientRects().length > 1) broken.push(word);
              }
            return broken;""")
        self.assertEqual(broken, [])

    def test_pictures_are_written_for_people_to_look_at(self):
        self.assertEqual(len(list(PICTURES.glob("*.png"))), len(PAGES) * len(WIDTHS))

    def test_the_policy_is_as_strict_as_that_of_the_map(self):
        def parts(policy):
            return {part.split()[0]: part.split()[1:] for part in policy.split(";")}

        said = self.browser.open(self.site.address + "/zoeken").run(
            "const asked = new XMLHttpRequest(); asked.open('GET', location.href, false); asked.send();"
            "return asked.getResponseHeader('content-security-policy')")
        self.assertEqual(parts(said), parts(browser.POLICY))

    def test_a_query_with_html_is_shown_as_text(self):
        self.browser.open(self.site.address + PAGES["search-nothing"])
        self.assertIn("<script>xqzvw</script>", self.browser.run("return document.querySelector('h1').textContent"))
        self.assertEqual(self.browser.run("return document.querySelectorAll('main script:not([src])').length"), 0)

    def test_a_video_has_captions_that_load(self):
        self.browser.open(self.site.address + PAGES["video"])
        cues = self.browser.driver.execute_async_script("""
            const done = arguments[0], track = document.querySelector('track');
            const answer = () => done([track.track.mode, track.track.cues.length, track.srclang]);
            track.readyState === 2 ? answer() : track.addEventListener('load', answer);""")
        self.assertEqual(cues[0], "showing")
        self.assertGreater(cues[1], 5)
        self.assertEqual(cues[2], "nl")


if __name__ == "__main__":
    unittest.main()
