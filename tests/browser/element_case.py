# SPDX-License-Identifier: EUPL-1.2
"""ElementCase: the base class of the tests of the custom elements, with a browser, a host page and waiting."""

import time
import unittest

from browser import FOLDER, Browser
from element_host import ElementHost
from selenium.webdriver.common.action_chains import ActionChains

PATIENCE = 10  # seconds before a wait fails


class ElementCase(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        FOLDER.mkdir(parents=True, exist_ok=True)
        cls.host, cls.browser = ElementHost(), Browser()
        cls.addClassCleanup(cls.host.close)
        cls.addClassCleanup(cls.browser.close)
        cls.browser.driver.execute_cdp_cmd("Network.enable", {})
        cls.browser.driver.execute_cdp_cmd("Network.setCacheDisabled", {"cacheDisabled": True})

    def setUp(self):
        self.browser.prefer()
        self.browser.size(1280)

    def open(self, elements="zoek werkvormen kaart", **page):
        """Opens a page with these elements, and waits until they are ready."""
        self.browser.open(self.host.page(elements, **page))
        self.wait(f"return told.filter(one => one[0] === 'ready').length === {len(elements.split())}")

    def wait(self, script, *arguments):
        """Runs a script again and again until it returns a true value; returns that value."""
        end = time.monotonic() + PATIENCE
        while not (given := self.browser.run(script, *arguments)):
            if time.monotonic() > end:
                self.fail(f"{script}: not true after {PATIENCE} seconds; events so far: {self.told()}")
            time.sleep(0.02)
        return given

    def told(self, event=""):
        """The names of the events of the elements so far, or the details of the events with one name."""
        told = self.browser.run("return typeof told === 'undefined' ? [] : told")
        return [one[2] for one in told if one[0] == event] if event else [one[0] for one in told]

    def press(self, *keys):
        ActionChains(self.browser.driver).send_keys(*keys).perform()

    def find(self, style):
        return self.browser.driver.find_element("css selector", style)

    def texts(self, style):
        return self.browser.run(
            "return [...document.querySelectorAll(arguments[0])].map(one => one.textContent)", style
        )

    def search(self, query):
        field = self.find("landkaart-zoek input")
        field.clear()
        field.send_keys(query, "\ue007")
        self.wait(
            "return document.querySelector('landkaart-zoek [role=status]').textContent.includes(arguments[0])", query
        )
