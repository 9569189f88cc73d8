# SPDX-License-Identifier: EUPL-1.2
"""The custom elements in a page: their content, requests and events, and their protection against hostile responses."""

import unittest
from unittest import mock

from browser import POLICY
from element_case import ElementCase

WRITTEN = {
    "zoek": "form[action='/landkaart/zoeken']",
    "werkvormen": "a[href='/landkaart/werkvormen']",
    "kaart": "a[href='/landkaart/kaart']",
}


class ElementsInAPage(ElementCase):
    def test_violate_no_strict_policy(self):
        for policy in (POLICY, POLICY + "; trusted-types 'none'"):
            with mock.patch.object(self.host, "policy", policy):
                self.open(more=' start="ob-regeldruk" theme="utrecht-theme"')
                self.search("griffie raad")
                self.assertEqual(self.browser.run("return violations"), [])
                self.assertEqual(self.browser.complaints(), [])

    def test_send_requests_only_to_the_api(self):
        self.open()
        self.search("raad")
        asked = self.browser.run("return performance.getEntriesByType('resource').map(one => one.name)")
        by_the_page = ("listen.js", "landkaart/static/", "favicon.ico")
        by_elements = [
            one for one in asked if not one.startswith(tuple(self.host.address + one for one in by_the_page))
        ]
        self.assertEqual([one for one in by_elements if not one.startswith(self.host.address + "landkaart/v1/")], [])
        self.assertGreater(len(by_elements), 5)

    def test_store_nothing_in_the_browser(self):
        self.open()
        self.search("raad")
        kept = "return [document.cookie, localStorage.length, sessionStorage.length]"
        self.assertEqual(self.browser.run(kept), ["", 0, 0])

    def test_define_no_global_variables(self):
        self.open()
        self.assertEqual(self.browser.run("return Object.keys(window).filter(name => /landkaart/i.test(name))"), [])

    def test_replace_their_original_content(self):
        self.open()
        for element, style in WRITTEN.items():
            self.assertEqual(
                self.browser.run(
                    "return document.querySelectorAll(arguments[0]).length", f"landkaart-{element} > {style}"
                ),
                0,
                element,
            )

    def test_keep_their_original_content_when_the_api_does_not_answer(self):
        for api in ("/broken/v1", "http://127.0.0.1:9/v1"):
            self.browser.open(self.host.page(api=api))
            self.wait("return told.filter(one => one[0] === 'error').length === 3")
            for element, style in WRITTEN.items():
                self.assertTrue(self.find(f"landkaart-{element} {style}").is_displayed())
                message = self.find(f"landkaart-{element} [role=status]")
                self.assertIn("De landkaart is nu niet bereikbaar.", message.text)
                self.assertEqual(message.get_attribute("lang"), "nl")
            self.assertEqual({one["status"] for one in self.told("error")}, {503 if "broken" in api else 0})
        self.browser.complaints()  # discards the browser's own messages about the failed request

    def test_report_a_missing_api_attribute(self):
        self.browser.open(self.host.page("kaart", api=""))
        self.wait("return told.length")
        self.assertIn("attribute api", self.told("error")[0]["message"])
        self.assertTrue(self.find("landkaart-kaart a").is_displayed())

    def test_become_ready_after_the_button_to_try_again(self):
        self.browser.open(self.host.page("zoek", api="/broken/v1"))
        self.wait("return told.length")
        with mock.patch.object(self.host, "broken", False):
            self.find("landkaart-zoek button.nl-button").click()
            self.wait("return told.some(one => one[0] === 'ready')")
        self.assertEqual(self.browser.run("return document.activeElement.localName"), "landkaart-zoek")
        self.assertEqual(self.browser.run("return document.querySelectorAll('.landkaart-message').length"), 0)
        self.browser.complaints()

    def test_keep_text_typed_before_they_are_ready(self):
        self.browser.open(self.host.page("zoek", api="/broken/v1"))
        self.wait("return told.length")
        self.find("landkaart-zoek input").send_keys("mijn wethouder")
        with mock.patch.object(self.host, "broken", False):
            self.browser.run("document.querySelector('landkaart-zoek').setAttribute('lang', 'fy')")
            self.wait("return told.some(one => one[0] === 'ready')")
        self.press(" wil niet")
        self.assertEqual(
            self.browser.run("return document.querySelector('landkaart-zoek [role=combobox]').value"),
            "mijn wethouder wil niet",
        )
        self.browser.complaints()

    def test_start_again_when_an_attribute_changes(self):
        self.open("kaart")
        self.assertEqual(self.texts(".landkaart-kaart .landkaart-stop"), [])
        self.browser.run("document.querySelector('landkaart-kaart').setAttribute('start', 'ob-regeldruk')")
        self.wait("return document.querySelectorAll('landkaart-kaart .landkaart-stop').length > 1")

    def test_work_with_an_api_on_another_origin(self):
        elsewhere = self.host.address.replace("127.0.0.1", "localhost")
        policy = POLICY.replace("connect-src 'self'", f"connect-src {elsewhere}landkaart/v1/")
        with mock.patch.object(self.host, "policy", policy):
            self.open(api=f"{elsewhere}landkaart/v1")
            self.search("raad")
        self.assertEqual(self.browser.run("return document.querySelector('.landkaart-hits a').hostname"), "localhost")
        self.assertEqual(self.browser.complaints(), [])

    def test_can_occur_twice_in_a_page(self):
        self.open("kaart kaart", more=' start="ob-regeldruk"')
        repeated = self.browser.run("""const ids = [...document.querySelectorAll('[id]')].map(one => one.id);
            return ids.filter((id, at) => ids.indexOf(id) !== at)""")
        self.assertEqual(repeated, [])

    def test_keep_their_content_when_they_are_moved(self):
        self.open("zoek")
        self.search("raad")
        self.browser.run("document.body.append(document.querySelector('landkaart-zoek'))")
        self.assertGreater(len(self.texts("landkaart-zoek .landkaart-hits > li")), 3)
        self.assertEqual(self.told().count("ready"), 1)

    def test_use_the_language_of_the_page(self):
        self.open(language="en")
        self.assertEqual(self.browser.run("return document.querySelector('landkaart-zoek > div').lang"), "en")
        self.assertEqual(self.texts("landkaart-zoek [type=submit]"), ["Search"])

    def test_have_the_class_of_a_theme(self):
        self.open("zoek", more=' theme="utrecht-theme"')
        self.assertTrue(self.browser.run("return !!document.querySelector('landkaart-zoek > .utrecht-theme')"))

    def test_dispatch_select_events_that_can_be_prevented(self):
        self.open("kaart")
        before = self.browser.driver.current_url
        self.browser.run("window.taken = true")
        for style in ("landkaart-kaart svg a[href$='/kv-college']", "landkaart-kaart nav a[href$='/kv-college']"):
            self.browser.run(
                "document.querySelector(arguments[0]).dispatchEvent("
                "new MouseEvent('click', {bubbles: true, cancelable: true}))",
                style,
            )
        self.assertEqual(self.browser.driver.current_url, before)
        selected = self.told("select")
        self.assertEqual([one["item"]["id"] for one in selected], ["kv-college"] * 2)
        self.assertEqual(selected[0]["item"]["soort"], "onderwerp")
        self.assertEqual(selected[0]["href"], self.host.address + "landkaart/onderwerpen/kv-college")

    def test_follow_a_link_when_the_event_is_not_prevented(self):
        self.open("kaart")
        self.find("landkaart-kaart nav a[href$='/kv-college']").click()
        self.wait("return location.pathname === '/landkaart/onderwerpen/kv-college'")

    def test_copy_nothing_harmful_from_a_response(self):
        self.open("kaart zoek", api="/hostile/v1", more=' start="kv-college"')
        inside = self.browser.run("""
            return [...document.querySelectorAll('landkaart-kaart svg, landkaart-kaart svg *')].map(one =>
              [one.localName, ...[...one.attributes].map(({name, value}) => `${name}=${value}`)].join(' '))""")
        self.assertEqual([one.split()[0] for one in inside], "svg use use a text rect rect rect".split())
        for harm in ("elsewhere", "javascript", "onload", "onclick", "style", "xlink"):
            self.assertNotIn(harm, " ".join(inside))
        self.assertRegex(inside[-2], r"fill=url\(#landkaart-map-\d+-r\)$")
        self.assertEqual(self.texts("landkaart-zoek li h3"), ["<img src=x onerror=done()>"])
        self.assertEqual(
            self.browser.run("return document.querySelectorAll('landkaart-zoek :is(img, li a)').length"), 0
        )
        asked = self.browser.run("return performance.getEntriesByType('resource').map(one => one.name)")
        self.assertEqual([one for one in asked if not one.startswith(self.host.address)], [])
        self.browser.complaints()  # discards the browser's own messages about blocked scripts in the drawing

    def test_continue_the_heading_levels_of_the_page(self):
        self.open("zoek")
        self.search("raad")
        self.assertEqual(
            self.browser.run("return document.querySelector('.landkaart-hits a').parentElement.localName"), "h3"
        )


if __name__ == "__main__":
    unittest.main()
