// SPDX-License-Identifier: EUPL-1.2
// The mistakes that a folder can have outside the text of one item: in pack.yaml, ids, links,
// redirects, the map, synonyms, assets, lines of JSON and encodings.
#include <fstream>

#include "tests/compiler/mistakes_in.h"

namespace landkaart::testing {
namespace {

Lines mistakes_in_pack_yaml(std::string_view more) {
  TemporaryFolder folder;
  folder.write_pack_yaml(more);
  return folder.mistakes();
}

// The mistakes in a folder with a theme t, an article a, and this feature on the map.
Lines mistakes_in_map(const std::string& feature) {
  TemporaryFolder folder;
  folder.write_pack_yaml("redirects: {oud: a}\n");
  folder.write_item("themes/t.md", "title: T\n").write_item("articles/a.md", "title: A\n");
  folder.write("map.geojson",
               "{\"type\": \"FeatureCollection\", \"features\": [\n" + feature + "\n]}\n");
  return folder.mistakes();
}

std::string feature(const std::string& properties, const std::string& geometry) {
  return R"({"type": "Feature", "properties": {)" + properties + R"(}, "geometry": {)" + geometry +
         "}}";
}

std::string point(const std::string& properties) {
  return feature(properties, R"("type": "Point", "coordinates": [1, 2])");
}

Lines mistakes_in_lines(std::string_view jsonl) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("articles/a.jsonl", jsonl);
  return folder.mistakes();
}

Lines mistakes_in_synonyms(std::string_view yaml) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("synonyms.yaml", yaml);
  return folder.mistakes();
}

TEST(PackYaml, MustBeThere) {
  TemporaryFolder folder;
  EXPECT_EQ(folder.mistakes(), Lines{"pack.yaml:0:0: this folder has no pack.yaml"});
}

TEST(PackYaml, HasEveryRequiredKey) {
  TemporaryFolder folder;
  folder.write("pack.yaml", "");
  EXPECT_EQ(
      folder.mistakes(),
      (Lines{"pack.yaml:1:1: \"id\" is missing", "pack.yaml:1:1: \"language\" is missing",
             "pack.yaml:1:1: \"licence\" is missing", "pack.yaml:1:1: \"publisher\" is missing",
             "pack.yaml:1:1: \"title\" is missing", "pack.yaml:1:1: \"version\" is missing"}));
}

TEST(PackYaml, MustBeYaml) {
  TemporaryFolder folder;
  folder.write("pack.yaml", "id: a\ntitle: a: b\n");
  EXPECT_EQ(
      folder.mistakes(),
      Lines{"pack.yaml:2:9: this line has a second colon with a space after it, and YAML reads a "
            "new key there"});
}

TEST(PackYaml, HasKnownKeysOnceOnly) {
  EXPECT_EQ(mistakes_in_pack_yaml("titel: a\n"),
            Lines{"pack.yaml:7:1: \"titel\" is not a key of pack.yaml"});
  EXPECT_EQ(mistakes_in_pack_yaml("title: a\n"),
            Lines{"pack.yaml:7:1: the key \"title\" is given twice"});
}

TEST(PackYaml, ProposesTheNearestKnownKey) {
  TemporaryFolder folder;
  folder.write_pack_yaml("descripton: a\n");
  EXPECT_EQ(remedies(folder), Lines{"did you mean description?"});
}

TEST(PackYaml, RejectsValuesOfTheWrongType) {
  EXPECT_EQ(mistakes_in_pack_yaml("description: [a]\n"),
            Lines{"pack.yaml:7:14: \"description\" must be text"});
  for (const std::string release : {"0", "-1", "1.5", "een", "99999999999999999999"}) {
    EXPECT_EQ(mistakes_in_pack_yaml("release: " + release + "\n"),
              Lines{"pack.yaml:7:10: release: \"" + release + "\" is not a whole number from 1"});
  }
  EXPECT_EQ(mistakes_in_pack_yaml("release: [1]\n"),
            Lines{"pack.yaml:7:10: release: \"\" is not a whole number from 1"});
  EXPECT_EQ(mistakes_in_pack_yaml("positions: soms\n"),
            Lines{"pack.yaml:7:12: positions: \"soms\" is neither true nor false"});
  EXPECT_EQ(mistakes_in_pack_yaml("description: \"\"\n"),
            Lines{"pack.yaml:7:14: \"description\" is empty"});
  TemporaryFolder folder;
  folder.write(
      "pack.yaml",
      "id: Mijn pack\ntitle: a\nversion: 1.0.0\nlanguage: nl\npublisher: a\nlicence: MIT\n");
  EXPECT_EQ(folder.mistakes(),
            Lines{"pack.yaml:1:5: id: \"Mijn pack\" has \"M\", which ids cannot have"});
}

TEST(Ids, AreUsedOnceInAllFiles) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("themes/a.md", "title: A\n");
  folder.write_item("articles/map/a.md", "title: B\n");
  folder.write("articles/b.jsonl",
               "{\"id\": \"c\", \"title\": \"C\"}\n{\"id\": \"a\", \"title\": \"D\"}\n");
  EXPECT_EQ(folder.mistakes(),
            (Lines{"articles/b.jsonl:2:1: id: \"a\" is also the id of the item at themes/a.md:2",
                   "articles/map/a.md:2:1: id: \"a\" is also the id of the item at "
                   "themes/a.md:2"}));
}

TEST(Links, MustReferToItemsThatExist) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("topics/trio-vormen.md", "title: B\n");
  folder.write_item("articles/a.md", "title: A\nthemes: [weg]\ntopics:\n  - trio-vorm\n");
  EXPECT_EQ(folder.mistakes(), (Lines{"articles/a.md:3:10: there is no item \"weg\"",
                                      "articles/a.md:5:5: there is no item \"trio-vorm\""}));
  EXPECT_EQ(remedies(folder),
            (Lines{"write the id of an item in this folder", "did you mean trio-vormen?"}));
}

TEST(Links, MustReferToItemsOfTheRightKind) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("topics/b.md", "title: B\n");
  folder.write_item("articles/a.md", "title: A\nthemes: [b]\nstories: [b]\ntranslation-of: b\n");
  const std::string problem = "\"b\" is of the kind topic, and ";
  EXPECT_EQ(folder.mistakes(),
            (Lines{"articles/a.md:3:10: " + problem + "only the id of a theme is allowed here",
                   "articles/a.md:4:11: " + problem + "only the id of a story is allowed here",
                   "articles/a.md:5:17: " + problem + "this item is of the kind article"}));
  EXPECT_EQ(remedies(folder), (Lines{"move it to \"topics\" or to \"related\"",
                                     "move it to \"topics\" or to \"related\"",
                                     "write the id of the item that this item translates"}));
}

TEST(Links, MustNotReferToTheirOwnItem) {
  EXPECT_EQ(mistakes_in_article("related: [a]\n"),
            Lines{"articles/a.md:3:11: this item links to itself"});
}

TEST(Links, MustNotReferToAnItemByTwoIds) {
  TemporaryFolder folder;
  folder.write_pack_yaml("redirects: {oud: b, vroeger: t}\n")
      .write_item("articles/b.md", "title: B\n");
  folder.write_item("themes/t.md", "title: T\n");
  folder.write_item("articles/a.md", "title: A\nthemes: [t, vroeger]\nrelated: [b, oud]\n");
  EXPECT_EQ(folder.mistakes(),
            (Lines{"articles/a.md:3:13: \"vroeger\" and an earlier id of this key both refer to "
                   "\"t\"",
                   "articles/a.md:4:14: \"oud\" and an earlier id of this key both refer to "
                   "\"b\""}));
}

TEST(Redirects, MustEndAtAnItem) {
  EXPECT_EQ(mistakes_in_pack_yaml("redirects:\n  oud: weg\n"),
            Lines{"pack.yaml:8:8: redirects: \"oud\" leads to \"weg\", and there is no item "
                  "\"weg\""});
}

TEST(Redirects, FormNoCircles) {
  const std::string circle = " leads to no item, because the redirects form a circle at ";
  EXPECT_EQ(mistakes_in_pack_yaml("redirects:\n  a: b\n  b: c\n  c: b\n  d: d\n"),
            (Lines{"pack.yaml:8:6: redirects: \"a\"" + circle + "\"b\"",
                   "pack.yaml:9:6: redirects: \"b\"" + circle + "\"b\"",
                   "pack.yaml:10:6: redirects: \"c\"" + circle + "\"c\"",
                   "pack.yaml:11:6: redirects: \"d\"" + circle + "\"d\""}));
}

TEST(Redirects, MustNotHaveTheIdOfAnItem) {
  TemporaryFolder folder;
  folder.write_pack_yaml("redirects: {a: b}\n");
  folder.write_item("articles/a.md", "title: A\n").write_item("articles/b.md", "title: B\n");
  EXPECT_EQ(folder.mistakes(),
            Lines{"pack.yaml:7:16: redirects: \"a\" is the id of the item at articles/a.md:2, so "
                  "it "
                  "cannot redirect"});
}

TEST(Redirects, MustNotLeadToADraft) {
  TemporaryFolder folder;
  folder.write_pack_yaml("redirects: {oud: b}\n")
      .write_item("articles/b.md", "title: B\ndraft: true\n");
  EXPECT_EQ(folder.mistakes(),
            Lines{"pack.yaml:7:18: \"b\" is a draft, and this pack has no drafts"});
}

TEST(Redirects, AreAListOfIds) {
  EXPECT_EQ(mistakes_in_pack_yaml("redirects: [a, b]\n"),
            Lines{"pack.yaml:7:12: \"redirects\" must be a mapping"});
  TemporaryFolder folder;
  folder.write_pack_yaml("redirects: {Oud Id: b}\n").write_item("articles/b.md", "title: B\n");
  EXPECT_EQ(folder.mistakes(),
            Lines{"pack.yaml:7:13: redirects: \"Oud Id\" has \"O\", which ids cannot have"});
}

TEST(Assets, MustExist) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("assets/film.vtt", "WEBVTT\n");
  folder.write_item("videos/v.md",
                    "title: V\nfile: film.mp4\ncaptions: film.vt\ntranscript: T\nduration: 1\n");
  EXPECT_EQ(folder.mistakes(), (Lines{"videos/v.md:3:7: there is no file \"assets/film.mp4\"",
                                      "videos/v.md:4:11: there is no file \"assets/film.vt\""}));
  EXPECT_EQ(remedies(folder)[1], "did you mean film.vtt?");
}

TEST(Assets, MustNotHaveABackslashInTheirName) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("assets/a\\b.png", "x");
  EXPECT_EQ(folder.mistakes(),
            Lines{"assets/a\\b.png:0:0: the name of this file has a backslash (\\)"});
}

TEST(Files, OfItemsAreMarkdownOrLinesOfJson) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("articles/plaatje.png", "x");
  EXPECT_EQ(folder.mistakes(),
            Lines{"articles/plaatje.png:0:0: the name of a file with items must end in .md or "
                  ".jsonl"});
}

TEST(Files, AreUtf8) {
  const std::string latin = "---\ntitle: caf\xe9\n---\n";
  TemporaryFolder folder;
  folder.write_pack_yaml().write("articles/a.md", latin).write("map.geojson", latin);
  folder.write("synonyms.yaml", latin).write("articles/b.jsonl", latin);
  EXPECT_EQ(folder.mistakes(),
            (Lines{"articles/a.md:2:11: this line is not UTF-8: it has the byte 0xE9",
                   "articles/b.jsonl:2:11: this line is not UTF-8: it has the byte 0xE9",
                   "map.geojson:2:11: this line is not UTF-8: it has the byte 0xE9",
                   "synonyms.yaml:2:11: this line is not UTF-8: it has the byte 0xE9"}));
  folder.write("pack.yaml", latin);
  EXPECT_EQ(folder.mistakes()[3], "pack.yaml:2:11: this line is not UTF-8: it has the byte 0xE9");
}

TEST(JsonLines, AreJson) {
  EXPECT_EQ(mistakes_in_lines("{\"id\": \"a\", \"title\": \"A\"}\n\n{\"id\": \"b\",}\n"),
            Lines{"articles/a.jsonl:3:12: this line is not JSON"});
  // A number above the greatest floating-point number.
  EXPECT_EQ(mistakes_in_lines("{\"id\": \"a\", \"title\": \"A\", \"x-a\": 5e555}\n"),
            Lines{"articles/a.jsonl:1:38: this line is not JSON"});
  // Columns count code points.
  EXPECT_EQ(mistakes_in_lines("{\"id\": \"a\", \"title\": \"één\",}\n"),
            Lines{"articles/a.jsonl:1:28: this line is not JSON"});
}

TEST(JsonLines, MustHaveAnId) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("articles/a.jsonl", "{\"title\": \"A\"}\n");
  EXPECT_EQ(folder.mistakes(), Lines{"articles/a.jsonl:1:1: \"id\" is missing"});
  EXPECT_EQ(remedies(folder), Lines{"add this key; ids are 1 to 128 of a-z, 0-9 and -"});
}

TEST(JsonLines, AreObjects) {
  EXPECT_EQ(mistakes_in_lines("[1]\n\"a\"\nnull\n"),
            (Lines{"articles/a.jsonl:1:1: this line is JSON, but not a JSON object",
                   "articles/a.jsonl:2:1: this line is JSON, but not a JSON object",
                   "articles/a.jsonl:3:1: this line is JSON, but not a JSON object"}));
}

TEST(JsonLines, AreNotNestedTooDeeply) {
  const std::string deep = std::string(200'000, '[') + std::string(200'000, ']');
  EXPECT_EQ(mistakes_in_lines(R"({"id": "a", "title": "A", "x-a": )" + deep + "}\n"),
            Lines{"articles/a.jsonl:1:1: values are nested more than 64 levels deep"});
}

TEST(JsonLines, ReportWrongKeysAndABodyThatIsNoText) {
  EXPECT_EQ(mistakes_in_lines("\n{\"id\": \"a\", \"titel\": \"A\", \"body\": [\"b\"]}\n"),
            (Lines{"articles/a.jsonl:2:1: \"body\" must be text",
                   "articles/a.jsonl:2:1: \"titel\" is not a key of an item of the kind article",
                   "articles/a.jsonl:2:1: \"title\" is missing"}));
}

TEST(JsonLines, ReportTheLineOfTheBody) {
  EXPECT_EQ(mistakes_in_lines("{\"id\": \"a\", \"title\": \"A\", \"body\": \"a\\n\\n<b>\\n\"}\n"),
            Lines{"articles/a.jsonl:1:1: raw HTML is not allowed: <b> (line 3 of the body)"});
}

TEST(JsonLines, ReportTheRightLineInALongFile) {
  std::string lines;
  for (int i = 1; i <= 1000; ++i) {
    const std::string id = "a" + std::to_string(i);
    const std::string link = i == 700 ? "weg" : "a1000";
    lines += R"({"id": ")" + id + R"(", "title": "A", "body": "[a](item:)" + link + "\"" + "}\n";
  }
  for (std::size_t at = lines.find("item:a1000\""); at != std::string::npos;
       at = lines.find("item:a1000\"", at)) {
    lines.replace(at, 11, "item:a1000)\"");
  }
  lines.replace(lines.find("item:weg\""), 9, "item:weg)\"");
  EXPECT_EQ(mistakes_in_lines(lines), Lines{"articles/a.jsonl:700:1: there is no item \"weg\""});
}

TEST(Map, IsAFeatureCollection) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  for (const char* text : {"[]", "{\"features\": 1}"}) {
    folder.write("map.geojson", text);
    EXPECT_EQ(folder.mistakes(),
              Lines{"map.geojson:1:1: the map is not a GeoJSON FeatureCollection"});
  }
  folder.write("map.geojson", "");
  EXPECT_EQ(folder.mistakes(), Lines{"map.geojson:1:1: this is not JSON"});
  folder.write("map.geojson", "{\"type\": \"FeatureCollection\",\n \"features\": [,]}\n");
  EXPECT_EQ(folder.mistakes(), Lines{"map.geojson:2:15: this is not JSON"});
  folder.write("map.geojson", R"({"type": "FeatureCollection", "features": [496E455]})");
  EXPECT_EQ(folder.mistakes(), Lines{"map.geojson:1:50: this is not JSON"});
}

TEST(Map, HasFeaturesWithARoleAGeometryAndAnId) {
  const auto problem = [](const std::string& feature) {
    const Lines lines = mistakes_in_map(feature);
    EXPECT_EQ(lines.size(), 1);
    const std::string start = "map.geojson:2:1: feature 1 ";
    EXPECT_TRUE(lines[0].starts_with(start)) << lines[0];
    return lines[0].substr(start.size());
  };
  EXPECT_EQ(problem("{}"), "has no \"properties\"");
  EXPECT_EQ(problem(point("")), "has no \"role\"");
  EXPECT_EQ(problem(point(R"("role": "zee")")), "has the role \"zee\"");
  EXPECT_EQ(problem(point(R"("role": "road")")), "is a road and must be a LineString");
  EXPECT_EQ(problem(point(R"("role": "place")")), "has no \"id\"");
  EXPECT_EQ(problem(point(R"("role": "place", "id": 1)")), "has an \"id\" that is not text");
  EXPECT_EQ(problem(feature(R"("role": "place", "id": "a")",
                            R"("type": "Point", "coordinates": ["a", 2])")),
            "has a coordinate that is not a pair of numbers");
  EXPECT_EQ(problem(feature(R"("role": "place", "id": "a")",
                            R"("type": "Point", "coordinates": [1e9, 2])")),
            "has a coordinate beyond 1,000,000");
  EXPECT_EQ(problem(feature(R"("role": "territory", "id": "t")",
                            R"("type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1]]])")),
            "must be one outline of four points or more, without holes");
  EXPECT_EQ(
      problem(feature(R"("role": "road")", R"("type": "LineString", "coordinates": [[0, 0]])")),
      "is a road, and its coordinates are not a list of two points or more");
}

TEST(Map, NamesItemsOfTheRightKindOnce) {
  EXPECT_EQ(mistakes_in_map(point(R"("role": "place", "id": "weg")")),
            Lines{"map.geojson:2:59: there is no item \"weg\""});
  EXPECT_EQ(mistakes_in_map(point(R"("role": "hazard", "id": "a")")),
            Lines{"map.geojson:2:60: \"a\" is of the kind article, and the id of a hazard must be "
                  "of the kind obstacle"});
  const std::string place = point(R"("role": "place", "id": "a")");
  EXPECT_EQ(mistakes_in_map(place + ",\n" + place),
            Lines{"map.geojson:3:59: two features of the map have the id \"a\""});
  EXPECT_EQ(mistakes_in_map(point(R"("role": "place", "id": "oud")")),
            Lines{"map.geojson:2:59: \"oud\" is an old id of \"a\""});
}

TEST(Synonyms, AreAListOfGroupsWithATerm) {
  EXPECT_EQ(mistakes_in_synonyms("a: b\n"),
            Lines{"synonyms.yaml:1:1: synonyms.yaml must be a list of groups"});
  EXPECT_EQ(mistakes_in_synonyms("- equal: [a]\n- term: \"\"\n"),
            (Lines{"synonyms.yaml:1:3: this group of synonyms has no \"term\"",
                   "synonyms.yaml:2:3: this group of synonyms has no \"term\""}));
  EXPECT_EQ(mistakes_in_synonyms("- term: a\n  equals: [b]\n"),
            Lines{"synonyms.yaml:2:3: \"equals\" is not a key of a group of synonyms"});
}

TEST(Synonyms, MustBeOneYamlDocument) {
  EXPECT_EQ(mistakes_in_synonyms("- term: a\nterm: b\n"),
            Lines{"synonyms.yaml:2:1: a second YAML document begins here, and only one is "
                  "allowed"});
}

TEST(Synonyms, MustHaveNoZeroByte) {
  using namespace std::string_literals;
  EXPECT_EQ(mistakes_in_synonyms("- term: a\n  equal: [b\0]\n"s),
            Lines{"synonyms.yaml:2:12: this is not YAML: the character U+0000 is not allowed"});
}

TEST(Map, HasIdsThatItemsCanHave) {
  const Lines lines = mistakes_in_map(point(R"("role": "place", "id": "Een plek")"));
  EXPECT_EQ(lines, Lines{"map.geojson:2:1: id: \"Een plek\" has \"E\", which ids cannot have"});
}

TEST(Map, MayWriteNamesAndIdsWithEscapes) {
  const std::string escaped = point(R"("role": "place", "id": "\u0077eg")");
  const std::string note = point(R"("role": "place", "id": "a", "x-note": "weg")");
  EXPECT_EQ(mistakes_in_map(escaped + ",\n" + note),
            Lines{"map.geojson:2:1: there is no item \"weg\""});
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: A\n");
  folder.write("map.geojson", R"({"type": "FeatureCollection", "\u0066eatures": [)" +
                                  point(R"("role": "place", "id": "a")") + "]}");
  EXPECT_FALSE(folder.build().map().empty());
}

TEST(Files, ThatPackYamlListsAsNotReadMayHaveAnyName) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("artikelen/README.md", "Oud.\n");
  EXPECT_EQ(folder.mistakes(),
            Lines{"artikelen:0:0: artikelen/ has items, and no folder of a pack has this name"});
  folder.write_pack_yaml("not-read: [artikelen, synonyms.yml]\n").write("synonyms.yml", "");
  EXPECT_EQ(folder.build().size(), 0u);
  EXPECT_TRUE(lint(folder.path()).findings.empty());
}

// yaml-cpp reads such a comma as an empty document without end.
TEST(Synonyms, MustNotBeginWithAComma) {
  const Lines expected = {
      "synonyms.yaml:1:1: this is not YAML: a comma stands where a value should begin"};
  EXPECT_EQ(mistakes_in_synonyms(", term: a\n"), expected);
  EXPECT_EQ(
      mistakes_in_synonyms("[a], b\n"),
      Lines{"synonyms.yaml:1:4: this is not YAML: a comma stands where a value should begin"});
}

TEST(Synonyms, AreListsOfWords) {
  EXPECT_EQ(mistakes_in_synonyms("- term: a\n  equal: b\n"),
            Lines{"synonyms.yaml:2:10: \"equal\" must be a list"});
  EXPECT_EQ(mistakes_in_synonyms("- term: a\n  related: [[b], \"\"]\n"),
            (Lines{"synonyms.yaml:2:13: \"related\" has an element that is not a word",
                   "synonyms.yaml:2:18: \"related\" holds an empty word"}));
}

TEST(Synonyms, HaveOneGroupForEachTerm) {
  EXPECT_EQ(mistakes_in_synonyms("- term: café\n- term: Cafe\n"),
            Lines{"synonyms.yaml:2:9: term: \"Cafe\" is also the term of the group on line 1"});
}

TEST(Mistakes, AreAllReportedInOrderOfFileAndLine) {
  TemporaryFolder folder;
  folder.write_pack_yaml("kleur: rood\n").write("synonyms.yaml", "a: b\n");
  folder.write_item("topics/b.md", "title: B\norder: x\n", "<b>\n");
  folder.write_item("articles/a.md", "title: A\nrelated: [weg]\nreview-by: ooit\n",
                    "[a](item:ook-weg)\n");
  EXPECT_EQ(folder.mistakes(), (Lines{"articles/a.md:3:11: there is no item \"weg\"",
                                      "articles/a.md:4:12: review-by: \"ooit\" is not a date",
                                      "articles/a.md:6:5: there is no item \"ook-weg\"",
                                      "pack.yaml:7:1: \"kleur\" is not a key of pack.yaml",
                                      "synonyms.yaml:1:1: synonyms.yaml must be a list of groups",
                                      "topics/b.md:3:8: order: \"x\" is not a whole number",
                                      "topics/b.md:5:1: raw HTML is not allowed: <b>"}));
}

}  // namespace
}  // namespace landkaart::testing
