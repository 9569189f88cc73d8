// SPDX-License-Identifier: EUPL-1.2
// Building folders without mistakes.
#include <thread>

#include <nlohmann/json.hpp>

#include <landkaart/verify.h>

#include "tests/compiler/mistakes_in.h"
#include "tests/compiler/random_folder.h"

namespace landkaart::testing {
namespace {

using Json = nlohmann::json;

Lines ids(const std::vector<Item>& items) {
  Lines ids;
  for (const Item& item : items) ids.push_back(item.id());
  return ids;
}

TEST(Build, AcceptsAPackWithoutItems) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  const Pack pack = folder.build();
  EXPECT_EQ(pack.size(), 0);
  EXPECT_TRUE(pack.items().empty());
  EXPECT_TRUE(pack.map().empty());
  EXPECT_TRUE(pack.assets().empty());
  EXPECT_EQ(pack.search("iets").total(), 0);
  EXPECT_EQ(verify(pack).items, 0);
}

TEST(Build, LeavesOutItemsThatHoldLater) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("articles/a.md", "title: A\n");
  folder.write_item("articles/b.md", "title: B\nvalid-from: 2999-06-15\n");
  folder.write_item("articles/c.md", "title: C\nvalid-from: 2999-06-14\n");
  folder.write_item("articles/d.md", "title: D\nvalid-from: 2999-06-15\ndraft: true\n");
  EXPECT_EQ(ids(folder.build().items()), Lines{"a"});
  EXPECT_EQ(ids(folder.build({.valid_on = "2999-06-14"}).items()), (Lines{"a", "c"}));
  EXPECT_EQ(ids(folder.build({.today = "2999-06-14"}).items()), (Lines{"a", "c"}));
  EXPECT_EQ(ids(folder.build({.with_future = true}).items()), (Lines{"a", "b", "c"}));
  const BuildReport report = build(folder.path(), folder.path() / "my.lkp");
  EXPECT_EQ(report.left_out.drafts, 1);
  EXPECT_EQ(report.left_out.future, 2);
  EXPECT_EQ(report.left_out.next_date, "2999-06-14");
}

TEST(Build, GivesTheSameBytesOnEveryDay) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("articles/a.md", "title: A\nvalid-from: 2026-06-15\n");
  const auto built = [&](BuildOptions options) { return build_to_memory(folder.path(), options); };
  const std::string pack = built({.valid_on = "2026-06-15"});
  EXPECT_EQ(built({.valid_on = "2026-06-15", .today = "2000-01-01"}), pack);
  EXPECT_EQ(built({.valid_on = "2999-01-01"}), pack);
  EXPECT_EQ(built({.with_future = true, .today = "2000-01-01"}), pack);
  EXPECT_EQ(built({.today = "2026-06-15"}), pack);
}

TEST(Build, AcceptsAPackOfArticlesWithoutAMap) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("articles/a.md", "title: Aardappel\n", "Knol.\n");
  folder.write_item("articles/diep/in/b.md", "title: Biet\n");
  const Pack pack = folder.build();
  EXPECT_EQ(ids(pack.items()), (Lines{"a", "b"}));
  EXPECT_TRUE(pack.map().empty());
  EXPECT_EQ(pack.search("knol").hits[0].id(), "a");
  EXPECT_EQ(verify(pack).items, 2);
}

TEST(Build, StoresTheKeysOfPackYaml) {
  TemporaryFolder folder;
  folder.write_pack_yaml(
      "release: 8589934592\ndescription: Een proef\nchannel: stable\nhomepage: https://a.example\n"
      "x-team: [a, 1]\n");
  const Pack pack = folder.build();
  EXPECT_EQ(pack.manifest().release, 8589934592);
  EXPECT_EQ(pack.manifest().description, "Een proef");
  EXPECT_EQ(pack.manifest().channel, "stable");
  EXPECT_EQ(pack.manifest().homepage, "https://a.example");
  EXPECT_EQ(Json::parse(pack.manifest().json)["x-team"], Json({"a", 1}));
}

// 128 journeys with 1,023 stops each reach the limit of 131,072 exactly.
TEST(Build, RefusesMoreWalksAndStopsThanAReaderAccepts) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  std::string topics, journeys;
  Json stops = Json::array();
  for (int i = 0; i < 1023; ++i) {
    stops.push_back("t" + std::to_string(i));
    topics += Json{{"id", stops.back()}, {"title", "T"}}.dump() + "\n";
  }
  for (int i = 0; i < 128; ++i) {
    journeys +=
        Json{{"id", "j" + std::to_string(i)}, {"title", "J"}, {"stops", stops}}.dump() + "\n";
  }
  folder.write("topics/t.jsonl", topics).write("journeys/j.jsonl", journeys);
  EXPECT_EQ(folder.build().map().journeys().size(), 128u);
  folder.write_item("obstacles/o.md", "title: O\nanother-way: Stop.\n");
  try {
    folder.build();
    ADD_FAILURE() << "the pack was built";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::limit_exceeded);
    EXPECT_TRUE(std::string_view(error.what()).starts_with("the pack has 131074 journeys"))
        << error.what();
  }
}

TEST(Build, OrdersByKindThenOrderThenId) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  folder.write_item("articles/c.md", "title: C\n").write_item("articles/b.md", "title: B\n");
  folder.write_item("articles/z.md", "title: Z\norder: 1\n");
  folder.write_item("articles/a.md", "title: A\norder: 10\n");
  folder.write_item("articles/y.md", "title: Y\norder: 2\n");
  folder.write_item("topics/x.md", "title: X\norder: 1000000\n");
  const Pack pack = folder.build();
  EXPECT_EQ(ids(pack.items()), (Lines{"x", "b", "c", "z", "y", "a"}));
  EXPECT_EQ(ids(pack.items({.kinds = {Kind::article}})), (Lines{"b", "c", "z", "y", "a"}));
}

TEST(Build, IgnoresCarriageReturnsAndByteOrderMarks) {
  TemporaryFolder unix_folder;
  unix_folder.write_pack_yaml().write("synonyms.yaml", "- term: a\n  equal: [b]\n");
  unix_folder.write("articles/a.md",
                    "---\ntitle: A\nsummary: >\n  Een\n  twee\n---\nDrie\n\nvier\n");
  unix_folder.write("articles/b.jsonl", "{\"id\": \"b\", \"title\": \"B\"}\n");
  TemporaryFolder windows;
  windows.write("pack.yaml",
                "\xef\xbb\xbfid: proef\r\ntitle: Proef\r\nversion: 1.0.0\r\nlanguage: nl\r\n"
                "publisher: Proef\r\nlicence: CC0-1.0\r\n");
  windows.write("synonyms.yaml", "\xef\xbb\xbf- term: a\r\n  equal: [b]\r\n");
  windows.write(
      "articles/a.md",
      "\xef\xbb\xbf---\r\ntitle: A\r\nsummary: >\r\n  Een\r\n  twee\r\n---\r\nDrie\r\n\r\n"
      "vier\r\n");
  windows.write("articles/b.jsonl", "\xef\xbb\xbf{\"id\": \"b\", \"title\": \"B\"}\r\n");
  EXPECT_EQ(build_to_memory(windows.path()), build_to_memory(unix_folder.path()));
}

TEST(Build, ReadsAFileWithoutALastLineEnd) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("articles/a.md", "---\ntitle: A\n---");
  folder.write("articles/b.jsonl", "{\"id\": \"b\", \"title\": \"B\"}");
  EXPECT_EQ(folder.build().size(), 2);
}

TEST(Build, StoresEveryTypeOfYamlUnderAnXKey) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item(
      "articles/a.md",
      "title: A\nx-text: tekst\nx-quoted: \"1\"\nx-integer: -12\nx-real: 1.5e3\nx-true: true\n"
      "x-false: false\nx-null: null\nx-tilde: ~\nx-nothing:\nx-list: [1, a, [b]]\n"
      "x-map: {a: 1, b: {c: [true]}}\nx-block: |\n  een\n  twee\nx-date: 2026-11-23\nx-empty: "
      "\"\"\n"
      "x-yes: yes\nx-anchor: &k [1]\nx-alias: *k\n");
  const Json json = Json::parse(folder.build().item("a")->json());
  EXPECT_EQ(json["x-text"], "tekst");
  EXPECT_EQ(json["x-quoted"], "1");
  EXPECT_EQ(json["x-integer"], -12);
  EXPECT_EQ(json["x-real"], 1500.0);
  EXPECT_EQ(json["x-true"], true);
  EXPECT_EQ(json["x-false"], false);
  EXPECT_TRUE(json["x-null"].is_null());
  EXPECT_TRUE(json["x-tilde"].is_null());
  EXPECT_TRUE(json["x-nothing"].is_null());
  EXPECT_EQ(json["x-list"], Json::parse(R"([1, "a", ["b"]])"));
  EXPECT_EQ(json["x-map"], Json::parse(R"({"a": 1, "b": {"c": [true]}})"));
  EXPECT_EQ(json["x-block"], "een\ntwee\n");
  EXPECT_EQ(json["x-date"], "2026-11-23");
  EXPECT_EQ(json["x-empty"], "");
  EXPECT_EQ(json["x-yes"], "yes");
  EXPECT_EQ(json["x-alias"], json["x-anchor"]);
}

TEST(Build, GivesTheSameBytesForAnyNumberOfJobs) {
  TemporaryFolder folder;
  RandomFolder(1, {.items = 60, .lines = 2000}).write(folder);
  const std::string once = build_to_memory(folder.path(), {.jobs = 1});
  ASSERT_GE(Pack::from_memory(once).size(), 2060u);
  EXPECT_TRUE(build_to_memory(folder.path(), {.jobs = 2}) == once);
  EXPECT_TRUE(build_to_memory(folder.path(), {.jobs = 3}) == once);
  EXPECT_TRUE(build_to_memory(folder.path()) == once);
}

TEST(Build, ReportsProgressFromTheCallingThread) {
  TemporaryFolder folder;
  RandomFolder(2, {.items = 50}).write(folder);
  Lines stages;
  BuildOptions options;
  options.progress = [&, caller = std::this_thread::get_id()](const Progress& progress) {
    EXPECT_EQ(std::this_thread::get_id(), caller);
    EXPECT_LE(progress.done, progress.total);
    if (stages.empty() || stages.back() != progress.stage) stages.emplace_back(progress.stage);
  };
  build(folder.path(), folder.path() / "my.lkp", options);
  EXPECT_EQ(stages, (Lines{"reading", "indexing", "compressing", "writing"}));
}

TEST(Build, ReportsItemsBytesRootAndNotes) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write("articles/a.jsonl",
                                 "{\"id\": \"a\", \"title\": \"A\", \"body\": \"[b](b.html)\"}\n");
  const BuildReport report = build(folder.path(), folder.path() / "my.lkp");
  const Pack pack = Pack::open(folder.path() / "my.lkp");
  EXPECT_EQ(report.items, 1);
  EXPECT_EQ(report.bytes, pack.bytes().size());
  EXPECT_EQ(report.root, pack.manifest().root);
  ASSERT_EQ(report.notes.size(), 1);
  EXPECT_EQ(report.notes[0].problem,
            "the relative link \"b.html\" became plain text, because it "
            "has no target in the pack (line 1 of the body)");
}

TEST(Build, MakesASmallerPackWithTheSamePhraseHitsWithoutPositions) {
  TemporaryFolder folder;
  RandomFolder(3, {.items = 50}).write(folder);
  folder.write_item("articles/zin.md", "title: Zin\n", "Een blauwe vis zwemt.\n");
  folder.write_item("articles/los.md", "title: Los\n", "Een vis is blauwe verf vergeten.\n");
  const std::string with = build_to_memory(folder.path());
  const std::string without = build_to_memory(folder.path(), {.with_positions = false});
  EXPECT_LT(without.size(), with.size());
  for (const std::string& content : {with, without}) {
    const Pack pack = Pack::from_memory(content);
    EXPECT_EQ(verify(pack).items, pack.size());
    Lines found;
    for (const Hit& hit : pack.search("\"blauwe vis\"").hits) found.push_back(hit.id());
    EXPECT_EQ(found, Lines{"zin"});
  }
}

TEST(Build, ResolvesChainsOfRedirects) {
  TemporaryFolder folder;
  folder.write_pack_yaml("redirects: {a: b, b: c}\n").write_item("articles/c.md", "title: C\n");
  folder.write_item("articles/d.md", "title: D\nrelated: [a]\n", "[c](item:b) en [c](item:c)\n");
  const Pack pack = folder.build();
  EXPECT_EQ(pack.item("a")->id(), "c");
  ASSERT_EQ(pack.item("d")->links().size(), 2);  // one related and one mentions
  for (const Item::Link& link : pack.item("d")->links()) EXPECT_EQ(link.item.id(), "c");
}

TEST(Build, RoundsTheMapToHundredthsAndKeepsPlaneCoordinates) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "title: A\n");
  folder.write(
      "map.geojson",
      R"({"features": [{"properties": {"role": "place", "id": "a", "x-k": 1, "name": "weg"},
                   "geometry": {"type": "Point", "coordinates": [1.23456, -0.001, 1e300]}}]})");
  const Json map = Json::parse(folder.build().map().geojson());
  EXPECT_EQ(map["features"][0]["geometry"]["coordinates"].dump(), "[1.23,0]");
  EXPECT_EQ(map["features"][0]["properties"], Json({{"role", "place"}, {"id", "a"}, {"x-k", 1}}));
}

TEST(Build, ThrowsWhenTheFolderDoesNotExist) {
  try {
    build_to_memory("/nergens/te/vinden");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::io);
  }
}

TEST(Init, WritesAFolderThatCompiles) {
  TemporaryFolder folder;
  init(folder.path() / "nieuw");
  const Pack pack = Pack::from_memory(build_to_memory(folder.path() / "nieuw"));
  EXPECT_FALSE(pack.items({.kinds = {Kind::work_form}}).empty());
  EXPECT_FALSE(pack.map().empty());
  EXPECT_FALSE(pack.route("ik-sta-er-alleen-voor")->work_forms.empty());
  EXPECT_EQ(verify(pack).items, 4u);
}

TEST(Init, RefusesAFolderWithFiles) {
  TemporaryFolder folder;
  init(folder.path());
  try {
    init(folder.path());
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::invalid_argument);
  }
}

}  // namespace
}  // namespace landkaart::testing
