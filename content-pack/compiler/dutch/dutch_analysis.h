// SPDX-License-Identifier: EUPL-1.2
// DutchAnalysis finds the lemma of a Dutch word and the parts of a compound, and lists the
// inflections of a lemma. Words are folded: lower case, no accents. The entry point is
// dutch_analysis().
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "content-pack/compiler/dutch/compound.h"
#include "content-pack/compiler/dutch/lexicon.h"

namespace landkaart::inline v0 {

struct WordAnalysis {
  std::string lemma;
  // Folded lemmas. First the parts that cannot be split further, in the order of the word; then the
  // compounds inside the word. "gemeenteraadslid" has gemeente, raad, lid, then gemeenteraad. Empty
  // when the word is no compound.
  std::vector<std::string> parts;
};

struct SeparableForm {
  std::string joined;        // particle and form as one word: "uitnodigt"
  bool may_be_noun = false;  // the form without the particle may also be a noun: "werk", "namen"
};

class DutchAnalysis {
 public:
  // `lexicon` must outlive this object.
  explicit DutchAnalysis(const Lexicon& lexicon) : lexicon_(lexicon), splitter_(lexicon) {}

  // Accepts any word. A word that neither the lexicon nor the compound rules cover is its own lemma
  // and has no parts. Thread safe.
  WordAnalysis analyse(std::string_view folded_form) const;

  // Returns the folded inflected forms of `lemma` that people may type, without `lemma` itself.
  // analyse() of each form returns `lemma`.
  std::vector<std::string> inflections(std::string_view lemma) const;

  // Returns particle and form joined when the result is a form of a separable verb, a verb that is
  // split in a main clause: "uit" and "nodigt" give "uitnodigt". Otherwise returns nothing.
  std::optional<SeparableForm> separable(std::string_view particle, std::string_view form) const;

 private:
  std::string lemma_of(std::string_view form) const;
  std::string step_to_lemma(std::string_view form) const;
  std::vector<CompoundPart> split(std::string_view form, WordNumber known) const;
  std::vector<std::string> plural_of_compound(std::string_view lemma,
                                              const CompoundPart& head) const;
  bool is_written_apart(std::string_view particle, WordNumber verb) const;
  void add_parts(std::string_view form, std::vector<std::string>& leaves,
                 std::vector<std::string>& between) const;

  const Lexicon& lexicon_;
  CompoundSplitter splitter_;
};

// Returns the one immutable instance. The first call creates it.
const DutchAnalysis& dutch_analysis();

// Returns the SHA-256 of the lexicon file as 64 hexadecimal digits.
std::string_view lexicon_hash();

}  // namespace landkaart::inline v0
