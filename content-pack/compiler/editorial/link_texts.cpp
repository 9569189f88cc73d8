// SPDX-License-Identifier: EUPL-1.2
// link-text: the text of a link must name its target, because users of screen readers hear lists of
// links without the text around them.
#include <algorithm>
#include <array>

#include "content-pack/compiler/editorial/rules.h"

namespace landkaart::inline v0 {
namespace {

struct VagueText {
  std::string_view language, text;
};

constexpr auto kVagueTexts = std::to_array<VagueText>({
#include "content-pack/compiler/editorial/vague_link_texts.inc"
});

std::string folded_words(std::string_view text) {
  std::string words;
  Tokenizer tokenizer(text);
  for (Token token; tokenizer.next(token);) words += (words.empty() ? "" : " ") + token.folded;
  return words;
}

bool is_vague(std::string_view language, std::string_view text) {
  const std::string words = folded_words(text);
  return std::ranges::any_of(kVagueTexts, [&](const VagueText& vague) {
    return vague.language == language && folded_words(vague.text) == words;
  });
}

}  // namespace

void find_vague_links(const ReadItem& item, Findings& findings) {
  for (const TextLink& link : item.text.links) {
    if (link.text.find_first_not_of(" \t\n") == std::string::npos) {
      findings.add(item.text, link.place, Message::link_without_text);
    } else if (is_vague(primary_language(item.text.language), link.text)) {
      findings.add(item.text, link.place, Message::vague_link, {link.text});
    }
  }
}

}  // namespace landkaart::inline v0
