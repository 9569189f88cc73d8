// SPDX-License-Identifier: EUPL-1.2
// separated_verbs, the verbs of a Dutch text whose particle stands apart: "nodigt … uit" and
// "uit te nodigen". Leaves out what may be a preposition, and finds no more than the lexicon knows.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "content-pack/compiler/dutch/dutch_analysis.h"
#include "core/text/tokenizer.h"

namespace landkaart::inline v0 {

struct SeparatedVerb {
  std::size_t word;  // of the text: the one that has the stem
  std::string form;  // as it is written when it is not apart: uitnodigt
};

// `words` are all those of `text`; the result is in their order.
std::vector<SeparatedVerb> separated_verbs(const DutchAnalysis& dutch, std::string_view text,
                                           std::span<const Token> words);

}  // namespace landkaart::inline v0
