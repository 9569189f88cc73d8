# SPDX-License-Identifier: EUPL-1.2
"""Where axe-core cannot be had the tests fail, unless somebody says that they may be skipped."""
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

    def test_fails_where_npm_fails(self):
        with mock.patch.dict(os.environ, clear=False):
            os.environ.pop("LANDKAART_WITHOUT_AXE", None)
            self.assertRaisesRegex(AssertionError, "no network", browser.axe.__wrapped__)

    def test_is_skipped_only_for_who_says_so(self):
        with mock.patch.dict(os.environ, {"LANDKAART_WITHOUT_AXE": "1"}):
            self.assertRaises(unittest.SkipTest, browser.axe.__wrapped__)


if __name__ == "__main__":
    unittest.main()
