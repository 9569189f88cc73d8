# SPDX-License-Identifier: EUPL-1.2
"""The portal with only the keyboard, and without JavaScript."""
import unittest

from portal_pages import FOCUS, PAGES, REACHABLE, open_page
from portal_site import PortalCase
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait

WHERE = "return location.pathname + location.search"


class Portal(PortalCase):
    def setUp(self):
        self.browser.size(1280)

    def open(self, name):
        open_page(self.browser, self.site.address + PAGES[name])

    def assert_arrives(self, *parts):
        """Waits for a page whose address begins with the first text and contains the others."""

        def arrived(_):
            where = self.browser.run(WHERE).removeprefix("/landkaart")
            return where.startswith(parts[0]) and all(part in where for part in parts)

        WebDriverWait(self.browser.driver, 10, 0.05).until(arrived, f"the page {parts} did not open")


class Keyboard(Portal):
    def press(self, *keys):
        ActionChains(self.browser.driver).send_keys(*keys).perform()

    def tab_to(self, selector, most=200):
        """Presses Tab until an element that matches the selector has the focus."""
        for _ in range(most):
            self.browser.press_tab()
            if self.browser.run("return document.activeElement.matches(arguments[0])", selector):
                return
        self.fail(f"Tab does not reach {selector}")

    def walk(self):
        """Presses Tab once for each element that the keyboard must reach. Returns those elements, and the elements that
        got the focus."""
        reachable = self.browser.run(REACHABLE)
        walked = []
        for _ in reachable:
            self.browser.press_tab()
            walked.append(self.browser.run(FOCUS))
        return reachable, walked

    def assert_walked(self, name):
        self.open(name)
        reachable, walked = self.walk()
        self.assertEqual([focus["number"] for focus in walked], reachable)
        for focus in walked:
            self.assertGreaterEqual(focus["width"], 2, focus)
            self.assertGreaterEqual(focus["contrast"], 3, focus)
            self.assertTrue(focus["seen"], focus)
        return walked

    def test_tab_reaches_everything_in_order_with_visible_focus(self):
        for name in ("home", "finder", "search-narrowed", "obstacle"):
            with self.subTest(name):
                self.assert_walked(name)

    def test_on_a_narrow_page_the_focus_moves_downwards(self):
        self.browser.size(320, 700)
        for name in ("finder", "search"):
            with self.subTest(name):
                tops = [focus["top"] for focus in self.assert_walked(name)[1:] if not focus["drawing"]]
                back = [(before, after) for before, after in zip(tops, tops[1:], strict=False) if after < before - 24]
                self.assertEqual(back, [])

    def test_the_first_tab_reaches_the_link_to_the_content(self):
        self.open("obstacle")
        self.press(Keys.TAB)
        self.assertTrue(self.browser.run("return document.activeElement.matches('.nl-skip-link')"))
        self.press(Keys.ENTER)
        self.press(Keys.TAB)
        self.assertTrue(self.browser.run("return !!document.activeElement.closest('main')"))

    def test_from_a_search_to_a_work_form(self):
        self.open("home")
        self.tab_to("[name=zoekterm]")
        self.press("ik sta er alleen voor", Keys.ENTER)
        self.assert_arrives("/zoeken", "alleen+voor")
        self.tab_to(".landkaart-hits a")
        self.press(Keys.ENTER)
        self.assert_arrives("/obstakels/ob-eenzame-samenwerker")
        self.tab_to(".landkaart-route a")
        self.press(Keys.ENTER)
        self.assert_arrives("/onderwerpen/kv-eenzame-samenwerker")

    def test_arrow_keys_select_a_suggestion(self):
        self.open("home")
        self.tab_to("[name=zoekterm]")
        self.press("krachtenv")
        self.browser.driver.execute_async_script("""
            const done = arguments[0], list = document.querySelector('[role=listbox]');
            const shown = () => list.checkVisibility() ? done() : setTimeout(shown, 20);
            shown();""")
        self.assertEqual(self.browser.findings(), [])
        self.press(Keys.ARROW_DOWN, Keys.ENTER)
        self.assert_arrives("/zoeken?zoekterm=Krachtenveld")

    def test_results_can_be_filtered_by_kind(self):
        self.open("search")
        self.tab_to(".landkaart-choice[href*='soort=obstakel']")
        self.press(Keys.ENTER)
        self.assert_arrives("/zoeken", "soort=obstakel")
        self.assertEqual(set(self.texts(".landkaart-hits .nl-data-badge")), {"Obstakel"})

    def texts(self, selector):
        return self.browser.run(
            "return [...document.querySelectorAll(arguments[0])].map(one => one.textContent.trim())", selector)

    def test_a_work_form_is_found_by_size_and_duration_and_printed(self):
        self.open("home")
        self.tab_to("#landkaart-quick-people")
        self.press("8", Keys.TAB, "Hooguit 30", Keys.ENTER)
        self.tab_to(".landkaart-quick button")
        self.press(Keys.ENTER)
        self.assert_arrives("/werkvormen?groepsgrootte=8&maximaleDuur=30")
        self.assertEqual(self.texts(".landkaart-chip"), ["8 mensen", "Hooguit 30 minuten"])
        self.tab_to(".landkaart-card a[href$='wv-troika']")
        self.press(Keys.ENTER)
        self.tab_to("a[href$='/printen']")
        self.press(Keys.ENTER)
        self.assert_arrives("/werkvormen/wv-troika/printen")

    def test_a_filter_can_be_removed(self):
        self.open("finder")
        self.tab_to(".landkaart-chip")
        self.press(Keys.ENTER)
        self.assert_arrives("/werkvormen?maximaleDuur=30")
        self.assertEqual(self.texts(".landkaart-chip"), ["Hooguit 30 minuten"])

    def test_the_map_and_its_list_lead_to_the_same_page(self):
        for selector in ("svg a", ".landkaart-list a"):
            self.open("home")
            self.tab_to(selector)
            self.press(Keys.ENTER)
            self.assert_arrives("/themas/paradoxen-publieke-waarden")

    def test_the_map_can_be_skipped(self):
        self.open("home")
        self.tab_to(".landkaart-skip")
        self.press(Keys.ENTER)
        self.press(Keys.TAB)
        self.assertEqual(self.browser.run("return document.activeElement.id"), "landkaart-quick-people")

    def test_a_closed_map_gets_no_focus(self):
        self.open("obstacle")
        self.tab_to("details:has(svg) > summary")
        self.press(Keys.TAB)
        self.assertFalse(self.browser.run("return !!document.activeElement.closest('svg')"))
        self.open("obstacle")
        self.tab_to("details:has(svg) > summary")
        self.press(Keys.ENTER, Keys.TAB)
        self.assertTrue(self.browser.run("return !!document.activeElement.closest('svg')"))

    def test_a_journey_is_walked_stop_by_stop(self):
        self.open("journey")
        self.tab_to("a[href$='/jo-eerste-keer/1']")
        self.press(Keys.ENTER)
        for number in range(2, 9):
            self.tab_to("a[rel=next]")
            self.press(Keys.ENTER)
            self.assert_arrives(f"/reizen/jo-eerste-keer/{number}")
        self.assertEqual(self.browser.run("return document.querySelectorAll('a[rel=next]').length"), 0)


class WithoutScripts(Portal):
    def open(self, name):
        self.browser.open(self.site.address + PAGES[name])

    def setUp(self):
        super().setUp()
        self.browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})

    def all(self, selector):
        return self.browser.driver.find_elements(By.CSS_SELECTOR, selector)

    def soon(self, selector):
        """All elements that match a selector, after waiting for a page that has one."""
        return WebDriverWait(self.browser.driver, 10, 0.05).until(lambda _: self.all(selector), selector)

    def test_search_finder_and_journeys_work_without_javascript(self):
        self.open("home")
        self.assertGreater(len(self.all(".landkaart-list a")), 50)
        self.assertGreater(len(self.all("svg a")), 50)
        self.all("[name=zoekterm]")[0].send_keys("te veel regels\n")
        self.soon(".landkaart-hits a")[0].click()
        self.assertGreater(len(self.soon(".landkaart-route a")), 3)
        self.assertTrue(self.browser.driver.current_url.endswith("/obstakels/ob-regeldruk"))


if __name__ == "__main__":
    unittest.main()
