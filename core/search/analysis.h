// SPDX-License-Identifier: EUPL-1.2
// Analysis, what a builder of an index knows of a language: the lemma of a form, the parts of a
// compound, the inflections of a lemma. Readers need none of it: what it gave is in the pack.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace landkaart {

// All of it folded.
struct FormAnalysis {
  std::string lemma;
  std::vector<std::string> parts;  // of a compound, as lemmas; empty when it is none
};

struct Analysis {
  std::function<FormAnalysis(std::string_view form)> analyse;
  // What people may type for a lemma, without the lemma itself.
  std::function<std::vector<std::string>(std::string_view lemma)> inflections;
  // Whether a lemma only holds a sentence together, and says little in a question.
  std::function<bool(std::string_view lemma)> is_function_word;
};

}  // namespace landkaart
