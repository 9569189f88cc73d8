// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include <gtest/gtest.h>

#include "core/search/score_list.h"
#include "core/search/title_key.h"
#include "core/text/tokenizer.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"
#include "tests/search/random_documents.h"

namespace landkaart {
namespace {

using testing::BuiltIndex;
using testing::Documents;
using testing::random_documents;

using Counted = std::map<std::string, std::vector<Posting>>;

// The postings of each word, counted from the texts.
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

TEST(SearchIndex, HoldsThePostingsThatTheTextsHave) {
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
  EXPECT_EQ(postings[0].forms, 3) << "both forms occur";
  EXPECT_EQ(postings[1].forms, 1) << "w32 occurs more often than w31, so it is form 1";
}

TEST(SearchIndex, FindsInflectionsThatNoDocumentHas) {
  const BuiltIndex built({{"w31"}}, testing::small_analysis());
  const auto unseen = built.index->find("w35");
  ASSERT_TRUE(unseen);
  EXPECT_EQ(unseen->form_number, 0);
  EXPECT_EQ(unseen->document_frequency(), 1u);
  EXPECT_FALSE(built.index->find("w36"));
}

TEST(SearchIndex, HasSeparateListsForPartsOfCompounds) {
  const BuiltIndex built({{"w31"}, {"nothing"}, {"w39 w31"}}, testing::small_analysis());
  const auto part = built.index->find("part3");
  ASSERT_TRUE(part);
  EXPECT_EQ(part->document_frequency(), 0u);
  const auto postings = built.index->postings(part->parts, {});
  ASSERT_EQ(postings.size(), 2u);
  EXPECT_EQ(postings[1].document, 2u);
  EXPECT_EQ(postings[1].frequencies[0], 2u);
}

TEST(SearchIndex, HasASeparatedFormAtThePositionOfItsVerb) {
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
  EXPECT_EQ(built.index->header().fields[0].total_length, 4u)
      << "a separated form does not count for the length";
}

TEST(SearchIndex, CountsAWordOnceWhereItIsAlsoASeparatedForm) {
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

TEST(SearchIndex, HasThePiecesOfAHyphenatedWordAsParts) {
  const BuiltIndex built({{"wijk-aanpak"}});
  EXPECT_EQ(built.index->find("wijkaanpak")->form_parts,
            (std::vector<std::string>{"wijk", "aanpak"}));
  EXPECT_EQ(built.index->find("aanpak")->parts.document_frequency, 1u);
}

TEST(SearchIndex, HasAtMost16PartsOfAWord) {
  Analysis analysis;
  analysis.analyse = [](std::string_view form) {
    FormAnalysis found{std::string(form), {}};
    if (form.size() == limits::kTermBytes) {
      for (int i = 0; i < 20; ++i) found.parts.push_back("deel" + std::to_string(i));
    }
    return found;
  };
  std::string word;
  for (char letter = 'a'; letter < 'a' + 20; ++letter) word += std::string(4, letter) + '-';
  const BuiltIndex built({{word}}, analysis);
  const auto term =
      built.index->find("aaaabbbbccccddddeeeeffffgggghhhhiiiijjjjkkkkllllmmmmnnnnoooopppp");
  ASSERT_TRUE(term);
  EXPECT_EQ(term->form_parts.size(), limits::kFormParts);
  EXPECT_EQ(term->form_parts.front(), "aaaa") << "a reader expects the pieces between the hyphens";
}

TEST(SearchIndex, RejectsATitleWithTheSameDocumentTwice) {
  const BuiltIndex built({{"iets"}, {"iets"}, {"iets"}});
  const auto titled = [&](std::string_view value) { return built.index->titled(as_bytes(value)); };
  EXPECT_EQ(titled(std::string_view("\0\2", 2)), (std::vector<std::uint32_t>{0, 2}));
  EXPECT_THROW(titled(std::string_view("\1\0", 2)), Error);
  EXPECT_THROW(titled(std::string_view("\1\2", 2)), Error) << "there are three documents";
}

TEST(SearchIndex, RefusesAFieldWithTooManyWords) {
  std::string text;
  for (std::uint32_t i = 0; i <= limits::kFieldWords; ++i) text += "a ";
  try {
    testing::build_sections({{text}}, 1);
    FAIL() << "an index was built";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::limit_exceeded);
  }
}

TEST(SearchIndex, FindsDocumentsByTheirTitles) {
  const BuiltIndex built({{"De Raad\nHet college"}, {"de raad"}});
  const auto titled = [&](std::string_view title) {
    return built.index->titled(*built.index->titles().find(title));
  };
  EXPECT_EQ(titled("de raad"), (std::vector<std::uint32_t>{0, 1}));
  EXPECT_EQ(titled("het college"), (std::vector<std::uint32_t>{0}));
}

TEST(SearchIndex, HoldsTheSamePostingsWhenDocumentsAreReordered) {
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

TEST(SearchIndex, HasTheSamePostingsWithoutPositions) {
  const Documents documents = random_documents(6, 300, 1);
  const BuiltIndex with(documents);
  const BuiltIndex without(documents, {}, 10'000, false);
  EXPECT_TRUE(with.index->header().has_positions);
  EXPECT_FALSE(without.index->header().has_positions);
  EXPECT_LT(without.file->size(), with.file->size());
  EXPECT_GT(with.container->require(SectionId::positions).size(), 0u);
  EXPECT_EQ(without.container->require(SectionId::positions).size(), 0u);
  for (const std::string word : {"w1", "w20", "w300"}) {  // several blocks, one block, few postings
    const auto term = without.index->find(word);
    const auto whole = with.index->find(word);
    ASSERT_TRUE(term && whole) << word;
    const auto found = without.index->postings(term->words, without.index->word_traits(*term));
    const auto expected = with.index->postings(whole->words, with.index->word_traits(*whole));
    ASSERT_EQ(found.size(), expected.size()) << word;
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].document, expected[i].document);
      EXPECT_EQ(found[i].frequencies, expected[i].frequencies);
      EXPECT_TRUE(found[i].positions.empty());
      EXPECT_FALSE(expected[i].positions.empty());
    }
  }
}

// The bounds of a list in windows of 4096 documents, and the scores themselves.
TEST(SearchIndex, StatesBoundsThatNoScoreExceeds) {
  const Documents documents = random_documents(20, 9000, 3);
  const BuiltIndex built(documents, testing::small_analysis(), 500);
  const Scoring scoring(*built.index);
  for (const std::string word : {"w11", "w20", "w31", "w100", "w399"}) {
    const auto term = built.index->find(word);
    ASSERT_TRUE(term) << word;
    const LemmaWeights weights{2.0, 1.0, static_cast<std::uint8_t>(1u << (term->form_number - 1))};
    const ListTraits traits = built.index->word_traits(*term);
    LemmaScoreList list(*built.index, scoring, term->words, traits, weights);
    std::vector<double> bounds(3);
    list.compute_bounds(4096, bounds);
    std::vector<double> greatest(3);
    for (const Posting& posting : built.index->postings(term->words, traits)) {
      const double score = list.score_of(posting.document);
      ASSERT_GT(score, 0) << word;
      greatest[posting.document / 4096] = std::max(greatest[posting.document / 4096], score);
    }
    for (std::size_t window = 0; window < bounds.size(); ++window) {
      EXPECT_GE(bounds[window], greatest[window]) << word;
      EXPECT_LE(bounds[window], 2.0 * scoring.greatest_weight()) << word;
    }
  }
}

TEST(SearchIndex, AnalysesAWordThatOccursInAnAnalysedItem) {
  const Documents documents = {{"w31 w41"}, {"w31 w51"}};
  SearchSettings settings;
  settings.fields = {{std::string(kTextField), 1.0, 0.75, 0}};
  settings.analysis = testing::small_analysis();
  settings.is_analysed = [](std::uint32_t item) { return item == 0; };
  const BuiltIndex built(
      build_search_sections(
          2, settings,
          [&](std::uint32_t item, std::size_t) { return std::string_view(documents[item][0]); }, 1),
      2);
  EXPECT_EQ(built.index->find("w31")->lemma, "w3") << "item 0 is analysed, item 1 is not";
  EXPECT_EQ(built.index->find("w41")->lemma, "w4");
  EXPECT_EQ(built.index->find("w51")->lemma, "w51") << "only item 1 has it";
  EXPECT_TRUE(built.index->find("w35")) << "the inflections of an analysed word are listed";
  EXPECT_FALSE(built.index->find("w515"));
}

TEST(TitleKey, HasAtMost128BytesOfWholeWords) {
  const std::string first(64, 'a');
  const std::string second(63, 'b');
  EXPECT_EQ(title_key(first + ", " + second), first + " " + second) << "128 bytes";
  EXPECT_EQ(title_key(first + ", " + second + "b"), first) << "129 bytes";
  EXPECT_EQ(title_key(first + " " + second + " c"), first + " " + second);
}

TEST(TitleKey, IsMadeOfEachLineWithAWord) {
  using Keys = std::vector<std::string>;
  EXPECT_EQ(title_keys("De Raad!\n\n?\nHet college"), Keys({"de raad", "het college"}));
  EXPECT_EQ(title_keys("De Raad\n"), Keys({"de raad"}));
  EXPECT_EQ(title_keys(""), Keys());
}

}  // namespace
}  // namespace landkaart
