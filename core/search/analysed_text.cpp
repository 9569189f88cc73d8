// SPDX-License-Identifier: EUPL-1.2
#include "core/search/analysed_text.h"

#include "core/text/tokenizer.h"

namespace landkaart::inline v0 {

std::string AnalysedText::folded(const TextWord& word) const {
  Token token;
  Tokenizer(std::string_view(text).substr(word.begin, word.end - word.begin)).next(token);
  return token.folded;
}

std::size_t AnalysedText::bytes() const {
  return sizeof(AnalysedText) + text.capacity() + words.capacity() * sizeof(TextWord) +
         parts.capacity() * sizeof(TextPart);
}

WordAnalyser::WordAnalyser(const SearchIndex& index)
    : analyse_([&index](const std::string& folded) -> AnalysedWord {
        auto term = index.find(folded);
        if (!term) return {};
        return {std::move(term->lemma), std::move(term->form_parts)};
      }) {}

const WordAnalyser::Keys& WordAnalyser::keys_of(WordKey form, const std::string& folded) {
  constexpr std::size_t kMostKnown = 65'536;  // words; with limits::kFormParts parts each 15 MB
  if (const auto found = known_.find(form); found != known_.end()) return found->second;
  const AnalysedWord word = analyse_(folded);
  Keys keys;
  if (!word.lemma.empty()) keys.lemma = word_key(word.lemma);
  for (const std::string& part : word.parts) keys.parts.push_back(word_key(part));
  if (known_.size() == kMostKnown) known_.clear();
  return known_.emplace(form, std::move(keys)).first->second;
}

AnalysedText analyse_text(std::string text, WordAnalyser& analyser) {
  AnalysedText analysed{std::move(text), {}, {}};
  Tokenizer tokenizer(analysed.text);
  for (Token token; analysed.words.size() < kMostTextWords && tokenizer.next(token);) {
    const WordKey form = word_key(token.folded);
    const WordAnalyser::Keys& keys = analyser.keys_of(form, token.folded);
    const auto number = static_cast<std::uint32_t>(analysed.words.size());
    analysed.words.push_back({token.begin, token.end, form, keys.lemma});
    for (const WordKey part : keys.parts) analysed.parts.push_back({number, part});
  }
  analysed.words.shrink_to_fit();
  analysed.parts.shrink_to_fit();
  return analysed;
}

AnalysedText analyse_text(std::string text, AnalyseWord analyse) {
  WordAnalyser analyser(std::move(analyse));
  return analyse_text(std::move(text), analyser);
}

AnalysedText analyse_text(std::string text, const SearchIndex& index) {
  WordAnalyser analyser(index);
  return analyse_text(std::move(text), analyser);
}

}  // namespace landkaart::inline v0
