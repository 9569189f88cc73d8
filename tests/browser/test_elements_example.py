# SPDX-License-Identifier: EUPL-1.2
"""The example examples/intranet-page: one command starts it, and its page works."""

import pathlib
import signal
import socket
import subprocess
import sys
import time
import unittest

from browser import FOLDER, Browser

EXAMPLE = pathlib.Path(__file__).parents[2] / "examples/intranet-page"
READY = """return [...document.querySelectorAll('landkaart-zoek, landkaart-werkvormen, landkaart-kaart')].every(one =>
  one.querySelector('.landkaart-page'))"""


def answers(port):
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


class IntranetPage(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        FOLDER.mkdir(parents=True, exist_ok=True)
        with socket.create_server(("127.0.0.1", 0)) as listening:
            port = listening.getsockname()[1]
        command = [sys.executable, "-B", str(EXAMPLE / "intranet.py"), "--port", str(port)]
        cls.started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        cls.addClassCleanup(cls.stop)
        cls.browser = Browser()
        cls.addClassCleanup(cls.browser.close)
        cls.address = f"http://127.0.0.1:{port}/"
        cls.wait_until(lambda: answers(port))

    @classmethod
    def stop(cls):
        cls.started.send_signal(signal.SIGINT)
        cls.started.wait(10)

    @staticmethod
    def wait_until(condition):
        end = time.monotonic() + 20
        while not condition():
            assert time.monotonic() < end, "the page did not change in time"
            time.sleep(0.05)

    def open(self):
        self.browser.open(self.address)
        self.wait_until(lambda: self.browser.run(READY))

    def test_is_accessible_and_violates_no_policy(self):
        for width in (320, 1440):
            self.browser.size(width)
            self.open()
            self.assertEqual(self.browser.findings(), [])
            self.assertEqual(self.browser.complaints(), [])
            self.assertLessEqual(self.browser.run("return document.scrollingElement.scrollWidth"), width)

    def test_shows_the_contact_only_when_a_search_finds_nothing(self):
        self.browser.size(1440)
        self.open()
        contact = self.browser.driver.find_element("id", "contact")
        for question, shown in (("xqzwv", True), ("ik sta er alleen voor", False)):
            field = self.browser.driver.find_element("css selector", "landkaart-zoek input")
            field.clear()
            field.send_keys(question, "\ue007")
            self.wait_until(lambda shown=shown: contact.is_displayed() == shown)

    def test_is_complete_without_javascript(self):
        self.browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        self.addCleanup(self.browser.driver.execute_cdp_cmd, "Emulation.setScriptExecutionDisabled", {"value": False})
        self.browser.open(self.address)
        for style in ("landkaart-zoek form button", "landkaart-werkvormen a", "landkaart-kaart a"):
            self.assertTrue(self.browser.driver.find_element("css selector", style).is_displayed())


if __name__ == "__main__":
    unittest.main()
