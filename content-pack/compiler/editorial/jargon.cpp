// SPDX-License-Identifier: EUPL-1.2
// jargon-without-term: words of officials are allowed only when a term in the folder explains them.
#include <array>
#include <set>

#include "content-pack/compiler/dutch/dutch_analysis.h"
#include "content-pack/compiler/editorial/rules.h"

namespace landkaart::inline v0 {
namespace {

struct Jargon {
  std::string_view word;
  std::string_view plainly;
};

constexpr auto kOfficialese = std::to_array<Jargon>({
#include "content-pack/compiler/editorial/officialese.inc"
});

std::string lemma_of(std::string_view folded) { return dutch_analysis().analyse(folded).lemma; }

// The lemma of a text of one word; empty for other texts.
std::string lemma_of_word(std::string_view text) {
  Tokenizer tokenizer(text);
  Token token;
  Token second;
  if (!tokenizer.next(token) || tokenizer.next(second)) return {};
  return lemma_of(token.folded);
}

using JargonByLemma = std::unordered_map<std::string, Jargon>;

const JargonByLemma& officialese() {
  static const JargonByLemma kWords = [] {
    JargonByLemma by_lemma;
    for (const Jargon& jargon : kOfficialese) by_lemma.emplace(lemma_of_word(jargon.word), jargon);
    return by_lemma;
  }();
  return kWords;
}

}  // namespace

JargonRule::JargonRule(const FolderText& folder) {
  for (const ItemText* item : folder.items) {
    if (item->kind != Kind::term || primary_language(item->language) != "nl") continue;
    for (const std::string& name : item->names) explained_.insert(lemma_of_word(name));
  }
}

void JargonRule::find(const ReadItem& item, Findings& findings) const {
  if (!item.is_dutch()) return;
  std::set<std::string> reported;
  for (const Sentence& sentence : item.sentences) {
    for (const Token& token : sentence.tokens) {
      const std::string lemma = lemma_of(token.folded);
      const auto jargon = officialese().find(lemma);
      if (jargon == officialese().end() || explained_.contains(lemma)) continue;
      if (!reported.insert(lemma).second) continue;
      findings.add(item.text, sentence.place_of(token), Message::jargon,
                   {jargon->second.word, jargon->second.plainly});
    }
  }
}

}  // namespace landkaart::inline v0
