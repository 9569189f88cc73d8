// SPDX-License-Identifier: EUPL-1.2
// Analysis, the knowledge of a language that the index builder uses: the lemma of a form, the parts
// of a compound, the inflections of a lemma. A reader does not need it, because the builder stores
// the results in the pack.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/tokenizer.h"

namespace landkaart::inline v0 {

// The analysis of one form. All words are folded (lower case, without accents).
struct FormAnalysis {
  std::string lemma;
  std::vector<std::string> parts;  // of a compound, as lemmas; empty for any other word
};

// A form that a text contains in two pieces: "nodigt ... uit" is the form "uitnodigt".
struct SeparatedForm {
  std::size_t word =
      0;  // index, among the words of the text, of the piece that counts as its place
  std::string form;
};

// Each function can be empty: then a form is its own lemma, and nothing is inflected, left out or
// separated.
struct Analysis {
  std::function<FormAnalysis(std::string_view form)> analyse;
  // The inflected forms of a lemma that a person can type, without the lemma itself.
  std::function<std::vector<std::string>(std::string_view lemma)> inflections;
  // Whether a lemma is a function word, such as "de" or "van", which says little in a query.
  std::function<bool(std::string_view lemma)> is_function_word;
  // The separated forms of a text, in ascending order of SeparatedForm::word, at most one for each
  // word.
  std::function<std::vector<SeparatedForm>(std::string_view text, std::span<const Token> words)>
      separated_forms;
};

}  // namespace landkaart::inline v0
