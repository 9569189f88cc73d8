// SPDX-License-Identifier: EUPL-1.2
// Analysis, what a builder of an index knows of a language: the lemma of a form, the parts of a
// compound, the inflections of a lemma. Readers need none of it: what it gave is in the pack.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/tokenizer.h"

namespace landkaart::inline v0 {

// All of it folded.
struct FormAnalysis {
  std::string lemma;
  std::vector<std::string> parts;  // of a compound, as lemmas; empty when it is none
};

// A form that a text has in pieces, where one of them stands ("nodigt … uit": uitnodigt).
struct SeparatedForm {
  std::size_t word = 0;  // of the text
  std::string form;
};

struct Analysis {
  std::function<FormAnalysis(std::string_view form)> analyse;
  // What people may type for a lemma, without the lemma itself.
  std::function<std::vector<std::string>(std::string_view lemma)> inflections;
  // Whether a lemma only holds a sentence together, and says little in a question.
  std::function<bool(std::string_view lemma)> is_function_word;
  // In the order of the words of a text, each at another word.
  std::function<std::vector<SeparatedForm>(std::string_view text, std::span<const Token> words)>
      separated_forms;
};

}  // namespace landkaart::inline v0
