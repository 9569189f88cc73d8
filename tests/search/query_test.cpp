// SPDX-License-Identifier: EUPL-1.2
#include "core/search/query.h"

#include <gtest/gtest.h>

namespace landkaart {
namespace {

using Words = std::vector<std::string>;

Words words_of(const Phrase& words) {
  Words found;
  for (const QueryWord& word : words) found.push_back(word.word);
  return found;
}

TEST(Query, FoldsItsWords) {
  EXPECT_EQ(words_of(parse_query("Één raad, Collega's").words), Words({"een", "raad", "collegas"}));
}

TEST(Query, ReadsAMinusBeforeAWordAsAnExclusion) {
  const Query query = parse_query("-raad regels -college");
  EXPECT_EQ(words_of(query.words), Words({"regels"}));
  ASSERT_EQ(query.excluded.size(), 2u);
  EXPECT_EQ(words_of(query.excluded[1]), Words({"college"}));
}

TEST(Query, ReadsAMinusInsideAWordAsAHyphen) {
  const Query query = parse_query("co-creatie 2020-2021");
  EXPECT_EQ(words_of(query.words), Words({"cocreatie", "2020", "2021"}));
  EXPECT_TRUE(query.excluded.empty());
}

TEST(Query, ReadsQuotedWordsAsAPhrase) {
  const Query query = parse_query("over “te veel regels” -\"de raad\" \"college\"");
  ASSERT_EQ(query.phrases.size(), 1u);
  EXPECT_EQ(words_of(query.phrases[0]), Words({"te", "veel", "regels"}));
  ASSERT_EQ(query.excluded.size(), 1u);
  EXPECT_EQ(words_of(query.excluded[0]), Words({"de", "raad"}));
  EXPECT_EQ(words_of(query.words), Words({"over", "college"}));
}

TEST(Query, IgnoresAQuotationMarkWithoutASecondOne) {
  const Query query = parse_query("\"te veel");
  EXPECT_TRUE(query.phrases.empty());
  EXPECT_EQ(words_of(query.words), Words({"te", "veel"}));
}

TEST(Query, ReadsAStarBehindAWordAsAnyEndOfTheWord) {
  const Query query = parse_query("installa* raad");
  EXPECT_TRUE(query.words.at(0).is_prefix);
  EXPECT_FALSE(query.words.at(1).is_prefix);
}

TEST(Query, ReadsKnownFiltersAndSearchesOtherWordsWithAColon) {
  const auto is_kind = [](std::string_view name, std::string_view) { return name == "kind"; };
  const Query query = parse_query("raad kind:topic noot:raad", is_kind);
  ASSERT_EQ(query.filters.size(), 1u);
  EXPECT_EQ(query.filters[0].second, "topic");
  EXPECT_EQ(words_of(query.words), Words({"raad", "noot", "raad"}));
}

TEST(Query, KeepsTheFirst48Words) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "woord" + std::to_string(i) + " ";
  EXPECT_EQ(parse_query(text).words.size(), 48u);
  EXPECT_EQ(parse_query(text.substr(0, 600) + "\"zeven\" acht").words.size(), 48u);
}

TEST(Query, KeepsTheFirst8PhrasesAndTheFirst8ExclusionsInAnyOrder) {
  std::string text = "\"een twee\" ";
  for (int i = 0; i < 10; ++i) text += "-niet" + std::to_string(i) + " ";
  for (int i = 0; i < 100; ++i) text += "\"drie vier" + std::to_string(i) + "\" -\"vijf zes\" ";
  const Query query = parse_query(text + "\"zeven\"");
  EXPECT_EQ(query.phrases.size(), 8u);
  EXPECT_EQ(query.excluded.size(), 8u);
  EXPECT_EQ(words_of(query.words), Words({"zeven"})) << "one word in quotation marks is no phrase";
}

TEST(Query, TakesEqualPhrasesAndEqualExclusionsAsOne) {
  const Query query = parse_query("\"De van\" \"de  van\" \"van de\" -niet -\"niet\" -\"niet de\"");
  EXPECT_EQ(query.phrases.size(), 2u);
  EXPECT_EQ(query.excluded.size(), 2u);
}

TEST(Query, KnowsThePlaceOfEachWordInTheText) {
  const Query query = parse_query("één raad \"te veel\" -wijk lid");
  ASSERT_EQ(query.words.size(), 3u);
  EXPECT_EQ(query.words[0].begin, 0u);
  EXPECT_EQ(query.words[0].end, 5u) << "each é has 2 bytes";
  EXPECT_EQ(query.words[1].begin, 6u);
  EXPECT_EQ(query.words[1].end, 10u);
  EXPECT_EQ(query.words[2].begin, 27u);
  EXPECT_EQ(query.words[2].end, 30u);
  EXPECT_EQ(query.phrases.at(0).at(1).begin, 15u);
  EXPECT_EQ(query.phrases.at(0).at(1).end, 19u);
  EXPECT_EQ(query.excluded.at(0).at(0).begin, 22u);
}

TEST(Query, ReadsItsFirst4096Bytes) {
  const std::string spaces(4092, ' ');
  EXPECT_EQ(words_of(parse_query(spaces + "raad regels").words), Words({"raad"}));
  EXPECT_EQ(words_of(parse_query(spaces + " raad").words), Words({"raa"}));
  EXPECT_FALSE(parse_query(spaces + "raad*").words.at(0).is_prefix) << "byte 4097 is the star";
}

TEST(Query, ReadsAMinusBeforeAPhraseAsAnExclusionOnlyAfterASpace) {
  EXPECT_EQ(parse_query("-\"de raad\"").excluded.size(), 1u);
  EXPECT_EQ(parse_query("wijk\t-\"de raad\"").excluded.size(), 1u);
  const Query joined = parse_query("\"een twee\"-\"drie vier\" x-\"vijf zes\"");
  EXPECT_EQ(joined.excluded.size(), 0u);
  EXPECT_EQ(joined.phrases.size(), 3u);
  EXPECT_EQ(words_of(joined.words), Words({"x"}));
}

TEST(Query, ReadsPhrasesWithoutASpaceBetweenThem) {
  const Query query = parse_query("\"een twee\"\"drie vier\"");
  ASSERT_EQ(query.phrases.size(), 2u);
  EXPECT_EQ(words_of(query.phrases[1]), Words({"drie", "vier"}));
}

TEST(Query, ReadsAStarAtTheEndOfTheText) {
  EXPECT_TRUE(parse_query("installa*").words.at(0).is_prefix);
  EXPECT_FALSE(parse_query("installa *").words.at(0).is_prefix);
  EXPECT_FALSE(parse_query("\"installa\"*").words.at(0).is_prefix);
}

TEST(Query, KeepsTheFirst48WordsOfAPhrase) {
  std::string text = "\"";
  for (int i = 0; i < 100; ++i) text += "woord" + std::to_string(i) + " ";
  EXPECT_EQ(parse_query(text + "\"").phrases.at(0).size(), 48u);
}

TEST(Query, ReadsSeveralFiltersAmongWords) {
  const auto is_kind = [](std::string_view name, std::string_view value) {
    return name == "kind" && value != "x";
  };
  const Query query = parse_query("kind:a  raad kind:x kind:b", is_kind);
  ASSERT_EQ(query.filters.size(), 2u);
  EXPECT_EQ(query.filters[0], std::pair(std::string("kind"), std::string("a")));
  EXPECT_EQ(query.filters[1], std::pair(std::string("kind"), std::string("b")));
  EXPECT_EQ(words_of(query.words), Words({"raad", "kind", "x"}));
}

}  // namespace
}  // namespace landkaart
