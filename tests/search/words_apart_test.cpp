// SPDX-License-Identifier: EUPL-1.2
#include "core/search/words_apart.h"

#include <numeric>
#include <string_view>

#include <gtest/gtest.h>

namespace landkaart {
namespace {

using Marked = std::vector<std::string>;

// The marked words, each with its number from 0, when every word of the text may be a particle.
Marked marked(std::string_view whole, const std::string& joined) {
  const AnalysedText text =
      analyse_text(std::string(whole), [](const std::string&) { return AnalysedWord{}; });
  std::vector<std::size_t> all(text.words.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  std::vector<std::size_t> answers(text.words.size(), kNoWord);
  const auto together = [&](const std::string& particle, const std::string& verb) {
    return particle + verb == joined ? std::size_t{0} : kNoWord;
  };
  mark_words_apart(text, all, together, answers);
  Marked words;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (answers[i] == 0) words.push_back(text.folded(text.words[i]) + std::to_string(i));
  }
  return words;
}

TEST(WordsApart, AreAVerbAndTheParticleBehindIt) {
  EXPECT_EQ(marked("De raad nodigt bewoners uit.", "uitnodigt"), Marked({"nodigt2", "uit4"}));
}

TEST(WordsApart, AreAParticleAndTheVerbBehindTe) {
  EXPECT_EQ(marked("Om hen uit te nodigen", "uitnodigen"), Marked({"uit2", "nodigen4"}));
}

TEST(WordsApart, HaveOneParticleWhichIsTheLast) {
  EXPECT_EQ(marked("De raad nodigt bewoners uit de wijk uit", "uitnodigt"),
            Marked({"nodigt2", "uit7"}));
}

TEST(WordsApart, AreInOneSentence) {
  EXPECT_EQ(marked("De raad nodigt. Wij gaan uit", "uitnodigt"), Marked());
  EXPECT_EQ(marked("Wij gaan uit. Te nodigen is goed", "uitnodigen"), Marked());
}

TEST(WordsApart, HaveAtMostTenWordsBetweenThem) {
  const std::string ten = "een twee drie vier vijf zes zeven acht negen tien";
  EXPECT_EQ(marked("Zij nodigt " + ten + " uit", "uitnodigt"), Marked({"nodigt1", "uit12"}));
  EXPECT_EQ(marked("Zij nodigt " + ten + " elf uit", "uitnodigt"), Marked());
}

TEST(WordsApart, HaveOnlyTeBetweenAParticleAndTheVerbBehindIt) {
  EXPECT_EQ(marked("uit te. Nodigen", "uitnodigen"), Marked());
  EXPECT_EQ(marked("uit nodigen", "uitnodigen"), Marked()) << "the verb follows at once";
  EXPECT_EQ(marked("uit om te nodigen", "uitnodigen"), Marked());
  EXPECT_EQ(marked("uit te nodigen", "uitnodigen"), Marked({"uit0", "nodigen2"}));
}

TEST(WordsApart, AreTheNearestVerbBeforeTheParticle) {
  EXPECT_EQ(marked("nodigt hen nodigt hen uit", "uitnodigt"), Marked({"nodigt2", "uit4"}));
  EXPECT_EQ(marked("nodigt uit", "uitnodigt"), Marked({"nodigt0", "uit1"}));
  for (const std::string sign : {".", "!", "?", ";", ":", "\n"}) {
    EXPECT_EQ(marked("nodigt" + sign + " uit", "uitnodigt"), Marked()) << sign;
  }
}

}  // namespace
}  // namespace landkaart
