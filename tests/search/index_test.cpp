// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "core/text/tokenizer.h"
#include "tests/search/random_documents.h"

namespace landkaart {
namespace {

using testing::BuiltIndex;
using testing::Documents;
using testing::random_documents;

using Counted = std::map<std::string, std::vector<Posting>>;

// What the index should hold, counted in the plainest way.
Counted count_words(const Documents& documents) {
  Counted words;
  for (std::uint32_t document = 0; document < documents.size(); ++document) {
    for (std::size_t field = 0; field < documents[document].size(); ++field) {
      Tokenizer tokenizer(documents[document][field]);
      Token token;
      while (tokenizer.next(token)) {
        auto& postings = words[token.folded];
        if (postings.empty() || postings.back().document != document) {
          postings.push_back({document, {}, {}});
        }
        ++postings.back().frequencies[field];
        postings.back().positions.push_back(token.position);
      }
    }
  }
  return words;
}

// The greatest frequency and the least length of a field in a block are those of its skip entry.
void expect_bounds(const SearchIndex& index, const PostingBlock& block, std::size_t field,
                   const SkipField& skip) {
  std::uint32_t greatest = 0;
  std::uint8_t least = 255;
  for (std::uint32_t i = 0; i < block.count; ++i) {
    if (block.frequency(field, i) == 0) continue;
    greatest = std::max(greatest, block.frequency(field, i));
    least = std::min(least, index.lengths()[field * index.header().documents + block.documents[i]]);
  }
  EXPECT_EQ(skip.greatest_frequency, greatest);
  if (greatest > 0) {
    EXPECT_EQ(skip.least_length_code, least);
  }
}

TEST(SearchIndex, HoldsWhatCountingByHandGives) {
  for (const auto& [count, fields] : {std::pair{0u, 1u}, {1u, 1u}, {130u, 2u}, {600u, 3u}}) {
    const Documents documents = random_documents(count, count, fields);
    const BuiltIndex built(documents);
    const Counted expected = count_words(documents);
    ASSERT_EQ(built.index->terms().size(), expected.size());
    for (const auto& [word, postings] : expected) {
      const auto entry = built.index->find(word);
      ASSERT_TRUE(entry) << word;
      ASSERT_EQ(entry->document_frequency, postings.size());
      const auto found = built.index->postings(*entry);
      ASSERT_EQ(found.size(), postings.size());
      for (std::size_t i = 0; i < found.size(); ++i) {
        ASSERT_EQ(found[i].document, postings[i].document) << word;
        ASSERT_EQ(found[i].frequencies, postings[i].frequencies) << word;
        ASSERT_EQ(found[i].positions, postings[i].positions) << word;
      }
    }
    EXPECT_FALSE(built.index->find("nergens"));
  }
}

TEST(SearchIndex, IsTheSameForAnyNumberOfJobs) {
  const Documents documents = random_documents(5, 2500, 2);
  const SearchSections one = testing::build_sections(documents, 1);
  for (const unsigned jobs : {2u, 3u}) {
    const SearchSections many = testing::build_sections(documents, jobs);
    EXPECT_EQ(one.header, many.header);
    EXPECT_EQ(one.lengths, many.lengths);
    EXPECT_EQ(one.skips, many.skips);
    EXPECT_EQ(one.postings, many.postings);
    EXPECT_EQ(one.positions, many.positions);
    EXPECT_EQ(one.terms.blocks, many.terms.blocks);
  }
}

TEST(SearchIndex, SkipsTellWhatIsInEachBlock) {
  const BuiltIndex built(random_documents(7, 1000, 3));
  const Section skip_section = built.container->require(SectionId::skips);
  std::uint64_t blocks = 0;
  for (auto walker = built.index->terms().walk(); !walker.at_end(); walker.next()) {
    const TermEntry entry = decode_term_entry(walker.value(), true);
    if (entry.document_frequency <= kPostingBlock) continue;
    Cursor skips(skip_section.read(entry.skips_offset, entry.skips_length), "a test");
    SkipEntry skip;
    std::uint64_t list_bytes = 0;
    std::uint64_t positions_bytes = 0;
    built.index->for_each_block(entry, [&](const PostingBlock& block) {
      skip = read_skip_entry(skips, skip.last_document, 3, true);
      EXPECT_EQ(skip.last_document, block.documents[block.count - 1]);
      for (std::size_t f = 0; f < 3; ++f) expect_bounds(*built.index, block, f, skip.fields[f]);
      list_bytes += skip.list_bytes;
      positions_bytes += skip.positions_bytes;
      ++blocks;
    });
    EXPECT_TRUE(skips.at_end());
    EXPECT_EQ(list_bytes, entry.list_length);
    EXPECT_EQ(positions_bytes, entry.positions_length);
  }
  EXPECT_GT(blocks, 50u);
}

TEST(SearchIndex, IsSmallerWithoutPositions) {
  const Documents documents = random_documents(6, 300, 1);
  EXPECT_TRUE(testing::build_sections(documents, 1, false).positions.empty());
}

}  // namespace
}  // namespace landkaart
