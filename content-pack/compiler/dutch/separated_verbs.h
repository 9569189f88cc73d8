// SPDX-License-Identifier: EUPL-1.2
// separated_verbs() finds the separable verbs of a Dutch text that are written as two words:
// "nodigt … uit" and "uit te nodigen" are forms of uitnodigen. It finds only verbs of the lexicon,
// and skips a particle that is probably a preposition.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content-pack/compiler/dutch/dutch_analysis.h"
#include "core/text/tokenizer.h"

namespace landkaart::inline v0 {

struct SeparatedVerb {
  std::size_t word;  // index in `words` of the verb without its particle: "nodigt"
  std::string form;  // particle and verb as one word: "uitnodigt"
};

// `words` are all words of `text`. The result is in ascending order of SeparatedVerb::word.
std::vector<SeparatedVerb> separated_verbs(const DutchAnalysis& dutch, std::string_view text,
                                           std::span<const Token> words);

}  // namespace landkaart::inline v0
