# SPDX-License-Identifier: EUPL-1.2
"""The site of files, opened from a disk, and the preview, which reloads after each save."""
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

import landkaart
from browser import Browser
from landkaart.web import write_site

SECONDS = 20


class FromADisk(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="landkaart-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.site = pathlib.Path(cls.folder.name) / "een map met spaties"
        write_site(landkaart.cocreatie(), cls.site)
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)

    def open(self, path):
        return self.browser.open((self.site / path).as_uri())

    def test_links_work_without_a_server(self):
        self.open("index.html")
        for text in ("De eenzame samenwerker", "Trio-advies", "printblad"):
            link = self.browser.run(
                "return [...document.querySelectorAll('main a')].find(a => a.textContent.includes(arguments[0]))?.href",
                text,
            )
            self.assertIsNotNone(link, text)
            self.browser.open(link)
        self.assertTrue(self.browser.driver.current_url.endswith("werkvormen/wv-troika/printen/index.html"))
        self.assertEqual(self.browser.complaints(), [])

    def test_pages_have_their_stylesheet_and_a_video_plays(self):
        self.open("videos/vi-luisteren/index.html")
        self.assertNotEqual(self.browser.run("return getComputedStyle(document.body).margin"), "8px")
        seconds = self.browser.driver.execute_async_script(
            "const done = arguments[0], film = document.querySelector('video');"
            "film.onloadedmetadata = () => done(film.duration); film.preload = 'metadata'; film.load();"
        )
        self.assertGreater(seconds, 10)

    def test_a_video_has_its_transcript_below_it(self):
        self.open("videos/vi-luisteren/index.html")
        said = landkaart.cocreatie()["vi-luisteren"].transcript
        shown = "const one = document.querySelector('.landkaart-transcript'); return one.checkVisibility() && one.innerText"
        self.assertEqual(self.browser.run(shown), said)
        self.browser.complaints()  # discards the message that captions are not loaded from a disk

    def test_an_old_address_redirects(self):
        self.open("items/wv-troika/index.html")
        end = time.monotonic() + SECONDS
        while "werkvormen/wv-troika" not in self.browser.driver.current_url and time.monotonic() < end:
            time.sleep(0.05)
        self.assertIn("Trio-advies", self.browser.driver.title)

    def test_the_page_of_all_titles_has_no_findings(self):
        self.assertEqual(self.open("zoeken/index.html").findings(), [])


class WhileItIsEdited(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="landkaart-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.source = pathlib.Path(cls.folder.name) / "bron"
        landkaart.init(cls.source)
        cls.topic = next(cls.source.glob("topics/*.md"))
        command = [sys.executable, "-m", "landkaart", "preview", str(cls.source), "--port", "0"]
        cls.server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        cls.addClassCleanup(cls.server.communicate)
        cls.addClassCleanup(cls.server.terminate)
        cls.server.stdout.readline()
        cls.address = cls.server.stdout.readline().split()[0]
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)

    def wait_for(self, text):
        end = time.monotonic() + SECONDS
        while time.monotonic() < end:
            if text in (self.browser.run("return document.body?.textContent") or ""):
                return
            time.sleep(0.02)
        self.fail(f"the page never said {text!r}")

    def test_the_page_reloads_after_a_save_and_shows_findings_and_mistakes(self):
        good = self.topic.read_text(encoding="utf-8")
        self.browser.size(1440)
        self.browser.open(f"{self.address}/onderwerpen/{self.topic.stem}")
        long = "Deze zin gaat maar door, " * 9 + "tot iemand hem stopt."
        self.topic.write_text(f"{good}\n{long}\n", encoding="utf-8")
        self.wait_for("long-sentence")
        self.wait_for(long)
        self.assertEqual(self.browser.findings(), [])
        self.topic.write_text(good.replace("title:", "titel:", 1), encoding="utf-8")
        self.wait_for("did you mean title?")
        self.assertEqual(self.browser.findings(), [])
        self.assertEqual(self.browser.open(f"{self.address}/voorvertoning").findings(), [])
        self.browser.open(f"{self.address}/onderwerpen/{self.topic.stem}")
        self.topic.write_text(good, encoding="utf-8")
        self.wait_for("Geen opmerkingen bij deze pagina")
        self.assertEqual(self.browser.complaints(), [])

    def test_on_a_narrow_screen_the_panel_is_below_and_nothing_scrolls_sideways(self):
        self.browser.size(320)
        self.browser.open(f"{self.address}/onderwerpen/{self.topic.stem}")
        self.assertLessEqual(self.browser.run("return document.documentElement.scrollWidth"), 320)
        self.assertEqual(self.browser.findings(), [])


if __name__ == "__main__":
    unittest.main()
