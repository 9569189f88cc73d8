# SPDX-License-Identifier: EUPL-1.2
"""Without axe-core the browser tests fail, unless LANDKAART_WITHOUT_AXE=1 asks to skip them."""
import os
import subprocess
import unittest
from unittest import mock

import browser


class Axe(unittest.TestCase):
    def setUp(self):
        failed = subprocess.CompletedProcess(["npm"], 1, b"", b"no network")
        self.enterContext(mock.patch.object(browser.subprocess, "run", return_value=failed))
        self.enterContext(mock.patch.object(browser, "version_of", return_value=None))
        browser.FOLDER.mkdir(parents=True, exist_ok=True)

    def test_a_failed_installation_fails_the_test(self):
        with mock.patch.dict(os.environ, clear=False):
            os.environ.pop("LANDKAART_WITHOUT_AXE", None)
            self.assertRaisesRegex(AssertionError, "no network", browser.axe.__wrapped__)

    def test_a_failed_installation_skips_the_test_on_request(self):
        with mock.patch.dict(os.environ, {"LANDKAART_WITHOUT_AXE": "1"}):
            self.assertRaises(unittest.SkipTest, browser.axe.__wrapped__)


if __name__ == "__main__":
    unittest.main()
