# SPDX-License-Identifier: EUPL-1.2
"""The custom elements <landkaart-zoek> (search) and <landkaart-werkvormen> (finder of work forms)."""

import unittest
from unittest import mock

from element_case import ElementCase
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

COMBOBOX = """const field = document.querySelector('landkaart-zoek input');
const list = document.getElementById(field.getAttribute('aria-controls'));
const active = document.getElementById(field.getAttribute('aria-activedescendant'));
return {value: field.value, open: field.getAttribute('aria-expanded') === 'true', shown: !list.hidden,
        options: [...list.children].map(one => one.textContent), active: active && active.textContent,
        selected: [...list.children].filter(one => one.getAttribute('aria-selected') === 'true').length}"""
CHOSEN = "return document.activeElement.matches('.landkaart-choice[aria-pressed=true]')"
ADDRESS = "return decodeURI(location.search)"


class Search(ElementCase):
    def type(self, text):
        self.find("landkaart-zoek input").send_keys(text)
        return self.wait("const now = (() => {%s})(); return now.open && now" % COMBOBOX)

    def combobox(self):
        return self.browser.run(COMBOBOX)

    def count(self):
        return self.find("landkaart-zoek [role=status]").text

    def test_shows_results_with_highlights_and_kinds(self):
        self.open("zoek")
        self.search("ik sta er alleen voor")
        self.assertRegex(self.count(), r"^\d+ resultaten voor ‘ik sta er alleen voor’$")
        self.assertEqual(self.texts(".landkaart-hits h3")[0], "De eenzame samenwerker")
        self.assertIn(self.texts(".landkaart-hits .landkaart-kind")[0], ("Obstakel", "Onderwerp"))
        self.assertTrue(self.texts(".landkaart-hits mark.nl-mark"))
        self.assertEqual(self.told("search")[0]["query"], {"zoekterm": "ik sta er alleen voor"})

    def test_arrow_keys_select_a_suggestion_and_enter_searches_for_it(self):
        self.open("zoek")
        opened = self.type("gemeentera")
        self.assertEqual([opened["shown"], opened["active"], opened["selected"]], [True, None, 0])
        self.press(Keys.ARROW_DOWN)
        chosen = self.combobox()
        self.assertEqual([chosen["active"], chosen["value"], chosen["selected"]], [opened["options"][0]] * 2 + [1])
        self.press(Keys.ARROW_UP)
        self.assertEqual([self.combobox()["active"], self.combobox()["value"]], [None, "gemeentera"])
        self.press(Keys.ARROW_UP)
        self.assertEqual(self.combobox()["value"], opened["options"][-1])
        self.press(Keys.ENTER)
        self.wait("return told.some(one => one[0] === 'search')")
        self.assertEqual(self.told("search")[0]["query"]["zoekterm"], opened["options"][-1])
        self.assertFalse(self.combobox()["open"])

    def test_enter_searches_for_the_typed_text(self):
        self.open("zoek")
        self.type("raad")
        self.press(Keys.ENTER)
        self.wait("return told.some(one => one[0] === 'search')")
        self.assertEqual(self.told("search")[0]["query"]["zoekterm"], "raad")

    def test_escape_closes_the_suggestions_and_restores_the_typed_text(self):
        self.open("zoek")
        self.type("raad")
        self.press(Keys.ARROW_DOWN, Keys.ESCAPE)
        after = self.combobox()
        self.assertEqual([after["open"], after["shown"], after["value"]], [False, False, "raad"])

    def test_leaving_the_field_closes_the_suggestions(self):
        self.open("zoek")
        self.type("raad")
        self.press(Keys.TAB)
        self.assertFalse(self.combobox()["open"])

    def test_a_suggestion_can_be_clicked(self):
        self.open("zoek")
        options = self.type("gemeentera")["options"]
        self.find("landkaart-zoek [role=option]").click()
        self.wait("return told.some(one => one[0] === 'search')")
        self.assertEqual(self.told("search")[0]["query"]["zoekterm"], options[0])

    def choose_kind(self, label):
        for choice in self.browser.driver.find_elements("css selector", "landkaart-zoek .landkaart-choice"):
            if choice.get_attribute("textContent").startswith(label):
                ActionChains(self.browser.driver).move_to_element(choice).click().perform()

    def test_results_can_be_filtered_by_kind(self):
        self.open("zoek")
        self.search("raad")
        everything = self.count()
        self.choose_kind("Verhalen")
        self.wait("return told.filter(one => one[0] === 'search').length === 2")
        self.assertEqual(set(self.texts(".landkaart-hits .landkaart-kind")), {"Verhaal"})
        self.assertTrue(self.browser.run(CHOSEN))
        self.choose_kind("Alles")
        self.wait("return told.filter(one => one[0] === 'search').length === 3")
        self.assertTrue(self.browser.run(CHOSEN))
        self.assertEqual(self.count(), everything)

    def test_more_results_get_the_focus_at_the_first_new_one(self):
        self.open("zoek")
        self.search("raad")
        first = self.texts(".landkaart-hits h3")
        self.find("landkaart-zoek .landkaart-more button").click()
        self.wait("return document.querySelectorAll('.landkaart-hits > li').length === 20")
        self.assertEqual(self.texts(".landkaart-hits h3")[:10], first)
        self.assertEqual(
            self.browser.run("return document.activeElement.textContent"), self.texts(".landkaart-hits h3")[10]
        )

    def test_a_spelling_mistake_is_corrected_with_one_click(self):
        self.open("zoek")
        self.search("participasie")
        self.find("landkaart-zoek .landkaart-meant").click()
        self.wait("return told.filter(one => one[0] === 'search').length === 2")
        self.assertIn("‘participatie’", self.count())
        self.assertEqual(self.browser.run("return document.activeElement.localName"), "input")

    def test_a_search_without_results_gives_advice(self):
        self.open("zoek")
        self.search("xqzwv")
        self.assertEqual(self.count(), "Niets gevonden voor ‘xqzwv’.")
        self.assertIn("Probeer één woord, of zeg het op een andere manier.", self.texts(".landkaart-outcome p"))

    def test_a_query_with_people_and_time_links_to_the_finder(self):
        self.open("zoek")
        self.search("iets voor 8 personen in een half uur")
        self.find(".landkaart-outcome a").click()
        self.wait("return location.pathname === '/landkaart/werkvormen'")
        self.assertIn("groepsgrootte=8", self.browser.run(ADDRESS))

    def test_a_hostile_query_is_shown_as_text(self):
        self.open("zoek")
        for hostile in ("<img src=x onerror=alert(1)>", "\"'><script>x</script>", "a" * 300):
            self.search(hostile)
            self.assertIn(hostile, self.count())
        self.assertEqual(self.browser.run("return document.querySelectorAll('landkaart-zoek img').length"), 0)

    def test_only_the_results_of_the_last_query_are_shown(self):
        self.open("zoek")
        self.browser.run("""for (const question of ['raad', 'griffie', 'wethouder']) {
            document.querySelector('landkaart-zoek input').value = question;
            document.querySelector('landkaart-zoek form').requestSubmit();
        }""")
        self.wait("return told.some(one => one[0] === 'search')")
        self.assertIn("‘wethouder’", self.count())
        self.assertEqual(self.told(), ["ready", "search"])
        self.assertEqual(self.texts(".landkaart-message"), [])

    def test_an_empty_query_clears_the_results(self):
        self.open("zoek")
        self.search("raad")
        self.find("landkaart-zoek input").clear()
        self.find("landkaart-zoek input").send_keys(Keys.ENTER)
        self.wait("return document.querySelectorAll('.landkaart-hits > li').length === 0")
        self.assertEqual(self.count(), "")

    def test_starts_with_the_query_in_the_attribute_start(self):
        self.open("zoek", more=' start="te veel regels"')
        self.assertIn("‘te veel regels’", self.count())
        self.assertEqual(self.combobox()["value"], "te veel regels")

    def test_the_attribute_results_sends_the_query_to_that_page(self):
        self.open("zoek", more=' results="/landkaart/zoeken"')
        self.find("landkaart-zoek input").send_keys("raad", Keys.ENTER)
        self.wait("return location.pathname === '/landkaart/zoeken'")
        self.assertEqual(self.browser.run(ADDRESS), "?zoekterm=raad")

    def test_with_results_a_failed_request_shows_no_message(self):
        self.browser.open(self.host.page("zoek", api="/broken/v1", more=' results="/landkaart/zoeken"'))
        self.wait("return told.length")
        self.assertEqual([self.told(), self.texts("landkaart-zoek [role=status]")], [["error"], []])
        self.find("landkaart-zoek input").send_keys("raad", Keys.ENTER)
        self.wait("return location.pathname === '/landkaart/zoeken'")
        self.browser.complaints()

    def test_a_later_failed_request_shows_a_message_beside_the_results(self):
        with mock.patch.object(self.host, "broken", False):
            self.open("zoek", api="/broken/v1")
            self.search("raad")
        before = self.texts(".landkaart-hits h3")
        self.find("landkaart-zoek .landkaart-more button").click()
        self.wait("return document.querySelector('landkaart-zoek .landkaart-message')")
        self.assertEqual(self.texts(".landkaart-hits h3"), before)
        with mock.patch.object(self.host, "broken", False):
            self.find("landkaart-zoek .landkaart-message button").click()
            self.wait("return document.querySelectorAll('.landkaart-hits > li').length === 20")
        self.browser.complaints()


class Finder(ElementCase):
    def choose(self, name, value):
        self.browser.run(
            """const input = document.querySelector(`landkaart-werkvormen [name=${arguments[0]}]`);
            input.value = arguments[1]; input.dispatchEvent(new Event('change', {bubbles: true}))""",
            name,
            value,
        )

    def asked(self, number):
        return self.wait("const asked = told.filter(one => one[0] === 'search'); return asked[arguments[0]]", number)[2]

    def test_shows_all_work_forms_without_filters(self):
        self.open("werkvormen")
        self.assertEqual(self.find("landkaart-werkvormen [role=status]").text, "60 werkvormen")
        self.assertEqual(len(self.texts(".landkaart-card")), 10)
        self.assertRegex(self.texts(".landkaart-card .nl-data-badge")[0], r"^\d+ tot \d+ mensen$")

    def test_every_filter_reduces_the_list(self):
        self.open("werkvormen")
        totals = [self.asked(0)["total"]]
        chosen = {"groepsgrootte": "8", "maximaleDuur": "60", "doel": "samen-leren", "maximaleMoeilijkheid": "1"}
        for number, (name, value) in enumerate(chosen.items(), 1):
            self.choose(name, value)
            totals.append(self.asked(number)["total"])
        self.assertEqual(sorted(totals, reverse=True), totals)
        self.assertEqual(len(set(totals)), len(totals), totals)
        self.assertEqual(self.asked(4)["query"], chosen)

    def test_without_results_a_button_clears_the_filters(self):
        self.open("werkvormen")
        self.choose("groepsgrootte", "999")
        self.assertEqual(self.asked(1)["total"], 0)
        self.assertEqual(self.find("landkaart-werkvormen [role=status]").text, "Geen werkvorm past bij al je keuzes.")
        self.find("landkaart-werkvormen .nl-button--secondary").click()
        self.assertEqual(self.asked(2)["total"], 60)
        focused = self.browser.run("return [document.activeElement.name, document.activeElement.value]")
        self.assertEqual(focused, ["groepsgrootte", ""])

    def test_an_invalid_number_sends_no_request(self):
        self.open("werkvormen")
        self.choose("groepsgrootte", "-3")
        self.choose("groepsgrootte", "3")
        self.assertEqual(self.asked(1)["query"]["groepsgrootte"], "3")

    def test_starts_with_the_work_forms_for_one_obstacle(self):
        self.open("werkvormen", more=' start="ob-eenzame-samenwerker"')
        self.assertLess(self.asked(0)["total"], 60)
        self.assertIn("Trio-advies", " ".join(self.texts(".landkaart-card h3")))
        self.assertFalse(self.find("landkaart-werkvormen .landkaart-more button").is_displayed(), "there are no more")

    def test_a_button_adds_more_work_forms(self):
        self.open("werkvormen")
        self.find("landkaart-werkvormen .landkaart-more button").click()
        self.wait("return document.querySelectorAll('.landkaart-card').length === 20")
        self.assertEqual(len(set(self.texts(".landkaart-card h3"))), 20)


if __name__ == "__main__":
    unittest.main()
