// SPDX-License-Identifier: EUPL-1.2
// check_search_index() accepts every index of the builder, and rejects indexes in which a search
// would find no fault.
#include "core/search/check_search_index.h"

#include <gtest/gtest.h>

#include "core/search/term_entry.h"
#include "landkaart/error.h"
#include "tests/search/random_documents.h"

namespace landkaart {
namespace {

using testing::BuiltIndex;
using testing::Documents;

// "de" is in 300 documents, so its list has 3 blocks and skip entries.
Documents many_documents() {
  Documents documents;
  for (int i = 0; i < 300; ++i) documents.push_back({"de wijk en de w" + std::to_string(i % 7)});
  return documents;
}

// Builds an index of many_documents(), after `change` has changed its sections.
template <typename Change>
std::string mistake_after(const Change& change, std::uint32_t reorder_from = 10'000) {
  const Documents documents = many_documents();
  SearchSections sections = testing::build_sections(documents, 1, true, {}, reorder_from);
  change(sections);
  const BuiltIndex built(std::move(sections), static_cast<std::uint32_t>(documents.size()));
  try {
    check_search_index(*built.index);
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

TEST(CheckSearchIndex, AcceptsEveryIndexOfTheBuilder) {
  for (const auto& [count, fields] : {std::pair{0u, 1u}, {1u, 1u}, {130u, 2u}, {900u, 3u}}) {
    for (const bool positions : {true, false}) {
      const BuiltIndex built(testing::random_documents(count, count, fields),
                             testing::small_analysis(), 500, positions);
      EXPECT_EQ(check_search_index(*built.index), built.index->terms().size());
    }
  }
  EXPECT_EQ(mistake_after([](SearchSections&) {}), "none");
}

TEST(CheckSearchIndex, RejectsBytesThatBelongToNoList) {
  constexpr std::string_view kMessage = "bytes that belong to no word";
  EXPECT_NE(mistake_after([](auto& sections) { sections.postings += 'x'; }).find(kMessage),
            std::string::npos);
  EXPECT_NE(mistake_after([](auto& sections) { sections.skips += 'x'; }).find(kMessage),
            std::string::npos);
  EXPECT_NE(mistake_after([](auto& sections) { sections.positions += 'x'; }).find(kMessage),
            std::string::npos);
}

// The last two bytes of the last skip entry are the greatest frequency and the least length code
// of the only field.
TEST(CheckSearchIndex, RejectsASkipEntryWithAnotherFrequencyOrLengthThanItsBlock) {
  for (const std::size_t from_end : {1, 2}) {
    for (const int step : {1, -1}) {
      const std::string mistake = mistake_after([&](auto& sections) {
        char& byte = sections.skips[sections.skips.size() - from_end];
        byte = static_cast<char>(byte + step);
      });
      EXPECT_NE(mistake.find("a skip entry differs"), std::string::npos) << mistake;
    }
  }
}

TEST(CheckSearchIndex, RejectsAFieldThatIsShorterThanItsPositions) {
  SearchSections sections = testing::build_sections({{"een twee"}, {"een twee"}}, 1);
  // Two lengths change, so that the total length of the field stays the same.
  sections.lengths = {1, 3};
  const BuiltIndex built(std::move(sections), 2);
  EXPECT_THROW(check_search_index(*built.index), Error);
}

TEST(CheckSearchIndex, RejectsATotalLengthThatDiffersFromTheLengths) {
  EXPECT_NE(mistake_after([](auto& sections) { ++sections.lengths[10]; }).find("total length"),
            std::string::npos);
  EXPECT_NE(mistake_after([](auto& sections) {
              sections.lengths[10] = static_cast<char>(253);
            }).find("unknown length code"),
            std::string::npos);
}

TEST(CheckSearchIndex, RejectsAnOrderThatNamesAnItemTwice) {
  EXPECT_EQ(mistake_after([](SearchSections&) {}, 100), "none");
  const std::string mistake = mistake_after(
      [](auto& sections) {
        sections.items[7] = sections.items[8];
        sections.order = encode_document_order(sections.items);
      },
      100);
  EXPECT_NE(mistake.find("an item twice"), std::string::npos) << mistake;
}

TEST(CheckSearchIndex, RejectsATitleWithoutDocument) {
  const std::string mistake = mistake_after([](auto& sections) {
    StringDictionaryBuilder titles;
    titles.add("wijk", "");
    sections.titles = titles.finish();
  });
  EXPECT_NE(mistake.find("a title has no document"), std::string::npos) << mistake;
}

// An index of one document, "een twee", with these entries in the dictionary of words.
std::string mistake_of_entries(const std::map<std::string, TermEntry>& entries) {
  SearchSections sections = testing::build_sections({{"een twee"}, {"een twee"}}, 1);
  StringDictionaryBuilder terms;
  for (const auto& [form, entry] : entries) terms.add(form, encode_term_entry(entry, form, true));
  sections.terms = terms.finish();
  const BuiltIndex built(std::move(sections), 2);
  try {
    check_search_index(*built.index);
  } catch (const Error& error) {
    return error.what();
  }
  return "none";
}

// The entries of "een" and "twee" as the builder writes them.
std::map<std::string, TermEntry> two_entries() {
  const BuiltIndex built({{"een twee"}, {"een twee"}});
  std::map<std::string, TermEntry> entries;
  for (const std::string form : {"een", "twee"}) {
    entries[form] = decode_term_entry(*built.index->terms().find(form), form, true);
  }
  return entries;
}

TEST(CheckSearchIndex, RejectsTwoLemmasThatShareAList) {
  auto entries = two_entries();
  EXPECT_EQ(mistake_of_entries(entries), "none");
  entries["twee"].words = entries["een"].words;
  EXPECT_NE(mistake_of_entries(entries).find("two words share a list"), std::string::npos);
}

TEST(CheckSearchIndex, RejectsListsThatOverlap) {
  auto entries = two_entries();
  --entries["twee"].words.offset;
  EXPECT_NE(mistake_of_entries(entries).find("do not follow each other"), std::string::npos);
  entries = two_entries();
  --entries["twee"].words.positions_offset;
  EXPECT_NE(mistake_of_entries(entries).find("do not follow each other"), std::string::npos);
}

TEST(CheckSearchIndex, RejectsABackReferenceToABackReference) {
  auto entries = two_entries();
  entries["twees"].refers_back = 1;
  EXPECT_EQ(mistake_of_entries(entries), "none");
  entries["tweetje"].refers_back = 1;
  EXPECT_NE(mistake_of_entries(entries).find("without lists"), std::string::npos);
}

TEST(CheckSearchIndex, RejectsASinglePostingBeyondTheLengthOfItsField) {
  const Posting posting{1, {1}, 1, {2}};  // the field has two words
  const std::string bytes = encode_single_posting(posting, false, true);
  auto entries = two_entries();
  entries["drie"].words.document_frequency = 1;
  entries["drie"].words.inline_posting = as_bytes(bytes);
  EXPECT_NE(mistake_of_entries(entries).find("more occurrences"), std::string::npos);
  const std::string right = encode_single_posting({1, {1}, 1, {1}}, false, true);
  entries["drie"].words.inline_posting = as_bytes(right);
  EXPECT_EQ(mistake_of_entries(entries), "none");
  const std::string longer = right + 'x';
  entries["drie"].words.inline_posting = as_bytes(longer);
  EXPECT_NE(mistake_of_entries(entries).find("bytes after its end"), std::string::npos);
}

}  // namespace
}  // namespace landkaart
