// SPDX-License-Identifier: EUPL-1.2
#include "core/search/spelling.h"

#include <set>

#include <gtest/gtest.h>

#include "landkaart/error.h"
#include "tests/search/random_documents.h"

namespace landkaart {
namespace {

// The distance of optimal string alignment as its recursive definition says.
unsigned distance_by_definition(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return static_cast<unsigned>(a.size() + b.size());
  const auto shorter = [](std::string_view text, std::size_t by) {
    return text.substr(0, text.size() - by);
  };
  unsigned least = std::min(
      {distance_by_definition(shorter(a, 1), b) + 1, distance_by_definition(a, shorter(b, 1)) + 1,
       distance_by_definition(shorter(a, 1), shorter(b, 1)) + (a.back() != b.back())});
  if (a.size() > 1 && b.size() > 1 && a.back() == b[b.size() - 2] && b.back() == a[a.size() - 2]) {
    least = std::min(least, distance_by_definition(shorter(a, 2), shorter(b, 2)) + 1);
  }
  return least;
}

TEST(Spelling, CountsEditsAsTheDefinitionDoes) {
  std::mt19937 random(9);
  for (int i = 0; i < 400; ++i) {
    std::string a, b;
    for (std::size_t left = random() % 6; left > 0; --left)
      a += static_cast<char>('a' + random() % 3);
    for (std::size_t left = random() % 6; left > 0; --left)
      b += static_cast<char>('a' + random() % 3);
    for (unsigned most = 0; most < 4; ++most) {
      ASSERT_EQ(edit_distance(a, b, most), std::min(distance_by_definition(a, b), most + 1))
          << a << " " << b;
    }
  }
}

TEST(Spelling, AllowsMoreEditsInLongerWords) {
  EXPECT_EQ(allowed_edits(4), 0u);
  EXPECT_EQ(allowed_edits(5), 1u);
  EXPECT_EQ(allowed_edits(8), 1u);
  EXPECT_EQ(allowed_edits(9), 2u);
}

constexpr LetterPair kAlike[] = {{'c', 'k'}};

std::vector<std::string> near(const testing::BuiltIndex& built, std::string_view word,
                              bool of_prefix = false) {
  std::vector<std::string> words;
  for (const NearWord& each : near_words(*built.index, word, 5, {of_prefix, kAlike})) {
    words.push_back(each.word);
  }
  return words;
}

// The distance of optimal string alignment, by dynamic programming, when an edit of the first
// letter counts as two edits unless it replaces c by k or k by c, or swaps the first two letters.
unsigned distance_with_first_letter(std::string_view a, std::string_view b) {
  std::vector<std::vector<unsigned>> table(a.size() + 1, std::vector<unsigned>(b.size() + 1));
  const auto is_c_or_k = [](char letter) { return letter == 'c' || letter == 'k'; };
  for (unsigned i = 0; i <= a.size(); ++i) {
    for (unsigned j = 0; j <= b.size(); ++j) {
      unsigned& least = table[i][j];
      least = i + j == 0 ? 0 : i + j + 1;
      if (i == 0 || j == 0) continue;
      const bool alike = is_c_or_k(a[i - 1]) && is_c_or_k(b[j - 1]);
      const unsigned change = a[i - 1] == b[j - 1] ? 0 : i + j == 2 && !alike ? 2 : 1;
      least = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        least = std::min(least, table[i - 2][j - 2] + 1);
    }
  }
  return table[a.size()][b.size()];
}

TEST(Spelling, FindsTheSameWordsInALargeDictionaryAsAComparisonWithEachWord) {
  std::mt19937 random(11);
  const auto random_word = [&](std::size_t least, std::size_t most) {
    std::string word;
    for (std::size_t left = least + random() % (most - least + 1); left > 0; --left)
      word += "abcdeikst"[random() % 9];
    return word;
  };
  std::set<std::string> words;
  std::vector<std::vector<std::string>> documents;
  for (int i = 0; i < 9000; ++i) {
    documents.push_back({random_word(4, 10)});
    words.insert(documents.back().front());
  }
  const testing::BuiltIndex built(documents);
  for (int i = 0; i < 200; ++i) {
    const std::string wanted = random_word(5, 10);
    std::set<std::string> expected, found;
    for (const std::string& word : words) {
      if (word != wanted &&
          distance_with_first_letter(wanted, word) <= allowed_edits(wanted.size()))
        expected.insert(word);
    }
    for (const NearWord& each : near_words(*built.index, wanted, words.size(), {false, kAlike})) {
      found.insert(each.word);
      EXPECT_EQ(each.distance, distance_with_first_letter(wanted, each.word)) << wanted;
    }
    ASSERT_EQ(found, expected) << wanted;
  }
}

TEST(Spelling, PutsNearerWordsFirstAndThenMoreCommonOnes) {
  const testing::BuiltIndex built(
      {{"gemeente raden"}, {"gemeente ramen"}, {"ramen verantwoording"}});
  using Words = std::vector<std::string>;
  EXPECT_EQ(near(built, "gemeetne"), Words({"gemeente"})) << "a swap is one edit";
  EXPECT_EQ(near(built, "raxen"), Words({"ramen", "raden"})) << "it is in more documents";
  EXPECT_EQ(near(built, "verantwoordng"), Words({"verantwoording"}));
  EXPECT_EQ(near(built, "ra"), Words()) << "a word of two letters allows no edits";
  EXPECT_EQ(near(built, "zomaariets"), Words());
  EXPECT_EQ(near(built, "xamen"), Words()) << "an edit of the first letter counts double";
  EXPECT_EQ(near(built, "xerantwoording"), Words({"verantwoording"}));
}

TEST(Spelling, CountsAnEditBetweenAlikeFirstLettersOnce) {
  const testing::BuiltIndex built({{"controle kaarten"}});
  using Words = std::vector<std::string>;
  EXPECT_EQ(near(built, "kontrole"), Words({"controle"}));
  EXPECT_EQ(near(built, "caarten"), Words({"kaarten"}));
}

TEST(Spelling, FindsWordsOfWhichABeginningIsNear) {
  const testing::BuiltIndex built({{"gemeente"}, {"gemeentehuis"}, {"gemeentehuizen"}, {"raad"}});
  EXPECT_EQ(near(built, "gemeetn", true).size(), 3u);
}

TEST(Spelling, PutsAWordThatIsNearAsAWholeBeforeAWordWithANearBeginning) {
  const testing::BuiltIndex built({{"overgaan"}, {"overgaan overig"}});
  using Words = std::vector<std::string>;
  EXPECT_EQ(near(built, "overng", true), Words({"overig", "overgaan"}));
}

// Compares near_words() with edit_distance() over a dictionary of about 3000 words.
TEST(Spelling, FindsTheSameWordsAndBeginningsAsEditDistance) {
  std::mt19937 random(21);
  testing::Documents documents(1, {""});
  std::vector<std::string> words;
  for (int i = 0; i < 3000; ++i) {
    std::string word;
    for (std::size_t left = 4 + random() % 8; left > 0; --left) word += "aeinrst"[random() % 7];
    words.push_back(word);
    documents[0][0] += word + " ";
  }
  const testing::BuiltIndex built(documents);
  for (int i = 0; i < 60; ++i) {
    std::string wanted = words[random() % words.size()];
    wanted[1 + random() % (wanted.size() - 1)] = 'x';
    const unsigned most = allowed_edits(wanted.size());
    std::size_t expected = 0;
    std::set<std::string> distinct(words.begin(), words.end());
    for (const std::string& word : distinct) {
      if (word[0] == wanted[0]) expected += edit_distance(word, wanted, most) <= most;
    }
    std::size_t found = 0;
    for (const NearWord& word : near_words(*built.index, wanted, 5000, {false, kAlike})) {
      found += word.word[0] == wanted[0];
      EXPECT_LE(edit_distance(word.word, wanted, most), most);
    }
    EXPECT_EQ(found, expected) << wanted;
    std::size_t beginnings = 0;
    for (const std::string& word : distinct) {
      unsigned nearest = most + 1;
      for (std::size_t length = 1; length <= word.size(); ++length) {
        nearest = std::min(nearest, edit_distance(word.substr(0, length), wanted, most));
      }
      beginnings += word[0] == wanted[0] && nearest <= most;
    }
    for (const NearWord& word : near_words(*built.index, wanted, 5000, {true, kAlike})) {
      beginnings -= word.word[0] == wanted[0];
      if (word.word[0] != wanted[0]) continue;
      EXPECT_EQ(word.is_whole, edit_distance(word.word, wanted, most) <= most) << word.word;
    }
    EXPECT_EQ(beginnings, 0u) << wanted;
  }
}

TEST(Spelling, ABeginningWithoutMistakesIsNearest) {
  const testing::BuiltIndex built({{"gemeente gemeetster"}});
  const auto found = near_words(*built.index, "gemeet", 5, {.of_prefix = true});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].word, "gemeetster");
  EXPECT_EQ(found[0].distance, 0u);
  EXPECT_EQ(found[1].word, "gemeente");
  EXPECT_EQ(found[1].distance, 1u);
}

TEST(Spelling, FindsNoMoreWordsThanAskedFor) {
  const testing::BuiltIndex built({{"ramen raden rapen ravel"}});
  EXPECT_EQ(near_words(*built.index, "raxen", 2).size(), 2u);
  EXPECT_EQ(near_words(*built.index, "raxen", 0).size(), 0u);
}

TEST(Spelling, ComparesWordsOfAtMost63Letters) {
  using Words = std::vector<std::string>;
  const std::string letters(62, 'a');
  const testing::BuiltIndex built({{letters + "b " + letters + "bb"}});
  EXPECT_EQ(near(built, letters + "a"), Words({letters + "b"}));
  EXPECT_EQ(near(built, letters + "aa"), Words()) << "64 letters";
}

TEST(Spelling, OnlyCAndKAreNearAsAFirstLetter) {
  using Words = std::vector<std::string>;
  const testing::BuiltIndex built({{"kaarten maarten"}});
  EXPECT_EQ(near(built, "caarten"), Words({"kaarten"}));
  EXPECT_EQ(near(built, "xaarten"), Words());
}

TEST(Spelling, AMissingOrAddedFirstLetterCountsDouble) {
  const testing::BuiltIndex built({{"verantwoording"}});
  for (const std::string wanted : {"erantwoording", "xverantwoording"}) {
    const auto found = near_words(*built.index, wanted, 5);
    ASSERT_EQ(found.size(), 1u) << wanted;
    EXPECT_EQ(found[0].distance, 2u) << wanted;
  }
  EXPECT_EQ(near_words(*built.index, "erantwordng", 5).size(), 0u) << "2 and 2 edits";
}

TEST(Spelling, ComparesNoLetterBeforeAWord) {
  // "a" has a "b" before it in memory. Swapped with the "a", that letter would make "xab" nearer.
  const std::string whole = "ba";
  EXPECT_EQ(edit_distance("xab", std::string_view(whole).substr(1), 3), 2u);
  EXPECT_EQ(edit_distance(std::string_view(whole).substr(1), "xab", 3), 2u);
}

TEST(Spelling, RejectsAKeyThatSharesMoreThanThePreviousKeyHas) {
  SearchSections sections = testing::build_sections({{"raden ramen"}}, 1);
  // "ramen" shares 2 bytes with "raden", and its suffix has 3 bytes, so its entry begins with
  // 0x32. The changed entry begins with 0x36: it states that 6 bytes are shared.
  std::string& blocks = sections.terms.blocks;
  const std::size_t suffix = blocks.find("men");
  ASSERT_NE(suffix, std::string::npos);
  const std::size_t lengths = blocks.rfind('\x32', suffix);
  ASSERT_NE(lengths, std::string::npos);
  blocks[lengths] = '\x36';
  const testing::BuiltIndex built(std::move(sections), 1);
  EXPECT_THROW(near_words(*built.index, "raxen", 5), Error);
}

}  // namespace
}  // namespace landkaart
