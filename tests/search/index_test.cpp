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

TEST(SearchIndex, IsSmallerWithoutPositions) {
  const Documents documents = random_documents(6, 300, 1);
  EXPECT_TRUE(testing::build_sections(documents, 1, false).positions.empty());
}

}  // namespace
}  // namespace landkaart
