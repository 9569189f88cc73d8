// SPDX-License-Identifier: EUPL-1.2
// CompoundSplitter splits a Dutch compound into words of the lexicon: "raadslid" is raad + s + lid.
// The entry point is split(). compound.cpp begins with a description of the algorithm.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "content-pack/compiler/dutch/lexicon.h"

namespace landkaart::inline v0 {

struct CompoundPart {
  std::uint32_t begin = 0;  // offset of the first letter in the compound
  std::uint32_t end = 0;    // offset after the last letter; the part includes its linking s
  WordNumber word = kNotListed;
};

class CompoundSplitter {
 public:
  explicit CompoundSplitter(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // Returns the parts of the cheapest split of `word` in order, or no parts when `word` is not a
  // compound. `known` says that the lexicon lists `word`; the limit on the cost is lower then,
  // because many listed words are no compounds.
  std::vector<CompoundPart> split(std::string_view word, bool known) const;

  // Returns the longest lexicon word at the end of `word` that often ends compounds. For words
  // that split() cannot split: "xyzverordening" ends in "verordening".
  std::optional<CompoundPart> head(std::string_view word) const;

 private:
  struct PartialSplit;
  using PartialSplits = std::vector<PartialSplit>;  // the cheapest one for each end offset
  void extend_by_modifiers(std::string_view word, std::uint32_t begin, PartialSplits& splits) const;
  void extend_by_head(std::string_view word, std::uint32_t begin, PartialSplits& splits) const;
  WordNumber head_word(std::string_view piece) const;
  bool may_link(std::string_view piece_and_s, WordNumber piece) const;
  WordNumber linked_plural(std::string_view piece) const;

  const Lexicon& lexicon_;
};

}  // namespace landkaart::inline v0
