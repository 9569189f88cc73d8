// SPDX-License-Identifier: EUPL-1.2
#include "core/search/analysed_text.h"

#include <memory>
#include <unordered_map>
#include <utility>

#include "core/text/tokenizer.h"

namespace landkaart::inline v0 {
namespace {

struct WordKeys {
  WordKey lemma = kUnknownWord;
  std::vector<WordKey> parts;
};

WordKeys keys_of(const AnalysedWord& word) {
  WordKeys keys;
  if (!word.lemma.empty()) keys.lemma = word_key(word.lemma);
  for (const std::string& part : word.parts) keys.parts.push_back(word_key(part));
  return keys;
}

}  // namespace

std::string AnalysedText::folded(const TextWord& word) const {
  Token token;
  Tokenizer(std::string_view(text).substr(word.begin, word.end - word.begin)).next(token);
  return token.folded;
}

std::size_t AnalysedText::bytes() const {
  return sizeof(AnalysedText) + text.capacity() + words.capacity() * sizeof(TextWord) +
         parts.capacity() * sizeof(TextPart);
}

AnalysedText analyse_text(std::string text, const AnalyseWord& analyse) {
  AnalysedText analysed{std::move(text), {}, {}};
  std::unordered_map<WordKey, WordKeys> known;  // each distinct word is analysed once
  Tokenizer tokenizer(analysed.text);
  for (Token token; analysed.words.size() < kMostTextWords && tokenizer.next(token);) {
    const WordKey form = word_key(token.folded);
    const auto [found, is_new] = known.try_emplace(form);
    if (is_new) found->second = keys_of(analyse(token.folded));
    const auto number = static_cast<std::uint32_t>(analysed.words.size());
    analysed.words.push_back({token.begin, token.end, form, found->second.lemma});
    for (const WordKey part : found->second.parts) analysed.parts.push_back({number, part});
  }
  analysed.words.shrink_to_fit();
  analysed.parts.shrink_to_fit();
  return analysed;
}

AnalyseWord analysis_of(const SearchIndex& index) {
  return [&index](const std::string& folded) -> AnalysedWord {
    auto term = index.find(folded);
    if (!term) return {};
    return {std::move(term->lemma), std::move(term->form_parts)};
  };
}

AnalyseWord remembered(AnalyseWord analyse) {
  constexpr std::size_t kMostWords = 65'536;  // about 8 MB
  using Known = std::unordered_map<std::string, AnalysedWord>;
  return [analyse = std::move(analyse),
          known = std::make_shared<Known>()](const std::string& folded) -> AnalysedWord {
    if (const auto found = known->find(folded); found != known->end()) return found->second;
    AnalysedWord word = analyse(folded);
    if (known->size() < kMostWords) known->emplace(folded, word);
    return word;
  };
}

AnalysedText analyse_text(std::string text, const SearchIndex& index) {
  return analyse_text(std::move(text), analysis_of(index));
}

}  // namespace landkaart::inline v0
