# SPDX-License-Identifier: EUPL-1.2
"""The custom elements with an API that answers only visitors who have logged in."""

import unittest

from element_case import ElementCase

# Records with which credentials the elements send requests from now on.
LISTEN_TO_FETCH = """window.asked = []; const send = window.fetch;
window.fetch = (address, options) => { asked.push(options.credentials); return send(address, options); };"""


class ElementsBehindALogin(ElementCase):
    def tearDown(self):
        self.browser.driver.delete_all_cookies()

    def log_in(self):
        self.browser.open(self.host.page(""))
        self.browser.driver.add_cookie({"name": "inlog", "value": "ja"})

    def test_send_the_cookies_of_the_visitor(self):
        self.log_in()
        self.open(api="/private/v1")
        self.search("raad")
        self.wait("return document.querySelectorAll('landkaart-kaart svg a').length > 10")
        self.wait("return document.querySelectorAll('landkaart-werkvormen li').length > 3")
        self.assertEqual(self.told("error"), [])

    def test_say_that_the_material_is_missing_without_a_login(self):
        self.browser.open(self.host.page("kaart", api="/private/v1"))
        self.wait("return told.some(one => one[0] === 'error')")
        self.assertEqual(self.told("error")[0]["status"], 403)

    def test_send_cookies_to_another_origin_only_when_told(self):
        self.open("zoek")
        self.browser.run(LISTEN_TO_FETCH)
        element = "document.querySelector('landkaart-zoek')"
        self.browser.run(f"{element}.setAttribute('lang', 'en')")
        self.wait("return asked.length > 0")
        self.assertEqual(set(self.browser.run("return asked")), {"same-origin"})
        self.browser.run(f"asked.length = 0; {element}.setAttribute('credentials', 'include')")
        self.wait("return asked.length > 0")
        self.assertEqual(set(self.browser.run("return asked")), {"include"})


if __name__ == "__main__":
    unittest.main()
