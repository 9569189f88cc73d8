// SPDX-License-Identifier: EUPL-1.2
#include "tests/compiler/random_folder.h"

#include <algorithm>
#include <array>
#include <set>

#include "content-pack/compiler/front_matter_keys.h"
#include "core/text/utf8.h"

namespace landkaart::testing {
namespace {

using namespace std::string_literals;

const std::vector<std::string> kNastyTexts = {"",           " ",
                                              "a: b",       "a:b",
                                              "a:",         ": a",
                                              ":",          "# a",
                                              "a # b",      "a#b",
                                              "- a",        "-",
                                              "--",         "---",
                                              "...",        "yes",
                                              "no",         "on",
                                              "y",          "true",
                                              "false",      "True",
                                              "FALSE",      "null",
                                              "Null",       "NULL",
                                              "~",          "1",
                                              "01",         "-1",
                                              "+1",         "1.5",
                                              ".5",         "5.",
                                              "1e3",        "1e999",
                                              "0x1F",       "0o17",
                                              "1_000",      ".inf",
                                              ".nan",       "NaN",
                                              "'",          "''",
                                              "'a'",        "\"",
                                              "\"a\"",      "\\",
                                              "\\n",        "\\u0041",
                                              "a\nb",       "\na",
                                              "a\n\nb",     "a\r\nb",
                                              "\t",         "a\tb",
                                              "\ta",        " a",
                                              "a ",         "  a  b  ",
                                              "[",          "]",
                                              "[a]",        "[a, b]",
                                              "{",          "}",
                                              "{a: b}",     ",",
                                              "a, b",       "&a",
                                              "*a",         "!a",
                                              "!!str a",    "|",
                                              ">",          "|-",
                                              "%a",         "@a",
                                              "`a`",        "?",
                                              "? a",        "=",
                                              "<<",         "<b>",
                                              "é",          "e\u0301",
                                              "日本語",     "🙂",
                                              "\u00a0",     "\u00ad",
                                              "\u0085",     "\u2028",
                                              "\u2029",     "\ufeff",
                                              "\ufeffa",    "\u200b",
                                              "\ufffd",     "\ufffe",
                                              "\U0001ffff", "\ufdd0",
                                              "\ue000",     "\x01",
                                              "\x04",       "\x1b[31m",
                                              "\x7f",       "\u009b",
                                              "a\0b"s,      "\0"s,
                                              "2026-11-23", "12:30:45",
                                              "a'b\"c\\d",  "Wat nu? Zeg: \"ja\" # of nee",
                                              "item:weg",   "[a](item:weg)",
                                              "*a*",        "<!-- a -->",
                                              "&amp;",      "\xf0\x90\x80\x80"};

const std::vector<std::string> kNastyIds = {"null", "true", "yes", "no", "on", "1",
                                            "007",  "1e3",  "-",   "--", "-a", "a--",
                                            "0x1",  "2026", "n",   "y"};

const std::vector<std::string> kBlocks = {
    "Gewone tekst met een *nadruk*, **sterk** en `code`.",
    "Een regel\\\ndie breekt, en een\nzachte breuk.",
    "## Kop\n\nTekst onder de kop.",
    "### Kop met `code` en \\# teken",
    "- een\n- twee\n  - diep\n  - dieper\n- drie",
    "1. een\n2. twee\n\n   met een alinea\n3. drie",
    "7) zeven\n8) acht",
    "> citaat\n>\n> - met een lijst",
    "```\ncode: <b> & \"quotes\"\n\n    ingesprongen\n```",
    "| a | b | c |\n| --- | :-: | --: |\n| 1 \\| 2 | *x* |\n| | leeg |",
    "___",
    "[adres](https://a.example/?a=1&b=2#c) en <https://b.example/> en [post](mailto:a@a.example)",
    "Entiteiten: &eacute; &#8364; &lt;b&gt; &amp;amp;",
    "\\*geen nadruk\\* 1\\. geen lijst \\[geen link\\] \\<geen html>",
    "woord*midden*woord en _begin_ en **a*b*c**",
    "Ünïcödé 日本語 🙂 \u00a0vast\u00a0",
    "https://a.example/~b_c_/?d=1&e en www.b.example, naam@c.example (https\\://d.example)",
    "| www.a.example | _b@c.example_ |\n|---|---|\n| <https://d.example> | e\\@f.example |",
    "a|b\n-|:-:\n*c*|d\n\n> |e|\n> |-|",
    "- [ ] taak\n- [x] *klaar*\n  1. [X] ook klaar\n\n     met een alinea",
    "~~oud~~ en ~ouder~ in een ~~*woord*~~deel en \\~5",
    "a & b < c > d \" e ' f"};

constexpr std::array kCoordinates = {0.0, 1.0, -3.5, 12.25, 999.994, 999.996, -0.001, 1e6};

constexpr auto kLicences = std::to_array<std::string_view>(
    {"CC-BY-4.0", "CC0-1.0 OR EUPL-1.2", "LicenseRef-a", "(MIT AND GPL-2.0+)"});
constexpr auto kVersions =
    std::to_array<std::string_view>({"0.1.0", "1.0.0-rc.1", "2.10.3+build.7"});

}  // namespace

RandomFolder::RandomFolder(unsigned seed, const Size& size) : random_(seed), size_(size) {}

// Uses no distribution of the standard library, because their results differ between libraries.
unsigned RandomFolder::below(unsigned end) { return static_cast<unsigned>(random_() % end); }

std::string RandomFolder::text() {
  std::string text = one_of(kNastyTexts);
  if (sometimes()) text += one_of(kNastyTexts);
  if (below(50) == 0) text += std::string(3000, 'l') + ": lang";
  return text;
}

std::string RandomFolder::some_text() {
  const std::string text = this->text().substr(0, 500);
  return sometimes() ? "w" + text : text + "w";
}

std::string RandomFolder::label() {
  std::string text = this->text();
  while (has_control_character(text) || text.size() > 200) text = this->text();
  return text;
}

RandomFolder::Json RandomFolder::texts() {
  Json texts = Json::array();
  for (unsigned i = below(5); i > 0; --i) texts.push_back(text());
  return texts;
}

RandomFolder::Json RandomFolder::value(unsigned depth) {
  switch (below(depth > 4 ? 7 : 9)) {
    case 0: return nullptr;
    case 1: return sometimes();
    case 2: return static_cast<int>(random_());
    case 3: return std::int64_t{-9'223'372'036'854'775'807} + below(3);
    case 4: return static_cast<double>(random_()) / 7 * (sometimes() ? 1e200 : 1e-200);
    case 5: return sometimes() ? 18'446'744'073'709'551'615u : std::uint64_t{1} << below(64);
    case 6: return text();
    case 7: {
      Json list = Json::array();
      for (unsigned i = below(4); i > 0; --i) list.push_back(value(depth + 1));
      return list;
    }
    default: {
      Json map = Json::object();
      for (unsigned i = below(4); i > 0; --i) map[key()] = value(depth + 1);
      return map;
    }
  }
}

std::string RandomFolder::body() {
  std::string body;
  for (unsigned i = below(6); i > 0; --i) {
    body += one_of(kBlocks) + "\n\n";
    if (sometimes()) body += "Zie [dit](item:" + one_of(all_ids_) + ").\n\n";
    if (!assets_.empty() && sometimes())
      body += "![alt \\] tekst](asset:" + assets_.front() + ")\n\n";
  }
  return body;
}

void RandomFolder::choose_ids() {
  std::set<std::string> taken;
  for (unsigned i = 0; i < size_.items; ++i) {
    std::string id = sometimes() ? one_of(kNastyIds) : "i" + std::to_string(i);
    if (!taken.insert(id).second) id = "i" + std::to_string(i);
    ids_[static_cast<Kind>(1 + below(kKinds))].push_back(id);
    all_ids_.push_back(id);
  }
}

RandomFolder::Json RandomFolder::ids_of(Kind kind, const std::string& but) {
  std::vector<std::string> ids = ids_[kind];
  std::erase(ids, but);
  for (std::size_t i = ids.size(); i > 1; --i) {
    std::swap(ids[i - 1], ids[below(static_cast<unsigned>(i))]);
  }
  ids.resize(std::min<std::size_t>(ids.size(), below(4)));
  return ids;
}

void RandomFolder::add_common_keys(Json& item, Kind kind, const std::string& id) {
  item["title"] = "w" + label();
  if (sometimes()) item["licence"] = one_of(kLicences);
  if (sometimes()) item["summary"] = label();
  if (sometimes()) item["tags"] = {label(), label()};
  for (const char* key : {"alternative-titles", "sources"}) {
    if (sometimes()) item[key] = texts();
  }
  if (sometimes()) item["language"] = one_of(std::vector<std::string>{"nl", "fy", "en-GB"});
  if (sometimes()) item["order"] = below(5);
  if (sometimes()) item["valid-from"] = "2024-02-29";
  if (sometimes()) item["review-by"] = "0001-01-01";
  for (std::uint8_t number = 1; number < static_cast<std::uint8_t>(Kind::journey); ++number) {
    const auto other = static_cast<Kind>(number);
    if (sometimes()) item[std::string(folder_of(other))] = ids_of(other, id);
  }
  if (sometimes()) item["related"] = ids_of(static_cast<Kind>(1 + below(kKinds)), id);
  const Json same = ids_of(kind, id);
  if (sometimes() && !same.empty()) item["translation-of"] = same.front();
  for (unsigned i = below(4); i > 0; --i) item["x-" + key()] = value(0);
}

void RandomFolder::add_keys_of_kind(Json& item, Kind kind, const std::string& id) {
  if (kind == Kind::obstacle) item["another-way"] = some_text();
  if (kind == Kind::journey) item["stops"] = {all_ids_.front() == id ? "last" : all_ids_.front()};
  if (kind == Kind::video) {
    item["file"] = item["captions"] = item["poster"] = assets_.front();
    item["transcript"] = some_text();
    item["duration"] = below(1'000'001);
  }
  if (kind != Kind::work_form) return;
  const unsigned least = 1 + below(60);
  item["purpose"] = name(static_cast<Purpose>(1 + below(kPurposes)));
  item["group-size"] = {{"min", least}, {"max", least + below(3) * 10}};
  item["minutes"] = {{"min", 1}, {"max", 65'535}};
  item["difficulty"] = 1 + below(3);
  if (sometimes()) item["materials"] = texts();
  if (sometimes()) {
    item["steps"] = Json::array();
    for (unsigned i = below(4); i > 0; --i) {
      Json step = {{"title", text()}};
      if (sometimes()) step["minutes"] = below(65'536);
      item["steps"].push_back(step);
    }
  }
  for (const char* key :
       {"when", "when-not", "online", "accessibility", "origin", "licence-note"}) {
    if (sometimes()) item[key] = text();
  }
}

RandomFolder::Json RandomFolder::item(Kind kind, const std::string& id) {
  Json item = Json::object();
  add_common_keys(item, kind, id);
  add_keys_of_kind(item, kind, id);
  return item;
}

void RandomFolder::write(TemporaryFolder& folder) {
  choose_ids();
  write_assets(folder);
  write_items(folder);
  write_pack_yaml(folder);
  write_lines(folder);
  if (sometimes()) write_map(folder);
  if (sometimes()) write_synonyms(folder);
}

void RandomFolder::write_pack_yaml(TemporaryFolder& folder) {
  Json pack = {{"id", "proef"}, {"language", "nl"}};
  for (const char* key : {"title", "publisher"}) pack[key] = "w" + label();
  pack["version"] = one_of(kVersions);
  pack["licence"] = one_of(kLicences);
  for (const char* key : {"description", "channel", "homepage"}) {
    if (sometimes()) pack[key] = "w" + label();
  }
  if (sometimes()) pack["release"] = 1 + (std::uint64_t{random_()} << below(30));
  for (unsigned i = below(3); i > 0; --i) pack["x-" + key()] = value(0);
  std::string last = all_ids_.front();
  for (unsigned i = below(4); i > 0; --i) {
    const std::string old = sometimes() ? "null-" + std::to_string(i) : std::to_string(100 + i);
    pack["redirects"][old] = sometimes() ? last : one_of(all_ids_);
    last = old;
  }
  std::string yaml;  // JSON values are valid YAML
  for (const auto& [key, value] : pack.items())
    yaml += Json(key).dump() + ": " + value.dump() + "\n";
  folder.write("pack.yaml", yaml);
}

void RandomFolder::write_items(TemporaryFolder& folder) {
  for (const auto& [kind, ids] : ids_) {
    const std::string kind_folder(folder_of(kind));
    for (const std::string& id : ids) {
      const bool named = sometimes();
      std::string yaml = named ? "id: \"" + id + "\"\n" : "";
      const Json front_matter = item(kind, id);
      for (const auto& [key, value] : front_matter.items()) {
        yaml += Json(key).dump() + ": " + value.dump() + "\n";
      }
      folder.write_item(kind_folder + "/" + (named ? "Ander bestand " : "") + id + ".md", yaml,
                        body());
    }
  }
  if (ids_.contains(Kind::journey)) folder.write_item("terms/last.md", "title: Last\n");
}

void RandomFolder::write_lines(TemporaryFolder& folder) {
  std::string lines;
  longest_key_ = 5000;
  for (unsigned i = 0; i < size_.lines; ++i) {
    Json line = {{"id", "line-" + std::to_string(i)}};
    add_common_keys(line, Kind::article, line["id"]);
    line["body"] = body();
    lines += line.dump() + "\n";
  }
  if (!lines.empty()) folder.write("articles/bulk.jsonl", lines);
}

void RandomFolder::write_map(TemporaryFolder& folder) {
  const auto point = [&] { return Json{one_of(kCoordinates), one_of(kCoordinates)}; };
  Json features = Json::array();
  const auto add = [&](Json properties, const char* type, Json coordinates) {
    if (sometimes()) properties["x-" + key()] = value(0);
    features.push_back({{"type", "Feature"},
                        {"properties", std::move(properties)},
                        {"geometry", {{"type", type}, {"coordinates", std::move(coordinates)}}}});
  };
  for (const std::string& id : ids_[Kind::theme]) {
    const Json first = point();
    add({{"role", "territory"}, {"id", id}}, "Polygon", {{first, point(), point(), first}});
  }
  for (const std::string& id : ids_[Kind::topic]) {
    add({{"role", "place"}, {"id", id}}, "Point", point());
  }
  for (const std::string& id : ids_[Kind::obstacle]) {
    add({{"role", "hazard"}, {"id", id}}, "Point", point());
  }
  if (sometimes()) add({{"role", "road"}}, "LineString", {point(), point(), point()});
  folder.write("map.geojson", Json{{"type", "FeatureCollection"}, {"features", features}}.dump());
}

void RandomFolder::write_synonyms(TemporaryFolder& folder) {
  std::string yaml;
  for (unsigned i = 0; i < below(6); ++i) {
    Json group = {{"term", "term" + std::to_string(i) + text()}};
    for (const char* key : {"equal", "related"}) {
      if (sometimes()) group[key] = {some_text(), some_text()};
    }
    yaml += "- " + group.dump() + "\n";
  }
  folder.write("synonyms.yaml", yaml);
}

void RandomFolder::write_assets(TemporaryFolder& folder) {
  assets_ = {"plaatje.png", "diep/in/film.mp4", "met spatie.txt", "ünïcödé.svg", "zonder-soort"};
  for (const std::string& name : assets_) {
    std::string content;
    for (unsigned i = below(5000); i > 0; --i) content += static_cast<char>(random_());
    folder.write("assets/" + name, content);
  }
}

}  // namespace landkaart::testing
