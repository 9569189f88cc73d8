// SPDX-License-Identifier: EUPL-1.2
// Dictionaries whose sections a test made by hand, so that they break the format.
#include <array>

#include <gtest/gtest.h>

#include "core/format/string_dictionary.h"
#include "core/format/string_dictionary_builder.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"
#include "tests/format/built_container.h"

namespace landkaart {
namespace {

constexpr std::size_t kLongestKey = 80;  // bytes

// Three sections of a dictionary of one page, made by hand.
struct ForgedDictionary {
  testing::BuiltContainer built;
  StringDictionary dictionary;

  static std::string top_of(std::uint32_t size, std::uint32_t page_keys, const std::string& table) {
    std::string top;
    append_little_endian(top, size);
    append_little_endian(top, page_keys);
    return top + table;
  }

  ForgedDictionary(const std::string& top, const std::string& pages, const std::string& blocks)
      : built({{SectionId::id_top, 0, top, Encoding::plain, 0},
               {SectionId::id_pages, 0, pages, Encoding::plain, 0},
               {SectionId::id_blocks, 0, blocks, Encoding::plain, 0}}),
        dictionary(built.container->require(SectionId::id_top),
                   built.container->require(SectionId::id_pages),
                   built.container->require(SectionId::id_blocks), kLongestKey) {}
};

// "aa" and "ab" with the values "1" and "2". `shared` is the number of bytes that the second entry
// claims to share with the first.
std::string two_entries(std::uint8_t shared = 1) {
  std::string blocks;
  append_dictionary_entry(blocks, "", "aa", "1");
  const std::size_t second = blocks.size();
  append_dictionary_entry(blocks, "aa", "ab", "2");
  blocks[second] = static_cast<char>((blocks[second] & 0xf0) | shared);
  return blocks;
}

// A page with one block, which holds two_entries().
std::string one_block_page() {
  return encode_key_table({{"aa", 0}}, static_cast<std::uint32_t>(two_entries().size()));
}

// A dictionary of 65 * 64 + 1 keys, "a00000" to "a04160", in two pages and 66 blocks; a test
// changes a part of it.
struct Parts {
  std::uint32_t size = 65 * 64 + 1, page_keys = 64;
  std::vector<std::string> blocks;
  std::vector<std::vector<KeyTableEntry>> pages{{}, {}};
  std::uint32_t blocks_end = 0;            // as the last page states it
  std::vector<std::string> encoded_pages;  // when not empty, instead of `pages`
  std::vector<KeyTableEntry> top;          // when not empty, instead of the right one

  static std::string key(std::uint32_t rank) {
    return "a" + std::to_string(100'000 + rank).substr(1);
  }

  Parts() {
    for (std::uint32_t first = 0; first < size; first += 64) {
      std::string block, previous;
      for (std::uint32_t rank = first; rank < std::min(size, first + 64); ++rank) {
        append_dictionary_entry(block, previous, key(rank), "v");
        previous = key(rank);
      }
      pages[first / 64 / 64].push_back({key(first), blocks_end});
      blocks_end += static_cast<std::uint32_t>(block.size());
      blocks.push_back(std::move(block));
    }
  }

  ForgedDictionary forged() const {
    std::string all_blocks, all_pages;
    for (const std::string& block : blocks) all_blocks += block;
    std::vector<KeyTableEntry> table;
    for (std::size_t i = 0; i < pages.size(); ++i) {
      table.push_back({pages[i].front().key, static_cast<std::uint32_t>(all_pages.size())});
      const std::uint32_t end = i + 1 < pages.size() ? pages[i + 1].front().offset : blocks_end;
      all_pages += i < encoded_pages.size() ? encoded_pages[i] : encode_key_table(pages[i], end);
    }
    if (!top.empty()) table = top;
    const auto end = static_cast<std::uint32_t>(all_pages.size());
    return {ForgedDictionary::top_of(size, page_keys, encode_key_table(table, end)), all_pages,
            all_blocks};
  }

  // The code of the error from opening the dictionary, from a walk through it, from a visit of its
  // blocks, and from a look-up of each key; ErrorCode{} for none.
  std::array<ErrorCode, 4> codes() const {
    const auto walk = [](const StringDictionary& dictionary) {
      for (auto walker = dictionary.walk(); !walker.at_end();) walker.next();
    };
    const auto visit = [](const StringDictionary& dictionary) {
      dictionary.visit_blocks([](auto, auto) { return true; },
                              [](DictionaryBlock block, std::uint32_t) {
                                while (block.next()) {
                                }
                              });
    };
    const auto find = [this](const StringDictionary& dictionary) {
      for (std::uint32_t rank = 0; rank < size; ++rank) {
        dictionary.find(key(rank));
        dictionary.key_at(rank);
      }
    };
    return {code([](const StringDictionary&) {}), code(walk), code(visit), code(find)};
  }

  ErrorCode code(const auto& action) const {
    try {
      action(forged().dictionary);
    } catch (const Error& error) {
      return error.code();
    }
    return {};
  }
};

constexpr ErrorCode kNone{};
using Codes = std::array<ErrorCode, 4>;
constexpr Codes kAllMalformed{ErrorCode::malformed, ErrorCode::malformed, ErrorCode::malformed,
                              ErrorCode::malformed};
constexpr Codes kMalformedWhenRead{kNone, ErrorCode::malformed, ErrorCode::malformed,
                                   ErrorCode::malformed};
constexpr Codes kMalformedInAWalk{kNone, ErrorCode::malformed, kNone, kNone};

TEST(ForgedDictionary, IsReadWhenNothingIsChanged) {
  EXPECT_EQ(Parts().codes(), (Codes{kNone, kNone, kNone, kNone}));
}

TEST(ForgedDictionary, MustHaveAsManyPagesAndKeysAsEntriesNeed) {
  Parts parts;
  parts.page_keys = 0;
  EXPECT_EQ(parts.codes(), kAllMalformed);
  parts.page_keys = 33;
  EXPECT_EQ(parts.codes(), kMalformedWhenRead) << "two pages, but the first has 64 keys";
  parts.page_keys = 66;
  EXPECT_EQ(parts.codes(), kAllMalformed) << "66 keys need one page";
  parts = Parts();
  parts.size += 63;
  EXPECT_EQ(parts.codes(), kMalformedWhenRead) << "the last block has 1 entry, not 64";
  parts.size += 1;
  EXPECT_EQ(parts.codes(), kMalformedWhenRead) << "the last page has too few keys";
  parts.size = 0;
  EXPECT_EQ(parts.codes(), kAllMalformed) << "pages and blocks without entries";
}

TEST(ForgedDictionary, MustHaveATopThatAscendsWithoutAGap) {
  Parts parts;
  const std::string page = encode_key_table(parts.pages[0], parts.pages[1][0].offset);
  const auto second = static_cast<std::uint32_t>(page.size());
  const auto with_top = [&](const std::vector<KeyTableEntry>& top) {
    parts.top = top;
    return parts.codes();
  };
  const std::string first_key = Parts::key(0), second_key = Parts::key(64 * 64);
  EXPECT_EQ(with_top({{first_key, 0}, {second_key, second}}), (Codes{}));
  EXPECT_EQ(with_top({{first_key, 4}, {second_key, second}}), kAllMalformed) << "a gap at first";
  EXPECT_EQ(with_top({{first_key, 0}, {second_key, 0}}), kAllMalformed) << "an empty page";
  EXPECT_EQ(with_top({{second_key, 0}, {first_key, second}}), kAllMalformed) << "keys descend";
  EXPECT_EQ(with_top({{first_key, 0}, {first_key, second}}), kAllMalformed) << "the same key";
  EXPECT_EQ(with_top({{"a", 0}, {second_key, second}}), kMalformedWhenRead) << "another key";
  EXPECT_EQ(with_top({{first_key, 0}, {Parts::key(100), second}}), kMalformedWhenRead)
      << "the first page has keys of the second";
}

TEST(ForgedDictionary, MustHavePagesThatAscendWithoutAGap) {
  const auto with_key = [](std::size_t page, std::size_t index, const KeyTableEntry& entry) {
    Parts parts;
    parts.pages[page][index] = entry;
    return parts.codes();
  };
  const Parts whole;
  const std::vector<KeyTableEntry>& first = whole.pages[0];
  EXPECT_EQ(with_key(0, 0, {first[0].key, 3}), kMalformedWhenRead) << "does not begin at 0";
  EXPECT_EQ(with_key(0, 7, {first[7].key, first[6].offset}), kMalformedWhenRead) << "shared block";
  EXPECT_EQ(with_key(0, 7, {first[7].key, first[9].offset}), kMalformedWhenRead) << "descends";
  EXPECT_EQ(with_key(0, 7, {first[6].key, first[7].offset}), kMalformedWhenRead) << "same key";
  EXPECT_EQ(with_key(0, 7, {"a00449", first[7].offset}), kMalformedInAWalk) << "not in the block";
  Parts parts;
  parts.encoded_pages = {encode_key_table(first, first[63].offset + 1)};
  EXPECT_EQ(parts.codes(), kMalformedWhenRead) << "a gap between the pages";
  parts = Parts();
  parts.blocks_end -= 1;
  EXPECT_EQ(parts.codes(), kMalformedWhenRead) << "bytes after the last block";
  parts.blocks_end += 2;
  EXPECT_EQ(parts.codes(), kMalformedWhenRead) << "the last block ends behind the section";
  parts = Parts();
  parts.encoded_pages = {encode_key_table(first, parts.pages[1][0].offset) + "x"};
  EXPECT_EQ(parts.codes(), kMalformedWhenRead) << "bytes after the keys of a page";
}

TEST(ForgedDictionary, AVisitRefusesPagesThatOverlapBesideAPageThatIsNotWanted) {
  // Three pages of 22 blocks; the second, which nobody reads, states that it ends at offset 0.
  Parts parts;
  std::vector<KeyTableEntry> all = parts.pages[0];
  all.insert(all.end(), parts.pages[1].begin(), parts.pages[1].end());
  parts.page_keys = 22;
  parts.pages = {{all.begin(), all.begin() + 22},
                 {all.begin() + 22, all.begin() + 44},
                 {all.begin() + 44, all.end()}};
  EXPECT_EQ(parts.codes(), (Codes{}));
  parts.encoded_pages = {encode_key_table(parts.pages[0], all[22].offset),
                         encode_key_table(parts.pages[1], 0)};
  parts.pages[2].front().offset = 0;
  const ForgedDictionary forged = parts.forged();
  const auto wanted = [&](std::string_view first, std::string_view) {
    return first != parts.pages[1].front().key;
  };
  EXPECT_THROW(forged.dictionary.visit_blocks(wanted, [](const DictionaryBlock&, auto) {}), Error);
}

TEST(ForgedDictionary, MustHaveBlocksOf64KeysThatAscend) {
  const auto with_last = [](std::string_view previous, std::string_view key) {
    Parts parts;
    parts.blocks.back().clear();
    append_dictionary_entry(parts.blocks.back(), "", Parts::key(65 * 64), "v");
    append_dictionary_entry(parts.blocks.back(), previous, key, "v");
    parts.blocks_end += static_cast<std::uint32_t>(parts.blocks.back().size()) - 9;
    return parts;
  };
  const std::string last = Parts::key(65 * 64);
  ASSERT_EQ(Parts().blocks.back().size(), 9u);
  const Codes found{kNone, ErrorCode::malformed, ErrorCode::malformed, kNone};
  EXPECT_EQ(with_last(last, "b").codes(), found) << "an entry too many, behind the wanted one";
  EXPECT_THROW(with_last(last, "b").forged().dictionary.find("c"), Error);
  const auto with_two = [&](std::string_view previous, std::string_view key) {
    Parts parts = with_last(previous, key);
    ++parts.size;
    return parts.codes();
  };
  EXPECT_EQ(with_two(last, "b"), (Codes{}));
  EXPECT_EQ(with_two(last, last), kMalformedInAWalk) << "the same key";
  EXPECT_EQ(with_two("", "a"), kMalformedInAWalk) << "a lesser key";
  EXPECT_EQ(with_two("", last + "b"), (Codes{})) << "sharing is not required";
}

TEST(ForgedDictionary, MustHaveBlocksInOrder) {
  Parts parts;
  std::swap(parts.blocks[3], parts.blocks[4]);
  EXPECT_EQ(parts.codes(), kMalformedInAWalk);
}

TEST(ForgedDictionary, MayNotHaveATopOfMoreThan3KiB) {
  const auto code_of_top = [](std::size_t bytes) {
    const std::string pages(4, 'x');
    std::string table = encode_key_table({{"a", 0}}, 4);
    table.resize(bytes, 'x');
    try {
      const ForgedDictionary forged(ForgedDictionary::top_of(1, 64, table), pages, "x");
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode{};
  };
  EXPECT_EQ(code_of_top(limits::kDictionaryTopBytes), ErrorCode::malformed) << "unused bytes";
  EXPECT_EQ(code_of_top(limits::kDictionaryTopBytes + 1), ErrorCode::limit_exceeded);
}

TEST(ForgedDictionary, MayNotHaveAKeyThatIsTooLong) {
  for (const std::size_t length : {kLongestKey, kLongestKey + 1}) {
    const ErrorCode expected = length > kLongestKey ? ErrorCode::limit_exceeded : kNone;
    Parts first, second;
    first.pages[0][0].key = std::string(length - 2, 'A') + "00";  // of a page and of the top
    EXPECT_EQ(first.codes()[0], expected);
    const std::string last = Parts::key(65 * 64);
    ++second.size;
    const std::size_t before = second.blocks.back().size();
    append_dictionary_entry(second.blocks.back(), last, last + std::string(length - 6, 'x'), "");
    second.blocks_end += static_cast<std::uint32_t>(second.blocks.back().size() - before);
    EXPECT_EQ(second.codes(), (Codes{kNone, expected, expected, expected}));
  }
}

TEST(StringDictionary, RejectsAnEntryThatSharesMoreThanThePreviousKeyHas) {
  const std::string pages = one_block_page();
  const std::string table = encode_key_table({{"aa", 0}}, static_cast<std::uint32_t>(pages.size()));
  const std::string top = ForgedDictionary::top_of(2, 64, table);
  const ForgedDictionary whole(top, pages, two_entries(2));
  EXPECT_EQ(whole.dictionary.key_at(1), "aab") << "all of the previous key may be shared";
  const ForgedDictionary forged(top, pages, two_entries(3));
  EXPECT_THROW(forged.dictionary.key_at(1), Error);
  auto walker = forged.dictionary.walk();
  EXPECT_THROW(walker.next(), Error);
}

TEST(StringDictionary, RejectsABlockWhoseFirstEntrySharesBytes) {
  StringDictionaryBuilder builder;
  for (char letter = 0; letter < 65; ++letter) builder.add(std::string("key") + letter, "");
  auto sections = builder.finish();
  const std::uint32_t second = KeyTable(as_bytes(sections.pages), "a test").begin(1);
  sections.blocks[second] = static_cast<char>(sections.blocks[second] | 1);
  const ForgedDictionary forged(sections.top, sections.pages, sections.blocks);
  auto walker = forged.dictionary.walk();
  EXPECT_THROW(while (!walker.at_end()) walker.next(), Error);
}

}  // namespace
}  // namespace landkaart
