# SPDX-License-Identifier: EUPL-1.2
"""The query commands: their answers as text and as JSON in the shape of docs/json.md."""
import json
from xml.etree import ElementTree

from program import PACK, ProgramTest

ITEM = {"id", "kind", "title"}


class Answers(ProgramTest):
    def test_info_counts_the_items_of_each_kind(self):
        info = self.ask_json("info")
        self.assertEqual(info["items"]["theme"], 4)
        self.assertEqual(info["items"]["topic"], 36)
        self.assertEqual(info["items"]["obstacle"], 16)
        self.assertEqual(info["items"]["work-form"], 60)
        self.assertEqual(self.ask_json("info", PACK), info)
        self.assertIn("60 work-forms", self.ask("info"))

    def test_list_filters_by_kind_and_theme(self):
        items = self.ask_json("list", "--kind", "topic", "--theme", "krachtenveld")["items"]
        self.assertEqual(len(items), 9)
        self.assertTrue(all(item["kind"] == "topic" and ITEM <= item.keys() for item in items))
        self.assertEqual(len(self.ask("list", "--kind", "theme").splitlines()), 4)

    def test_search_has_the_documented_keys_in_order(self):
        found = self.ask_json("search", "ik sta er alleen voor", "--limit", "3")
        self.assertEqual(list(found), ["query", "total", "hits", "suggestion", "offers", "facets"])
        self.assertEqual(found["query"], "ik sta er alleen voor")
        self.assertEqual(len(found["hits"]), 3)
        self.assertGreaterEqual(found["total"], 3)
        hit = found["hits"][0]
        self.assertEqual(list(hit), ["id", "kind", "title", "score", "snippet"])
        self.assertEqual(hit["id"], "ob-eenzame-samenwerker")
        self.assertEqual(list(hit["snippet"]), ["text", "highlights"])
        marked = [hit["snippet"]["text"][begin:end] for begin, end in hit["snippet"]["highlights"]]
        self.assertIn("alleen", marked)
        self.assertTrue({"sta", "staat"} & set(marked), marked)

    def test_search_accepts_the_words_as_one_or_several_arguments(self):
        together = self.ask_json("search", "gesprek met de raad")
        self.assertEqual(self.ask_json("search", "gesprek", "met", "de", "raad"), together)

    def test_search_filters_by_kind_theme_and_all_words(self):
        found = self.ask_json("search", "raad", "--kind", "obstacle", "--theme", "krachtenveld")
        self.assertTrue(found["hits"])
        self.assertEqual({hit["kind"] for hit in found["hits"]}, {"obstacle"})
        any_word = self.ask_json("search", "raad griffie")["total"]
        self.assertLess(self.ask_json("search", "raad griffie", "--match", "all")["total"], any_word)

    def test_search_filters_by_purpose(self):
        found = self.ask_json("search", "gesprek", "--purpose", "survive")
        self.assertTrue(found["hits"])
        forms = {form["id"] for form in self.ask_json("work-forms", "--purpose", "survive")["items"]}
        self.assertTrue({hit["id"] for hit in found["hits"]} <= forms)

    def test_search_filters_by_several_kinds(self):
        found = self.ask_json("search", "raad", "--kind", "obstacle", "--kind", "term", "--limit", "50")
        self.assertEqual({hit["kind"] for hit in found["hits"]}, {"obstacle", "term"})

    def test_search_applies_the_filters_that_it_offers(self):
        question = "werkvorm voor 8 personen in een half uur"
        offers = self.ask_json("search", question)["offers"]
        options = [f"--{name}={value}" for name, value in offers.items()]
        found = {hit["id"] for hit in self.ask_json("search", question, "--limit=100", *options)["hits"]}
        forms = {form["id"] for form in self.ask_json("work-forms", *options)["items"]}
        self.assertTrue(found)
        self.assertLessEqual(found, forms)

    def test_search_explains_a_score_by_parts_that_add_up(self):
        hit = self.ask_json("search", "griffie", "--explain", "--limit", "1")["hits"][0]
        self.assertEqual(hit["explanation"][0]["sort"], "typed")
        self.assertAlmostEqual(sum(part["score"] for part in hit["explanation"]), hit["score"])
        self.assertIn("griffie: typed griffie", self.ask("search", "griffie", "--explain", "--limit", "1"))

    def test_search_offers_filters_that_a_query_names(self):
        offers = self.ask_json("search", "werkvorm voor 8 personen in een half uur")["offers"]
        self.assertEqual(offers, {"group-size": 8, "max-minutes": 30})
        self.assertIn("--group-size 8", self.ask("search", "met acht mensen"))

    def test_search_finds_the_beginning_of_a_word_as_you_type(self):
        self.assertEqual(self.ask_json("search", "griff")["hits"], [])
        found = self.ask_json("search", "griff", "--as-you-type")
        self.assertTrue(found["hits"])
        self.assertIsNone(found["suggestion"])

    def test_suggest_completes_titles_and_words(self):
        found = self.ask_json("suggest", "krachtenv")["suggestions"]
        self.assertTrue(found[0]["text"].startswith("Krachtenveld"))
        self.assertIn("krachtenveld", [each["text"] for each in found if "id" not in each])
        self.assertIn("(wv-open-space)", self.ask("suggest", "open", "spa"))

    def test_search_for_a_mistyped_word_finds_and_suggests_the_right_one(self):
        found = self.ask_json("search", "verantwoordng")
        self.assertEqual(found["suggestion"], "verantwoording")
        self.assertTrue(found["hits"])
        self.assertIn("did you mean: verantwoording?", self.ask("search", "verantwoordng"))

    def test_search_answers_any_string(self):
        for query in ["", " ", "😀", "<script>", '"open', "a" * 10_000, "\x01", "שלום"]:
            self.assertEqual(self.ask_json("search", "--", query)["query"], query)

    def test_work_forms_fit_a_session(self):
        forms = self.ask_json("work-forms", "--group-size", "8", "--max-minutes", "30")["items"]
        self.assertTrue(forms)
        for form in forms:
            self.assertLessEqual(form["minutes"]["min"], 30)
            self.assertTrue(form["group-size"]["min"] <= 8 <= form["group-size"]["max"])
        easy = self.ask_json("work-forms", "--purpose", "learn-together", "--difficulty", "1")["items"]
        self.assertEqual({(form["purpose"], form["difficulty"]) for form in easy}, {("learn-together", 1)})
        self.assertIn("wv-troika", self.ask("work-forms", "--max-minutes", "30"))

    def test_related_items_come_with_their_reason(self):
        related = self.ask_json("related", "wv-troika")["related"]
        self.assertIn("ob-eenzame-samenwerker", [item["id"] for item in related])
        for item in related:
            self.assertTrue(item["reason"]["linked"] or item["reason"]["through"] or item["reason"]["words"], item)
        self.assertIn("both have links with", self.ask("related", "wv-troika"))

    def test_route_lists_the_items_that_help_with_an_obstacle(self):
        route = self.ask_json("route", "ob-eenzame-samenwerker")
        self.assertEqual(list(route), ["obstacle", "topics", "work-forms", "articles", "stories", "another-way"])
        self.assertEqual([form["id"] for form in route["work-forms"]],
                         ["wv-troika", "wv-netwerkweven", "wv-vijftien-procent", "wv-incidentmethode"])
        self.assertTrue(route["another-way"])
        self.assertIn("When to choose another way", self.ask("route", "ob-eenzame-samenwerker"))

    def test_show_prints_an_item_in_four_formats(self):
        self.assertIn("drietal", self.ask("show", "wv-troika"))
        self.assertTrue(self.ask("show", "wv-troika", "--format", "html").startswith("<p>"))
        self.assertIn("## Voorbeeldvraag", self.ask("show", "wv-troika", "--format", "markdown"))
        as_json = json.loads(self.ask("show", "wv-troika", "--format", "json"))
        self.assertEqual(as_json, self.ask_json("show", "wv-troika"))
        self.assertLessEqual(ITEM | {"html", "minutes", "steps", "topics"}, as_json.keys())

    def test_map_is_a_list_geojson_or_a_file(self):
        self.assertIn("Organiseren van het krachtenveld", self.ask("map"))
        features = self.ask_json("map")["features"]
        roles = [feature["properties"]["role"] for feature in features]
        self.assertEqual([roles.count(role) for role in ("territory", "place", "hazard")], [4, 36, 16])
        self.ask("map", "--json", "-o", self.folder / "kaart.geojson")
        self.assertEqual(json.loads((self.folder / "kaart.geojson").read_text())["features"], features)

    def test_map_is_drawn_to_a_file(self):
        def drawn(*arguments):
            self.ask("map", *arguments, "-o", self.folder / "kaart.svg")
            return ElementTree.parse(self.folder / "kaart.svg").getroot()

        links = drawn("--base-url", "/kaart/").findall(".//{*}a")
        self.assertEqual(len(links), 56)
        self.assertIn("/kaart/kv-college", [link.get("href") for link in links])
        self.assertEqual(drawn("--heading", "Onze kaart").get("aria-label"), "Onze kaart")
        self.assertIsNotNone(drawn("--embed").get("class"))
        self.assertGreater(len(list(drawn("--highlight", "ob-precedent").iter())), len(list(drawn().iter())))
        self.refused(12, "map", "--highlight", "wv-troika", "-o", self.folder / "kaart.svg")
        self.assertIn("--landkaart-sea", self.ask("map", "--stylesheet"))

    def test_queries_use_the_given_pack(self):
        pack = self.starter()
        self.assertEqual(self.ask_json("list", "--pack", pack, "--kind", "theme")["items"][0]["id"], "samenwerken")
        self.assertEqual(self.ask_json("info", pack)["id"], "mijn-landkaart")
        self.assertEqual(self.ask_json("verify", pack)["items"], 4)


if __name__ == "__main__":
    import unittest

    unittest.main()
