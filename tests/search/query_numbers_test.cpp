// SPDX-License-Identifier: EUPL-1.2
#include "core/search/query_numbers.h"

#include <gtest/gtest.h>

#include "core/language/dutch/dutch_rules.h"

namespace landkaart {
namespace {

QueryNumbers dutch(std::string_view text) { return numbers_in(text, dutch_number_words()); }

TEST(QueryNumbers, AreDigitsOrWordsBeforePeopleAndTimes) {
  EXPECT_EQ(dutch("voor 8 personen in 30 minuten").people, 8);
  EXPECT_EQ(dutch("voor 8 personen in 30 minuten").minutes, 30);
  EXPECT_EQ(dutch("met twaalf mensen").people, 12);
  EXPECT_EQ(dutch("een half uur").minutes, 30);
  EXPECT_EQ(dutch("anderhalf uur").minutes, 90);
}

TEST(QueryNumbers, AreFifteenMinutesForAQuarterWithoutANumber) {
  EXPECT_EQ(dutch("in een kwartier").minutes, 15);
  EXPECT_EQ(dutch("kwartier").minutes, 15);
  EXPECT_EQ(dutch("drie kwartier").minutes, 45);
}

TEST(QueryNumbers, AreNoneWithoutAPersonOrATimeBehindThem) {
  EXPECT_EQ(dutch("het uur van de raad").minutes, std::nullopt);
  EXPECT_EQ(dutch("8 raadsvragen").people, std::nullopt);
  EXPECT_EQ(dutch("8, voor mensen").people, std::nullopt);
  EXPECT_EQ(dutch("half mensen").people, std::nullopt) << "less than one";
  EXPECT_EQ(dutch("10001 mensen").people, std::nullopt) << "too many to be meant";
}

TEST(QueryNumbers, AreDigitsAndEnglishUnitsInEveryLanguage) {
  const QueryNumbers numbers = numbers_in("8 people in 30 minutes", {});
  EXPECT_EQ(numbers.people, 8);
  EXPECT_EQ(numbers.minutes, 30);
  EXPECT_EQ(numbers_in("half uur voor 8 mensen", {}).minutes, std::nullopt);
  EXPECT_EQ(numbers_in("half uur voor 8 mensen", {}).people, std::nullopt);
}

TEST(QueryNumbers, AreFrom1To10000) {
  EXPECT_EQ(dutch("0 mensen").people, std::nullopt);
  EXPECT_EQ(dutch("0 minuten").minutes, std::nullopt);
  EXPECT_EQ(dutch("1 mensen").people, 1);
  EXPECT_EQ(dutch("10000 mensen").people, 10'000);
}

TEST(QueryNumbers, AreAtLeastOneMinute) {
  EXPECT_EQ(dutch("een halve minuut").minutes, 1);
  EXPECT_EQ(numbers_in("1 min", {}).minutes, 1);
  EXPECT_EQ(numbers_in("45 min", {}).minutes, 45);
}

TEST(QueryNumbers, AreDigitsWithoutLettersBehindThem) {
  EXPECT_EQ(dutch("8x mensen").people, std::nullopt);
}

TEST(QueryNumbers, AreNoneWhenTheTextBeginsWithAPersonOrATime) {
  EXPECT_EQ(dutch("mensen").people, std::nullopt);
  EXPECT_EQ(dutch("minuten").minutes, std::nullopt);
}

}  // namespace
}  // namespace landkaart
