// SPDX-License-Identifier: EUPL-1.2
// Item tables that break the specification or a limit: each value at its limit is accepted, and one
// beyond it is refused.
#include <functional>

#include <gtest/gtest.h>

#include "core/base/varint.h"
#include "landkaart/limits.h"
#include "tests/model/built_model.h"
#include "tests/support/error_code.h"

namespace landkaart {
namespace {

using testing::BuiltModel;
using testing::error_code;

constexpr ErrorCode kAccepted{};

// Two articles with the ids "a" and "b".
std::vector<ItemEntry> two_items() {
  std::vector<ItemEntry> items(2);
  for (std::size_t i = 0; i < items.size(); ++i) {
    items[i].id = i == 0 ? "a" : "b";
    items[i].title = "Titel";
    items[i].language = "nl";
    items[i].record.kind = Kind::article;
  }
  return items;
}

ItemSections sections_of(const std::vector<ItemEntry>& items) {
  return build_item_sections(items, {}, 0);
}

// The sections of one item with these texts, which may break a rule of the builder.
ItemSections with_texts(const std::string& title, const std::string& summary) {
  ItemSections sections = sections_of({two_items()[0]});
  sections.texts.clear();
  append_text(sections.texts, title);
  append_text(sections.texts, summary);
  return sections;
}

ErrorCode code_of_texts(const std::string& title, const std::string& summary) {
  const BuiltModel built(with_texts(title, summary), 1);
  const ErrorCode code = error_code([&] {
    built.items->title(0);
    built.items->summary(0);
  });
  EXPECT_EQ(error_code([&] { built.items->check(); }), code) << "check() reads the same";
  return code;
}

// A section in the form of 'labl' and 'name'.
std::string string_list(const std::vector<std::string>& strings) {
  std::string out;
  append_little_endian(out, static_cast<std::uint32_t>(strings.size()));
  std::uint32_t end = 0;
  for (const std::string& string : strings) {
    append_little_endian(out, end += static_cast<std::uint32_t>(string.size()));
  }
  for (const std::string& string : strings) out += string;
  return out;
}

// The sections of one item that has this many themes, all the item itself, and tags, all the name.
ItemSections with_labels(std::size_t themes, std::size_t tags, const std::string& name) {
  std::string set(1, '\0');  // the language
  append_varint(set, themes);
  set.append(themes, '\0');
  append_varint(set, tags);
  set.append(tags, '\0');
  ItemSections sections = sections_of({two_items()[0]});
  sections.label_sets = string_list({set});
  sections.names = string_list({name});
  return sections;
}

// The code of reading the labels of with_labels().
ErrorCode code_of_labels(std::size_t themes, std::size_t tags, const std::string& name = "nl") {
  const BuiltModel built(with_labels(themes, tags, name), 1);
  const ErrorCode code = error_code([&] {
    built.items->language(0);
    built.items->themes(0);
    built.items->tags(0);
  });
  EXPECT_EQ(error_code([&] { built.items->check(); }), code) << "check() reads the same";
  return code;
}

TEST(ItemLimits, AcceptsATitleOf1024BytesAndASummaryOf8192AndRefusesLonger) {
  EXPECT_EQ(code_of_texts(std::string(1024, 't'), std::string(8192, 's')), kAccepted);
  EXPECT_EQ(code_of_texts(std::string(1025, 't'), ""), ErrorCode::limit_exceeded);
  EXPECT_EQ(code_of_texts("", std::string(8193, 's')), ErrorCode::limit_exceeded);
}

TEST(ItemLimits, RefusesControlCharactersAndBrokenUtf8InTexts) {
  EXPECT_EQ(code_of_texts("a\tb\nc", "een é €"), kAccepted);
  for (const std::string text : {"\x1b[2J", "\r", "\x07", "\x7f",
                                 "\xc2\x9b"
                                 "31m",
                                 "\xff", "\xc3"}) {
    EXPECT_EQ(code_of_texts("a" + text, ""), ErrorCode::malformed) << text;
    EXPECT_EQ(code_of_texts("", text), ErrorCode::malformed) << text;
    EXPECT_EQ(code_of_labels(0, 1, text), ErrorCode::malformed) << text;
  }
  EXPECT_EQ(code_of_texts(std::string(1, '\0'), ""), ErrorCode::malformed);
}

TEST(ItemLimits, RefusesTextsThatOverlapOrHaveGaps) {
  std::vector<ItemEntry> items = two_items();
  ItemSections sections = sections_of(items);
  // The second item gets the texts of the first.
  const std::size_t second = kItemHeaderBytes + kItemRecordBytes + 20;
  sections.items.replace(second, 4, 4, '\0');
  const BuiltModel shared(sections, 2);
  EXPECT_EQ(error_code([&] { shared.items->title(0); }), ErrorCode::malformed);
  EXPECT_EQ(error_code([&] { shared.items->summary(1); }), ErrorCode::malformed);

  ItemSections longer = sections_of(items);
  longer.texts += '\0';
  EXPECT_EQ(error_code([&] { BuiltModel(longer, 2).items->title(1); }), ErrorCode::malformed);
}

TEST(ItemLimits, Accepts64ThemesAnd256TagsAndRefusesOneMore) {
  EXPECT_EQ(code_of_labels(64, 256), kAccepted);
  EXPECT_EQ(code_of_labels(65, 0), ErrorCode::limit_exceeded);
  EXPECT_EQ(code_of_labels(0, 257), ErrorCode::limit_exceeded);
  const BuiltModel built(with_labels(65, 257, "nl"), 1);
  EXPECT_EQ(error_code([&] { built.items->set_has_theme(0, 0); }), ErrorCode::limit_exceeded);
  EXPECT_EQ(error_code([&] { built.items->set_has_tag(0, "nl"); }), ErrorCode::limit_exceeded);
}

TEST(ItemLimits, AcceptsALabelOf256BytesAndRefusesALongerOne) {
  EXPECT_EQ(code_of_labels(0, 1, std::string(256, 'x')), kAccepted);
  EXPECT_EQ(code_of_labels(0, 1, std::string(257, 'x')), ErrorCode::limit_exceeded);
}

TEST(ItemLimits, RefusesAListOfStringsThatIsShorterThanItsCount) {
  ItemSections sections = sections_of({two_items()[0]});
  sections.label_sets = std::string("\xff\xff\xff\x7f", 4);
  const BuiltModel built(sections, 1);
  EXPECT_EQ(error_code([&] { built.items->label_set_count(); }), ErrorCode::malformed);
  EXPECT_EQ(error_code([&] { built.items->tags(0); }), ErrorCode::malformed);
}

TEST(ItemLimits, RefusesAnIdThatIsTooLongOrHasOtherCharacters) {
  const auto with_id = [](const std::string& id) {
    StringDictionaryBuilder ids;
    ids.add(id, std::string(1, '\0'));
    ItemSections sections = sections_of({two_items()[0]});
    sections.ids = ids.finish();
    return BuiltModel(sections, 1);
  };
  const std::string longest(128, 'x');
  EXPECT_EQ(with_id(longest).items->id(0), longest);
  EXPECT_EQ(with_id(longest).items->find(longest), 0u);
  EXPECT_EQ(error_code([&] { with_id(longest + "x").items->id(0); }), ErrorCode::limit_exceeded);
  EXPECT_EQ(error_code([&] { with_id(longest + "x").items->check(); }), ErrorCode::limit_exceeded);
  for (const std::string id : {"A", "a b", "../a", "x\"><script>", "é", "a_b", "a\x1b", "a.b"}) {
    const BuiltModel built = with_id(id);
    EXPECT_EQ(error_code([&] { built.items->id(0); }), ErrorCode::malformed) << id;
    EXPECT_EQ(error_code([&] { built.items->check(); }), ErrorCode::malformed) << id;
    EXPECT_EQ(built.items->find(id), std::nullopt) << id;
  }
}

TEST(ItemLimits, RefusesARedirectWithABadId) {
  StringDictionaryBuilder ids;
  ids.add("<b>", std::string(1, '\1'));
  ids.add("a", std::string(1, '\0'));
  ItemSections sections = sections_of({two_items()[0]});
  sections.ids = ids.finish();
  const BuiltModel built(sections, 1);
  EXPECT_EQ(error_code([&] { built.items->redirects(); }), ErrorCode::malformed);
}

TEST(ItemLimits, Accepts131072RedirectsAndRefusesOneMore) {
  const auto with_redirects = [](std::uint32_t count) {
    StringDictionaryBuilder ids;
    ids.add("0", std::string(1, '\0'));
    for (std::uint32_t i = 0; i < count; ++i) {
      ids.add("r" + std::to_string(1'000'000 + i), std::string(1, '\1'));
    }
    ItemSections sections = sections_of({two_items()[0]});
    sections.ids = ids.finish();
    return BuiltModel(sections, 1);
  };
  EXPECT_EQ(with_redirects(131'072).items->redirects().size(), 131'072u);
  const BuiltModel more = with_redirects(131'073);
  EXPECT_EQ(error_code([&] { more.items->redirects(); }), ErrorCode::limit_exceeded);
  EXPECT_EQ(error_code([&] { more.items->check(); }), ErrorCode::limit_exceeded);
}

TEST(ItemLimits, CheckAcceptsABuiltTable) {
  EXPECT_EQ(error_code([&] { BuiltModel(two_items()).items->check(); }), kAccepted);
  EXPECT_EQ(error_code([&] { BuiltModel(two_items(), {{"old", 1}}).items->check(); }), kAccepted);
  EXPECT_EQ(error_code([&] { BuiltModel(std::vector<ItemEntry>{}).items->check(); }), kAccepted);
}

TEST(ItemLimits, CheckRefusesAnItemInTheRangeOfAnotherKind) {
  ItemSections sections = sections_of(two_items());
  sections.items[kItemHeaderBytes] = static_cast<char>(Kind::story);
  const BuiltModel built(sections, 2);
  EXPECT_EQ(error_code([&] { built.items->check(); }), ErrorCode::malformed);
}

TEST(ItemLimits, CheckRefusesARangeWhoseMaximumIsBelowItsMinimum) {
  std::vector<ItemEntry> items = two_items();
  items[1].record.minutes = {5, 4};
  EXPECT_EQ(error_code([&] { BuiltModel(items).items->check(); }), ErrorCode::malformed);
}

TEST(ItemLimits, CheckRefusesTwoItemsWithOneId) {
  ItemSections sections = sections_of(two_items());
  const std::size_t rank_of_second = kItemHeaderBytes + kItemRecordBytes + 16;
  sections.items.replace(rank_of_second, 4, 4, '\0');
  const BuiltModel built(sections, 2);
  EXPECT_EQ(error_code([&] { built.items->check(); }), ErrorCode::malformed);
}

TEST(ItemLimits, TheBuilderRefusesWhatIsBeyondALimit) {
  const auto code_of_item = [](const std::function<void(ItemEntry&)>& change) {
    std::vector<ItemEntry> items = two_items();
    change(items[0]);
    return error_code([&] { sections_of(items); });
  };
  const auto refused = ErrorCode::limit_exceeded;
  const auto invalid = ErrorCode::invalid_argument;
  EXPECT_EQ(code_of_item([](ItemEntry& item) { item.id.assign(129, 'x'); }), invalid);
  EXPECT_EQ(code_of_item([](ItemEntry& item) { item.id = "A"; }), invalid);
  EXPECT_EQ(code_of_item([](ItemEntry& item) { item.title = "a\x1b"; }), invalid);
  EXPECT_EQ(code_of_item([](ItemEntry& item) { item.summary = "a\r\n"; }), invalid);
  EXPECT_EQ(code_of_item([](ItemEntry& item) { item.tags = {"\xff"}; }), invalid);
  EXPECT_EQ(code_of_item([](ItemEntry& item) { item.title.assign(1025, 'x'); }), refused);
  EXPECT_EQ(code_of_item([](ItemEntry& item) { item.summary.assign(8193, 'x'); }), refused);
  EXPECT_EQ(code_of_item([](ItemEntry& item) { item.language.assign(257, 'x'); }), refused);
  EXPECT_EQ(code_of_item([](ItemEntry& item) { item.tags = {std::string(257, 'x')}; }), refused);
  EXPECT_EQ(code_of_item([](ItemEntry& item) { item.tags.assign(257, "x"); }), refused);
  EXPECT_EQ(code_of_item([](ItemEntry& item) { item.themes.assign(65, 0); }), refused);
  EXPECT_EQ(code_of_item([](ItemEntry& item) { item.tags.assign(256, "x"); }), kAccepted);
}

}  // namespace
}  // namespace landkaart
