// SPDX-License-Identifier: EUPL-1.2
// CompoundSplitter, which takes a compound apart into words of the lexicon: few parts, and parts
// that serve in many compounds. Between them may stand an s; plurals bring -en- and -e- along.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "content-pack/compiler/dutch/lexicon.h"

namespace landkaart::inline v0 {

struct CompoundPart {
  std::uint32_t begin = 0;  // letters
  std::uint32_t end = 0;    // with the linking s, when there is one
  WordNumber word = kNotListed;
};

class CompoundSplitter {
 public:
  explicit CompoundSplitter(const Lexicon& lexicon) : lexicon_(lexicon) {}

  // The fewest and best parts of `word`, or none when it is no compound. `known` asks for parts
  // that leave less doubt, since a word of the lexicon may well be none.
  std::vector<CompoundPart> split(std::string_view word, bool known) const;

  // The longest word that may end an unknown compound, when the letters before it are none.
  std::optional<CompoundPart> head(std::string_view word) const;

 private:
  struct Way;
  void try_modifiers(std::string_view word, std::uint32_t begin, std::vector<Way>& ways) const;
  void try_head(std::string_view word, std::uint32_t begin, std::vector<Way>& ways) const;
  WordNumber head_word(std::string_view piece) const;
  bool may_link(std::string_view piece_and_s, WordNumber piece) const;
  WordNumber linked_plural(std::string_view piece) const;

  const Lexicon& lexicon_;
};

}  // namespace landkaart::inline v0
