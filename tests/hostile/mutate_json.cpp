// SPDX-License-Identifier: EUPL-1.2
// Changes of the JSON in a pack: documents with their bodies, synonyms and manifest.
#include "tests/hostile/mutate_json.h"

#include <algorithm>

#include "core/base/bytes.h"
#include "core/format/block_store_builder.h"
#include "core/model/item_layout.h"
#include "tests/hostile/mutate.h"

namespace landkaart::testing {
namespace {

constexpr const char* kTags[] = {"p",   "h2",     "h6",  "ul",    "ol",  "li", "blockquote",
                                 "pre", "code",   "hr",  "table", "tr",  "th", "td",
                                 "em",  "strong", "del", "a",     "img", "br"};
constexpr const char* kMembers[] = {"themes",
                                    "tags",
                                    "topics",
                                    "id",
                                    "kind",
                                    "title",
                                    "steps",
                                    "html",
                                    "minutes",
                                    "group-size",
                                    "alternative-titles",
                                    "materials",
                                    "transcript",
                                    "work-forms",
                                    "order",
                                    "stops",
                                    "file",
                                    "captions",
                                    "poster",
                                    "duration",
                                    "sources",
                                    "language",
                                    "summary",
                                    "licence",
                                    "valid-from",
                                    "review-by",
                                    "when",
                                    "when-not",
                                    "online",
                                    "another-way",
                                    "x-a"};
constexpr std::size_t kMostDocument = 5 << 20;  // bytes; one above the limit of the format

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string element(const std::string& tag, const std::string& content) {
  return "<" + tag + ">" + content + "</" + tag.substr(0, tag.find(' ')) + ">";
}

std::string nested(const std::string& tag, std::size_t depth, std::string content) {
  for (std::size_t i = 0; i < depth; ++i) content = element(tag, content);
  return content;
}

std::string nested_lists(MutationDice& dice) {
  const std::string list =
      dice.one_of({std::string("ul"), std::string("ol"), std::string("ol start=\"999999999\""),
                   std::string("ol start=\"4294967295\""), std::string("ol start=\"0\"")});
  std::string content = dice.one_of(
      {repeated("<li></li>", 50), repeated("<li>a<p>b</p>c<br>d<ul><li>e</li></ul></li>", 20),
       repeated("<li></li>", 30'000), repeated("<li><table><tr><th>a</th></tr></table></li>", 20)});
  for (std::size_t depth = dice.one_of({1, 10, 14, 15, 16}); depth > 0; --depth) {
    content = "<li>" + element(list, content) + "</li>";
  }
  return element(list, content);
}

void visit(Json& value, std::vector<Json*>& places) {
  if (!value.is_structured()) return;
  for (Json& member : value) {
    places.push_back(&member);
    visit(member, places);
  }
}

struct Document {
  std::size_t begin, length;
};

Document document_at(std::string_view records, std::size_t item) {
  const std::size_t at = kItemHeaderBytes + kItemRecordBytes * item + 24;
  if (at + 8 > records.size()) return {0, 0};
  const auto place = load_little_endian<std::uint64_t>(as_bytes(records).data() + at);
  return {static_cast<std::size_t>(place & ((std::uint64_t{1} << 40) - 1)),
          static_cast<std::size_t>(place >> 40)};
}

void put_document(std::string& records, std::size_t item, std::size_t begin, std::size_t length) {
  std::string place;
  append_little_endian(place, std::uint64_t{begin} | std::uint64_t{length} << 40);
  overwrite(records, kItemHeaderBytes + kItemRecordBytes * item + 24, place);
}

std::string mutated_document(std::string_view text, MutationDice& dice) {
  Json document = Json::parse(text, nullptr, false);
  if (!document.is_object()) return std::string(text);
  switch (dice.below(6)) {
    case 0: change_one_value(document, dice); break;
    case 1:
    case 2:
    case 3: document["html"] = mutated_html(document.value("html", "<p>a</p>"), dice); break;
    case 4: document[dice.one_of(kMembers)] = hostile_json(dice); break;
    default: document = hostile_json(dice);
  }
  std::string changed = to_bytes(document);
  if (dice.one_in(10) && !changed.empty()) changed.pop_back();
  return changed.size() > kMostDocument ? "{}" : changed;
}

}  // namespace

std::string to_bytes(const Json& value) {
  return value.dump(-1, ' ', false, Json::error_handler_t::ignore);
}

Json hostile_json(MutationDice& dice, int depth) {
  switch (dice.below(11)) {
    case 0: return nullptr;
    case 1: return true;
    case 2:
      return dice.one_of({std::int64_t{0}, std::int64_t{-1}, std::int64_t{1} << 31,
                          std::int64_t{-1} - INT64_MAX, INT64_MAX, std::int64_t{999'999'999}});
    case 3: return dice.one_of({1e308, -1e308, 1e-308, 0.5, 1e6, -1e6});
    case 4: return "";
    case 5: return repeated("samenwerken ", dice.one_of({1, 5, 2000}));
    case 6: {
      Json list = Json::array();
      if (depth < 4) {
        for (int left = dice.one_of({0, 1, 3, 70}); left > 0; --left) {
          list.push_back(hostile_json(dice, depth + 1));
        }
      }
      return list;
    }
    case 7: {
      Json object = Json::object();
      if (depth < 4) {
        for (int left = dice.one_of({0, 1, 3}); left > 0; --left) {
          object[dice.one_of(kMembers)] = hostile_json(dice, depth + 1);
        }
      }
      return object;
    }
    case 8: {
      Json deep = "diep";
      for (int left = dice.one_of({10, 97, 98, 99, 100, 101, 3000}); left > 0; --left) {
        deep = Json::array({std::move(deep)});
      }
      return deep;
    }
    case 9: return std::string("\x01\xed\x9f\xbf\xf4\x8f\xbf\xbf\xcc\x81\0", 11);
    default: return std::string(dice.one_of({1, 64, 65, 128, 129, 1024, 1025, 40'000}), 'x');
  }
}

void change_one_value(Json& value, MutationDice& dice) {
  std::vector<Json*> places;
  visit(value, places);
  if (places.empty()) {
    value = hostile_json(dice);
    return;
  }
  Json& place = *places[dice.below(places.size())];
  switch (dice.below(5)) {
    case 0: place = nullptr; break;
    case 1:
      if (place.is_array() && !place.empty()) {
        const Json copy = place[dice.below(place.size())];
        for (int left = dice.one_of({1, 10, 1000}); left > 0; --left) place.push_back(copy);
        break;
      }
      [[fallthrough]];
    case 2:
      if (place.is_number()) {
        const double number = place.get<double>();
        place =
            dice.one_of({number * 1000, -number, 1e6, -1e6, 1e-9, 0.0, 1'000'001.0, number + 0.01});
        break;
      }
      [[fallthrough]];
    case 3: {
      const Json copy = *places[dice.below(places.size())];
      place = copy;
      break;
    }
    default: place = hostile_json(dice);
  }
}

std::string mutated_html(std::string html, MutationDice& dice) {
  const std::size_t at = dice.below(html.size() + 1);
  const std::string tag = dice.one_of(kTags);
  switch (dice.below(9)) {
    case 0: return nested(tag, dice.one_of({1, 5, 30, 31, 32, 33, 5000}), "tekst");
    case 1: return nested_lists(dice);
    case 2: return repeated(html, dice.one_of({2, 20}));
    case 3: return html.insert(at, "<" + tag + ">");
    case 4: return html.erase(at, dice.one_of({1, 5, 50}));
    case 5:
      return html.insert(
          at,
          dice.one_of({std::string("&amp;"), std::string("&"), std::string("<"),
                       std::string("<a href=\"javascript:x\">"), std::string("<a href=\"item:\">"),
                       std::string("*_`#|\\~[]()<!>\n\n    "), std::string(1, '\0'),
                       std::string("<img src=\"asset:x\" alt=\"\">"), std::string("\r\n\t")}));
    case 6:
      return nested("blockquote", dice.one_of({30, 31}),
                    repeated("<p>a</p>", dice.one_of({1, 100, 60'000})));
    case 7:
      return element("p", repeated(dice.one_of({"<br>", "a ", "*_", "<em>a</em>"}),
                                   dice.one_of({5, 1000, 130'000})));
    default: {
      std::string inlines;
      for (int left = dice.one_of({5, 40}); left > 0; --left) {
        inlines += dice.one_of({"<em>", "</em>", "<strong>", "</strong>", "a", "*", " ", "<br>",
                                "`", "<code>x</code>"});
      }
      return element("p", inlines);
    }
  }
}

void mutate_documents(PackParts& parts, MutationDice& dice) {
  PackSection* const bodies = parts.find(SectionId::bodies);
  std::string records(parts.stored(SectionId::items));
  const std::size_t items = std::min<std::size_t>(parts.items, 100'000);
  if (bodies == nullptr || records.size() < kItemHeaderBytes + kItemRecordBytes * (items + 1))
    return;
  const std::string stream = bodies->inflated;
  std::vector<bool> changed(items);
  for (std::size_t left = dice.one_of({std::size_t{1}, std::size_t{5}, items}); left > 0; --left) {
    if (items > 0) changed[dice.below(items)] = true;
  }
  std::vector<std::size_t> in_order(items);
  for (std::size_t i = 0; i < items; ++i) in_order[i] = i;
  std::ranges::stable_sort(in_order, {},
                           [&](std::size_t item) { return document_at(records, item).begin; });
  BlockStoreBuilder builder;
  for (const std::size_t item : in_order) {
    const Document place = document_at(records, item);
    if (place.begin > stream.size() || place.length > stream.size() - place.begin) continue;
    std::string document = stream.substr(place.begin, place.length);
    if (changed[item] && builder.stream().size() < kMostDocument) {
      document = mutated_document(document, dice);
    }
    put_document(records, item, builder.add(document), document.size());
  }
  put_document(records, items, builder.stream().size(), 0);
  std::string written(builder.stream());
  BlockStoreBuilder::Sections sections = builder.finish(1);
  parts.set(SectionId::body_index, std::move(sections.index));
  parts.set(SectionId::bodies, std::move(sections.blocks));
  PackSection& section = *parts.find(SectionId::bodies);
  section.encoding = Encoding::deflated_blocks;
  section.inflated = std::move(written);
  parts.set(SectionId::items, std::move(records));
}

void mutate_synonyms(PackParts& parts, MutationDice& dice) {
  PackSection* const section = parts.find(SectionId::synonyms);
  if (section == nullptr) return;
  Json value = Json::parse(section->logical(), nullptr, false);
  if (dice.one_in(5)) {
    value = hostile_json(dice);
  } else if (dice.one_in(4)) {
    Json equal = Json::array(), related = Json::array();
    for (int i = 0; i < 64; ++i) equal.push_back("w" + std::to_string(i));
    for (int i = dice.one_of({0, 1, 70}); i > 0; --i) related.push_back("gemeente");
    const std::string term = dice.one_of({"samenwerken", "water", "xyz"});
    value = Json::array();
    for (int left = dice.one_of({1, 100, 1500}); left > 0; --left) {
      value.push_back({{"term", term}, {"equal", equal}, {"related", related}});
    }
  } else {
    for (int left = dice.one_of({1, 5}); left > 0; --left) change_one_value(value, dice);
  }
  parts.set_deflated(SectionId::synonyms, to_bytes(value));
}

void mutate_manifest(PackParts& parts, MutationDice& dice) {
  Json value = Json::parse(parts.stored(SectionId::manifest), nullptr, false);
  change_one_value(value, dice);
  parts.set(SectionId::manifest, to_bytes(value));
}

}  // namespace landkaart::testing
