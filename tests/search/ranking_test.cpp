// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>

#include <gtest/gtest.h>

#include "core/search/query_planner.h"
#include "core/search/top_documents.h"
#include "core/search/visit_matches.h"
#include "core/text/tokenizer.h"
#include "landkaart/error.h"
#include "tests/search/random_documents.h"

namespace landkaart {
namespace {

using testing::BuiltIndex;
using testing::Documents;
using testing::random_documents;

// Scores computed from the texts alone, by the formula in the specification ("Scores") and the
// factor for coverage in coverage.h. Uses nothing of the index.
class ScoresByHand {
 public:
  // The fields have the weights 1, 2, ... and b = 0.75, as in build_sections; k1 is 1.2.
  ScoresByHand(const Documents& documents, const std::vector<std::string>& words)
      : frequencies_(words.size(), std::vector<double>(documents.size())) {
    for (std::size_t f = 0; f < documents.front().size(); ++f) add_field(documents, words, f);
    const auto number = static_cast<double>(documents.size());
    for (const std::vector<double>& frequencies : frequencies_) {
      const auto holders = static_cast<double>(documents.size()) -
                           static_cast<double>(std::ranges::count(frequencies, 0.0));
      rarities_.push_back(std::log(1 + (number - holders + 0.5) / (holders + 0.5)));
    }
  }

  // 0 for a document without any of the words.
  double score(std::size_t document) const {
    double sum = 0;
    double found = 0;
    double all = 0;
    for (std::size_t w = 0; w < frequencies_.size(); ++w) {
      const double frequency = frequencies_[w][document];
      sum += rarities_[w] * 2.2 * frequency / (1.2 + frequency);
      all += rarities_[w];
      if (frequency > 0) found += rarities_[w];
    }
    return sum * (0.65 + 0.35 * found / all);
  }

  bool has_all_words(std::size_t document) const {
    return std::ranges::all_of(frequencies_, [&](const auto& each) { return each[document] > 0; });
  }

  // All documents with a score, best first. With `all_words` only the documents that have all
  // words.
  std::vector<ScoredDocument> ranking(bool all_words = false) const {
    std::vector<ScoredDocument> ranking;
    for (std::uint32_t document = 0; document < frequencies_.front().size(); ++document) {
      if (score(document) <= 0 || (all_words && !has_all_words(document))) continue;
      ranking.push_back({document, score(document)});
    }
    std::ranges::stable_sort(ranking, std::greater(), &ScoredDocument::score);
    return ranking;
  }

 private:
  // Adds the frequencies of the words in one field, each divided by the relative length of the
  // field.
  void add_field(const Documents& documents, const std::vector<std::string>& words,
                 std::size_t field) {
    std::vector<std::uint32_t> lengths(documents.size());
    std::vector<std::vector<double>> counts(words.size(), std::vector<double>(documents.size()));
    double total_length = 0;
    for (std::size_t d = 0; d < documents.size(); ++d) {
      Tokenizer tokenizer(documents[d][field]);
      for (Token token; tokenizer.next(token); ++lengths[d]) {
        for (std::size_t w = 0; w < words.size(); ++w) counts[w][d] += token.folded == words[w];
      }
      total_length += lengths[d];
    }
    const double average = std::max(1.0, total_length / static_cast<double>(documents.size()));
    for (std::size_t w = 0; w < words.size(); ++w) {
      for (std::size_t d = 0; d < documents.size(); ++d) {
        const double relative_length = 0.25 + 0.75 * stored_length(lengths[d]) / average;
        frequencies_[w][d] += static_cast<double>(field + 1) * counts[w][d] / relative_length;
      }
    }
  }

  // The index stores lengths below 40 exactly, and from 40 to 79 rounded down to a multiple of 5.
  static double stored_length(std::uint32_t length) {
    EXPECT_LT(length, 80u);
    return length < 40 ? length : length / 5 * 5;
  }

  std::vector<std::vector<double>> frequencies_;  // weighted, by word, then by document
  std::vector<double> rarities_;                  // by word
};

using Prior = std::function<double(std::uint32_t)>;

std::vector<ScoredDocument> top(const BuiltIndex& built, std::string_view query, std::size_t count,
                                Pruning pruning = Pruning::on, bool all_words = false,
                                const Prior& prior = {}) {
  const Scoring scoring(*built.index);
  const QueryPlan plan = plan_query(parse_query(query), *built.index, scoring, {all_words, false});
  ScoreLists lists = make_score_lists(plan, *built.index, scoring);
  lists.prior = prior;
  return top_documents(lists, built.index->header().documents, count, {}, pruning);
}

std::vector<std::uint32_t> numbers(const std::vector<ScoredDocument>& documents) {
  std::vector<std::uint32_t> all;
  all.reserve(documents.size());
  for (const ScoredDocument& document : documents) all.push_back(document.document);
  std::ranges::sort(all);
  return all;
}

// Expects the first `count` documents of a ranking, in the same order unless two scores differ only
// by rounding.
void expect_best(const std::vector<ScoredDocument>& found,
                 const std::vector<ScoredDocument>& ranking, std::size_t count,
                 const std::string& query) {
  ASSERT_EQ(found.size(), std::min(ranking.size(), count)) << query;
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_NEAR(found[i].score, ranking[i].score, 1e-9) << query << ", hit " << i;
    const auto same = std::ranges::find(ranking, found[i].document, &ScoredDocument::document);
    ASSERT_NE(same, ranking.end()) << query << ", document " << found[i].document;
    EXPECT_NEAR(found[i].score, same->score, 1e-9) << query << ", document " << found[i].document;
  }
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word + " ";
  return text;
}

TEST(Ranking, ScoresOneOrSeveralWordsInSeveralFieldsAsTheFormulaSays) {
  for (const std::size_t fields : {1u, 2u, 3u}) {
    const Documents documents = random_documents(7, 150, fields);
    const BuiltIndex built(documents);
    const std::vector<std::vector<std::string>> queries = {
        {"w3"}, {"w17"}, {"w120"}, {"w3", "w17"}, {"w120", "w3"}, {"w1", "w17", "w120", "w250"}};
    for (const std::vector<std::string>& words : queries) {
      const std::string query = joined(words);
      const auto ranking = ScoresByHand(documents, words).ranking();
      ASSERT_GT(ranking.size(), 3u) << query;
      expect_best(top(built, query, 1000), ranking, 1000, query);
      expect_best(top(built, query, 1000, Pruning::off), ranking, 1000, query);
    }
  }
}

// 9000 documents of two fields, in three windows of 4096 documents. The word w1 is in more than
// half of the documents, w350 in about 200. The word "wijk" is in documents 5000 to 5399 only, so
// it has no posting in two windows. The word "dorp" is in documents 5000 to 5099. Every 97th
// document repeats w17, so that blocks have different bounds.
Documents many_documents() {
  Documents documents = random_documents(21, 9000, 2);
  for (std::size_t d = 5000; d < 5400; ++d) documents[d][1] += " wijk";
  for (std::size_t d = 5000; d < 5100; ++d) documents[d][0] += " dorp";
  for (std::size_t d = 40; d < documents.size(); d += 97) {
    documents[d][1] = "w17";
    for (std::size_t i = 0; i < d % 20; ++i) documents[d][1] += " w17";
  }
  return documents;
}

// Built once, because building takes a second.
struct ManyDocuments {
  Documents documents = many_documents();
  BuiltIndex built{documents};
};

const ManyDocuments& many() {
  static const ManyDocuments many;
  return many;
}

TEST(Ranking, ScoresPostingListsOfManyBlocksAsTheFormulaSays) {
  const auto& [documents, built] = many();
  const Scoring scoring(*built.index);
  const std::vector<std::vector<std::string>> queries = {{"w1"},
                                                         {"w17"},
                                                         {"w350"},
                                                         {"wijk"},
                                                         {"w1", "w17"},
                                                         {"w350", "w1"},
                                                         {"wijk", "w17"},
                                                         {"w17", "w120", "w1"},
                                                         {"wijk", "w350", "w17", "w2"},
                                                         {"w1", "w2", "w3", "w4", "w5", "w350"}};
  for (const std::vector<std::string>& words : queries) {
    const ScoresByHand by_hand(documents, words);
    for (const bool all_words : {false, true}) {
      const std::string query = joined(words);
      const auto ranking = by_hand.ranking(all_words);
      expect_best(top(built, query, 20, Pruning::on, all_words), ranking, 20, query);
      expect_best(top(built, query, 20, Pruning::off, all_words), ranking, 20, query);
      const QueryPlan plan =
          plan_query(parse_query(query), *built.index, scoring, {all_words, false});
      std::vector<std::uint32_t> visited;
      visit_matches(make_score_lists(plan, *built.index, scoring), 9000, {},
                    [&](std::uint32_t document) { visited.push_back(document); });
      EXPECT_EQ(visited, numbers(ranking)) << query;
    }
  }
}

// A query of 1 to 6 parts: words, phrases, excluded words and prefixes, common and rare.
std::string random_query(std::mt19937& random) {
  std::string query;
  for (std::size_t left = 1 + random() % 6; left > 0; --left) {
    const std::string word = "w" + std::to_string(random() % (1 + random() % 400));
    switch (random() % 10) {
      case 0: query += "\"" + word + " w1\" "; break;
      case 1: query += "-" + word + " "; break;
      case 2: query += word + "* "; break;
      default: query += word + " ";
    }
  }
  return query;
}

TEST(Ranking, FindsWithPruningTheSameAsWithScoringEveryPosting) {
  std::mt19937 random(11);
  for (const std::size_t size : {30u, 700u, 18'000u}) {
    const BuiltIndex built(random_documents(static_cast<unsigned>(size), size, 3),
                           testing::small_analysis(), 500);
    for (int i = 0; i < 150; ++i) {
      const std::string query = random_query(random);
      const bool all = random() % 4 == 0;
      EXPECT_EQ(top(built, query, 10, Pruning::on, all), top(built, query, 10, Pruning::off, all))
          << query << (all ? " (all)" : "");
    }
  }
}

TEST(Ranking, FindsTheSameWithPruningWhenAPriorLowersScores) {
  std::mt19937 random(17);
  const BuiltIndex built(random_documents(6000, 10'000, 3), testing::small_analysis(), 500);
  const Prior prior = [](std::uint32_t document) { return document % 3 == 0 ? 1.0 : 0.6; };
  for (int i = 0; i < 150; ++i) {
    const std::string query = random_query(random);
    EXPECT_EQ(top(built, query, 10, Pruning::on, false, prior),
              top(built, query, 10, Pruning::off, false, prior))
        << query;
  }
}

TEST(Ranking, VisitsEveryMatch) {
  const BuiltIndex built(random_documents(12, 9000, 2), testing::small_analysis(), 500);
  const Scoring scoring(*built.index);
  std::mt19937 random(13);
  for (int i = 0; i < 60; ++i) {
    const std::string query = random_query(random);
    const bool all = random() % 4 == 0;
    const QueryPlan plan = plan_query(parse_query(query), *built.index, scoring, {all, false});
    std::vector<std::uint32_t> visited;
    visit_matches(make_score_lists(plan, *built.index, scoring), 9000, {},
                  [&](std::uint32_t document) { visited.push_back(document); });
    EXPECT_EQ(visited, numbers(top(built, query, 9000, Pruning::off, all))) << query;
  }
}

TEST(Ranking, ScoresWordsTogetherByTheSumOfTheirScores) {
  const auto& [documents, built] = many();
  const Scoring scoring(*built.index);
  const ScoresByHand by_hand(documents, {"w350", "w17", "w1"});
  const std::vector<TogetherWord> words = {{*built.index->find("w1"), 0, false},
                                           {*built.index->find("w350"), 0, false},
                                           {*built.index->find("w17"), 0, false}};
  const FoundTogether found = find_together(*built.index, scoring, words, Order::any);
  const auto ranking = by_hand.ranking(/*all_words=*/true);
  ASSERT_EQ(found.documents.size(), ranking.size());
  for (const FoundScoreList::Found& each : found.documents) {
    EXPECT_NEAR(each.score, by_hand.score(each.document), 1e-9) << each.document;
  }
  EXPECT_GT(found.postings_read, 0u);
}

TEST(Ranking, FindsAPhraseOfExactFormsOnly) {
  const BuiltIndex built({{"w31 raad"}, {"w32 raad"}, {"w33 raad"}, {"w32 w32 raad"}},
                         testing::small_analysis());
  EXPECT_EQ(numbers(top(built, "\"w32 raad\"", 10)), std::vector<std::uint32_t>({1, 3}));
  EXPECT_EQ(numbers(top(built, "\"w31 raad\"", 10)), std::vector<std::uint32_t>({0}));
  EXPECT_EQ(numbers(top(built, "\"w34 raad\"", 10)), std::vector<std::uint32_t>());
}

TEST(Ranking, FindsAPhraseInOneFieldOnly) {
  const BuiltIndex built({{"de raad", "beslist"}, {"raad", "raad beslist"}, {"raad beslist", ""}});
  EXPECT_EQ(numbers(top(built, "\"raad beslist\"", 10)), std::vector<std::uint32_t>({1, 2}));
}

TEST(Ranking, ReadsOnlyTheTextsOfFieldsWithAllWordsOfAPhrase) {
  const Documents documents = {
      {"raad", "raad beslist"}, {"raad", "beslist"}, {"raad beslist", "x"}};
  const BuiltIndex built(documents, {}, 10'000, /*positions=*/false);
  const Scoring scoring(*built.index);
  std::vector<std::pair<std::uint32_t, std::size_t>> read;
  const std::vector<TogetherWord> words = {{*built.index->find("raad"), 0, false},
                                           {*built.index->find("beslist"), 1, false}};
  const FoundTogether found = find_together(
      *built.index, scoring, words, Order::phrase, [&](std::uint32_t document, std::size_t field) {
        read.emplace_back(document, field);
        return std::make_shared<const AnalysedText>(
            analyse_text(documents[document][field], [](const std::string& word) {
              return AnalysedWord{word, {}};
            }));
      });
  ASSERT_EQ(found.documents.size(), 2u);
  std::ranges::sort(read);  // the document with the higher score is read first
  EXPECT_EQ(read, (std::vector<std::pair<std::uint32_t, std::size_t>>{{0, 1}, {2, 0}}));
}

// The postings of w1 that a search for the ten best documents for "dorp" and w1 decodes.
std::uint64_t postings_read_of_w1(Pruning pruning, bool all_words) {
  const SearchIndex& index = *many().built.index;
  const Scoring scoring(index);
  ScoreLists lists;
  for (const std::string word : {"dorp", "w1"}) {
    const Term term = *index.find(word);
    ScoreGroup group;
    group.rarity = scoring.inverse_document_frequency(term.document_frequency());
    group.required = all_words;
    const LemmaWeights weights{group.rarity, group.rarity, 1};
    group.lists.push_back(std::make_unique<LemmaScoreList>(index, scoring, term.words,
                                                           index.word_traits(term), weights));
    lists.groups.push_back(std::move(group));
  }
  EXPECT_EQ(top_documents(lists, index.header().documents, 10, {}, pruning).size(), 10u);
  return dynamic_cast<LemmaScoreList&>(*lists.groups[1].lists[0]).postings_read();
}

TEST(Ranking, DecodesFewPostingsOfACommonWordBesideARareOne) {
  EXPECT_GT(many().built.index->find("w1")->document_frequency(), 4500u);
  EXPECT_GT(postings_read_of_w1(Pruning::off, false), 4500u);
  // Documents 5000 to 5099 have "dorp". The window with these documents is searched first, and no
  // other window can hold a better document.
  EXPECT_LT(postings_read_of_w1(Pruning::on, false), 2500u);
  EXPECT_LT(postings_read_of_w1(Pruning::on, true), 1000u);
}

TEST(Ranking, FindsNothingWhenNoDocumentIsAskedFor) {
  const BuiltIndex built(Documents{{"raad"}, {"raad"}});
  EXPECT_TRUE(top(built, "raad", 0).empty());
}

TEST(Ranking, MatchesAnyOrAllWordsAndNoExcludedWord) {
  const BuiltIndex built({{"raad regels"}, {"raad"}, {"regels wijk"}, {"markt"}});
  using Numbers = std::vector<std::uint32_t>;
  const auto matching = [&](std::string_view query, bool all) {
    return numbers(top(built, query, 10, Pruning::on, all));
  };
  EXPECT_EQ(matching("raad regels", false), Numbers({0, 1, 2}));
  EXPECT_EQ(matching("raad regels", true), Numbers({0}));
  EXPECT_EQ(matching("raad nergens", true), Numbers());
  EXPECT_EQ(matching("raad regels -wijk", false), Numbers({0, 1}));
  EXPECT_EQ(matching("-wijk", false), Numbers());
}

TEST(Ranking, FindsAPhraseOnlyWhereItsWordsFollowEachOther) {
  const BuiltIndex built({{"de raad beslist"}, {"beslist de raad"}, {"raad de beslist"}});
  EXPECT_EQ(numbers(top(built, "\"raad beslist\"", 10)), std::vector<std::uint32_t>({0}));
  EXPECT_EQ(numbers(top(built, "\"de raad\"", 10)), std::vector<std::uint32_t>({0, 1}));
  EXPECT_EQ(numbers(top(built, "-\"de raad\" beslist", 10)), std::vector<std::uint32_t>({2}));
}

TEST(Ranking, RanksARareWordAboveACommonOne) {
  const BuiltIndex built({{"raad"}, {"raad"}, {"raad"}, {"griffie"}});
  EXPECT_EQ(top(built, "raad griffie", 1).at(0).document, 3u);
}

TEST(Ranking, RanksTheTypedFormAboveOtherFormsOfTheLemma) {
  const BuiltIndex built({{"w31"}, {"w32"}, {"w33"}}, testing::small_analysis());
  const auto best = top(built, "w32", 10);
  ASSERT_EQ(best.size(), 3u);
  EXPECT_EQ(best[0].document, 1u);
  EXPECT_GT(best[0].score, best[1].score);
}

TEST(Ranking, RanksADocumentWithAllWordsAboveADocumentWithOneWord) {
  const BuiltIndex built({{"raad raad raad raad"},
                          {"raad wijk en nog veel meer dat er niet toe doet"},
                          {"wijk wijk wijk wijk"}});
  EXPECT_EQ(top(built, "raad wijk", 1).at(0).document, 1u);
}

TEST(Ranking, FindsWordsTypedApartOrJoined) {
  const BuiltIndex built({{"tunnelverlichting"}, {"straat verlichting tunnel"}, {"markt"}});
  EXPECT_EQ(numbers(top(built, "tunnel verlichting", 10)), std::vector<std::uint32_t>({0, 1}));
  const BuiltIndex apart({{"verlichting in de tunnel"}, {"tunnel"}, {"markt"}});
  EXPECT_EQ(numbers(top(apart, "tunnelverlichting", 10)), std::vector<std::uint32_t>({0, 1}))
      << "the compound must find the same as its parts typed as two words";
}

TEST(Ranking, CountsAWordThatIsTypedInTwoPiecesOnce) {
  const BuiltIndex built({{"cocreatie"}, {"markt"}, {"wijk"}});
  const auto joined = top(built, "cocreatie", 1);
  const auto apart = top(built, "co creatie", 1);
  ASSERT_EQ(apart.size(), 1u);
  EXPECT_NEAR(apart[0].score, joined.at(0).score, 1e-9);
}

TEST(Ranking, FindsWordsThatBeginWithAPrefix) {
  const BuiltIndex built({{"installatie"}, {"installateur"}, {"markt"}});
  EXPECT_EQ(numbers(top(built, "installa*", 10)), std::vector<std::uint32_t>({0, 1}));
  EXPECT_TRUE(top(built, "installa", 10).empty());
}

// An index whose posting lists have one field more than its header.
BuiltIndex without_the_last_field(const Documents& documents) {
  SearchSections sections = testing::build_sections(documents, 1);
  SearchHeader header = decode_search_header(as_bytes(sections.header));
  header.fields.pop_back();
  sections.header = encode_search_header(header);
  sections.lengths.resize(documents.size() * header.fields.size());
  return {std::move(sections), static_cast<std::uint32_t>(documents.size())};
}

TEST(Ranking, RejectsPostingsInAFieldThatThePackDoesNotHave) {
  Documents documents(300, {"raad", "raad"});
  documents[7] = {"griffie", "griffie"};
  documents[8] = {"wijk", "wijk"};
  documents[9] = {"wijk", ""};
  const BuiltIndex built = without_the_last_field(documents);
  for (const std::string word : {"raad", "griffie", "wijk"}) {
    EXPECT_THROW(top(built, word, 10), Error) << word;
    const auto term = built.index->find(word);
    ASSERT_TRUE(term);
    EXPECT_THROW(built.index->postings(term->words, built.index->word_traits(*term)), Error)
        << word;
  }
}

TEST(Ranking, FindsAWordWithATypingError) {
  const BuiltIndex built({{"verantwoording"}, {"markt"}});
  EXPECT_EQ(numbers(top(built, "verantwoordng", 10)), std::vector<std::uint32_t>({0}));
}

TEST(Ranking, FindsNoDocumentWithAnExactFormThatNoDocumentHas) {
  const BuiltIndex built({{"w31 raad"}, {"w31 raad"}}, testing::small_analysis());
  const Scoring scoring(*built.index);
  const Term unseen = *built.index->find("w35");  // an inflection of the lemma of w31
  const Term raad = *built.index->find("raad");
  const auto number_found = [&](bool exact) {
    return find_together(*built.index, scoring, {{unseen, 0, exact}, {raad, 1, false}}, Order::any)
        .documents.size();
  };
  EXPECT_EQ(number_found(true), 0u);
  EXPECT_EQ(number_found(false), 2u);
}

}  // namespace
}  // namespace landkaart
