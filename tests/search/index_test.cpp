// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

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
          postings.push_back({document, {}, 1, {}});
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
      ASSERT_EQ(entry->document_frequency(), postings.size());
      const auto found = built.index->postings(entry->words, built.index->word_traits(*entry));
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
  const Analysis analysis = testing::small_analysis();
  const SearchSections one = testing::build_sections(documents, 1, true, analysis, 100);
  for (const unsigned jobs : {2u, 3u}) {
    const SearchSections many = testing::build_sections(documents, jobs, true, analysis, 100);
    EXPECT_EQ(one.header, many.header);
    EXPECT_EQ(one.order, many.order);
    EXPECT_EQ(one.lengths, many.lengths);
    EXPECT_EQ(one.skips, many.skips);
    EXPECT_EQ(one.postings, many.postings);
    EXPECT_EQ(one.positions, many.positions);
    EXPECT_EQ(one.terms.blocks, many.terms.blocks);
    EXPECT_EQ(one.titles.blocks, many.titles.blocks);
  }
}

TEST(SearchIndex, HasOneListForAllFormsOfALemma) {
  const BuiltIndex built({{"w31 w32"}, {"w32"}, {"w41"}}, testing::small_analysis());
  const auto term = built.index->find("w31");
  ASSERT_TRUE(term);
  EXPECT_EQ(term->lemma, "w3");
  EXPECT_EQ(term->document_frequency(), 2u);
  const auto sibling = built.index->find("w32");
  EXPECT_EQ(sibling->words, term->words);
  const auto postings = built.index->postings(term->words, built.index->word_traits(*term));
  EXPECT_EQ(postings[0].forms, 3) << "both";
  EXPECT_EQ(postings[1].forms, 1) << "w32 is in more documents and so the first form";
}

TEST(SearchIndex, KnowsInflectionsThatNoDocumentHas) {
  const BuiltIndex built({{"w31"}}, testing::small_analysis());
  const auto unseen = built.index->find("w35");
  ASSERT_TRUE(unseen);
  EXPECT_EQ(unseen->form_number, 0);
  EXPECT_EQ(unseen->document_frequency(), 1u);
  EXPECT_FALSE(built.index->find("w36"));
}

TEST(SearchIndex, KeepsPartsOfCompoundsInListsOfTheirOwn) {
  const BuiltIndex built({{"w31"}, {"nothing"}, {"w39 w31"}}, testing::small_analysis());
  const auto part = built.index->find("part3");
  ASSERT_TRUE(part);
  EXPECT_EQ(part->document_frequency(), 0u);
  const auto postings = built.index->postings(part->parts, {});
  ASSERT_EQ(postings.size(), 2u);
  EXPECT_EQ(postings[1].document, 2u);
  EXPECT_EQ(postings[1].frequencies[0], 2u);
}

TEST(SearchIndex, HasSeparatedFormsWhereTheirVerbStands) {
  Analysis analysis = testing::small_analysis();
  analysis.separated_forms = [](std::string_view, std::span<const Token> words) {
    std::vector<SeparatedForm> forms;
    if (words.size() > 2) forms.push_back({1, words[2].folded + words[1].folded});
    return forms;
  };
  const BuiltIndex built({{"wij nodigen uit"}, {"uitnodigen"}}, analysis);
  const auto term = built.index->find("uitnodigen");
  ASSERT_TRUE(term);
  const auto postings = built.index->postings(term->words, built.index->word_traits(*term));
  ASSERT_EQ(postings.size(), 2u);
  EXPECT_EQ(postings[0].positions, std::vector<std::uint32_t>{1});
  EXPECT_EQ(built.index->header().fields[0].total_length, 4u) << "they add nothing to the length";
}

TEST(SearchIndex, HasAWordOnceWhereAFormOfItIsSeparatedToo) {
  Analysis analysis = testing::small_analysis();
  analysis.separated_forms = [](std::string_view, std::span<const Token>) {
    return std::vector<SeparatedForm>{{0, "w32"}};
  };
  const BuiltIndex built({{"w31 w31"}, {"w31"}}, analysis);
  const auto term = built.index->find("w31");
  const auto postings = built.index->postings(term->words, built.index->word_traits(*term));
  EXPECT_EQ(postings[0].positions, (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(postings[0].frequencies[0], 2u);
}

TEST(SearchIndex, TakesThePiecesOfAHyphenatedWordAsParts) {
  const BuiltIndex built({{"wijk-aanpak"}});
  EXPECT_EQ(built.index->find("wijkaanpak")->form_parts,
            (std::vector<std::string>{"wijk", "aanpak"}));
  EXPECT_EQ(built.index->find("aanpak")->parts.document_frequency, 1u);
}

TEST(SearchIndex, FindsDocumentsByTheirTitles) {
  const BuiltIndex built({{"De Raad\nHet college"}, {"de raad"}});
  const auto titled = [&](std::string_view title) {
    return built.index->titled(*built.index->titles().find(title));
  };
  EXPECT_EQ(titled("de raad"), (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(titled("het college"), (std::vector<std::uint32_t>{0}));
}

TEST(SearchIndex, HoldsTheSameInAnOrderOfItsOwn) {
  const Documents documents = random_documents(8, 700, 2);
  const BuiltIndex plain(documents);
  const BuiltIndex ordered(documents, {}, 100);
  std::vector<bool> seen(documents.size());
  for (std::uint32_t document = 0; document < documents.size(); ++document) {
    seen[ordered.index->order().item_of(document)] = true;
  }
  EXPECT_EQ(std::ranges::count(seen, true), 700);
  for (const std::string word : {"w1", "w20", "w300"}) {
    std::vector<std::uint32_t> items;
    const auto term = ordered.index->find(word);
    for (const Posting& posting :
         ordered.index->postings(term->words, ordered.index->word_traits(*term))) {
      items.push_back(ordered.index->order().item_of(posting.document));
    }
    std::ranges::sort(items);
    std::vector<std::uint32_t> expected;
    for (const Posting& posting : plain.index->postings(
             plain.index->find(word)->words, plain.index->word_traits(*plain.index->find(word)))) {
      expected.push_back(posting.document);
    }
    EXPECT_EQ(items, expected) << word;
  }
}

TEST(SearchIndex, IsSmallerWithoutPositions) {
  const Documents documents = random_documents(6, 300, 1);
  EXPECT_TRUE(testing::build_sections(documents, 1, false).positions.empty());
}

}  // namespace
}  // namespace landkaart
