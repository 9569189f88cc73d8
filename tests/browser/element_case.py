# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the elements share: a browser, a host, and waiting for what comes later."""

import time
import unittest

from browser import FOLDER, Browser
from element_host import ElementHost
from selenium.webdriver.common.action_chains import ActionChains

PATIENCE = 10  # seconds


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
        """A page whose elements are ready."""
        self.browser.open(self.host.page(elements, **page))
        self.wait(f"return told.filter(one => one[0] === 'ready').length === {len(elements.split())}")

    def wait(self, script, *arguments):
        """Until the script gives something true, which it gives."""
        end = time.monotonic() + PATIENCE
        while not (given := self.browser.run(script, *arguments)):
            if time.monotonic() > end:  # only now: a page that is left knows nothing of what was told
                self.fail(f"{script}: waited in vain; told {self.told()}")
            time.sleep(0.02)
        return given

    def told(self, event=""):
        """Events of the elements so far: the names, or the details of one kind."""
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
