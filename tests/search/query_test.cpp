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
}

TEST(Query, KeepsTheFirst8PhrasesAndTheFirst8ExclusionsInAnyOrder) {
  std::string text = "\"een twee\" ";
  for (int i = 0; i < 10; ++i) text += "-niet" + std::to_string(i) + " ";
  for (int i = 0; i < 100; ++i) text += "\"drie vier\" -\"vijf zes\" ";
  const Query query = parse_query(text + "\"zeven\"");
  EXPECT_EQ(query.phrases.size(), 8u);
  EXPECT_EQ(query.excluded.size(), 8u);
  EXPECT_EQ(words_of(query.words), Words({"zeven"})) << "one word in quotation marks is no phrase";
}

}  // namespace
}  // namespace landkaart
