// SPDX-License-Identifier: EUPL-1.2
// repeated-sentence: the same sentence must not stand in two items, because a later correction may
// change only one of them.
#include <unordered_map>

#include "content-pack/compiler/editorial/rules.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kFewestWords = 6;
// The key whose sentences may be repeated, because licences use fixed words.
constexpr std::string_view kMayRepeat = "licence-note";

std::string key_of(std::string_view language, const Sentence& sentence) {
  std::string key(language);
  for (const Token& token : sentence.tokens) key.append(" ").append(token.folded);
  return key;
}

TextPlace place_of(const RepeatableSentence& sentence) {
  return sentence.passage->place_of(sentence.offset);
}

unsigned line_of(const RepeatableSentence& sentence) {
  return sentence.item->is_bulk ? sentence.item->at.line : place_of(sentence).line;
}

}  // namespace

RepeatableSentences repeatable_sentences(const ReadItem& item) {
  RepeatableSentences sentences;
  for (const Sentence& sentence : item.sentences) {
    if (!sentence.is_whole || sentence.tokens.size() < kFewestWords) continue;
    if (sentence.passage->key == kMayRepeat) continue;
    sentences.push_back({key_of(primary_language(item.text.language), sentence),
                         beginning_of(sentence), &item.text, sentence.passage, sentence.offset()});
  }
  return sentences;
}

void find_repeated_sentences(const std::vector<RepeatableSentences>& items, Findings& findings) {
  std::unordered_map<std::string, const RepeatableSentence*> first;
  for (const RepeatableSentences& sentences : items) {
    for (const RepeatableSentence& sentence : sentences) {
      const RepeatableSentence& origin = *first.try_emplace(sentence.key, &sentence).first->second;
      if (origin.item == sentence.item) continue;
      findings.add(*sentence.item, place_of(sentence), Message::repeated_sentence,
                   {origin.item->file, std::to_string(line_of(origin)), sentence.beginning});
    }
  }
}

}  // namespace landkaart::inline v0
