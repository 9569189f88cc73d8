// SPDX-License-Identifier: EUPL-1.2
// long-sentence, mean-sentence-length: short sentences keep a text at language level B1.
#include <algorithm>

#include "content-pack/compiler/editorial/law_titles.h"
#include "content-pack/compiler/editorial/rules.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kMostWords = 25;
constexpr std::size_t kMostWordsOnAverage = 15;
// The average is not checked for items with fewer sentences.
constexpr std::size_t kFewestSentencesForAnAverage = 3;

std::string one_decimal(std::size_t words, std::size_t sentences) {
  // Rounded up, so that a mean of 15.01 is not shown as 15.0.
  const std::size_t tenths = (words * 10 + sentences - 1) / sentences;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

}  // namespace

void find_long_sentences(const ReadItem& item, Findings& findings) {
  if (!item.is_dutch()) return;
  const std::vector<LawTitle> cited = cited_law_titles(item.text);
  std::size_t sentences = 0;
  std::size_t words = 0;
  std::size_t most = 0;
  const Sentence* longest = nullptr;
  for (const Sentence& sentence : item.sentences) {
    const std::size_t length = words_in(sentence, cited);
    if (length > kMostWords) {
      findings.add(item.text, sentence.place(), Message::long_sentence,
                   {std::to_string(length), beginning_of(sentence)});
    }
    if (!sentence.is_whole || length == 0) continue;
    ++sentences;
    words += length;
    if (length > most) longest = &sentence;
    most = std::max(most, length);
  }
  if (sentences < kFewestSentencesForAnAverage || words <= kMostWordsOnAverage * sentences) return;
  findings.add(item.text, longest->place(), Message::long_sentences_on_average,
               {one_decimal(words, sentences), std::to_string(most)});
}

}  // namespace landkaart::inline v0
