// SPDX-License-Identifier: EUPL-1.2
// DutchAnalysis, from a folded word to its lemma and the parts of the compound that it may be, and
// back to the inflections of a lemma. The way in is dutch_analysis().
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
  // Lemmas, folded: those that cannot be split further, in order; then those that could be and
  // are words themselves (gemeenteraad, in gemeenteraadslid). Empty when it is no compound.
  std::vector<std::string> parts;
};

struct SeparableForm {
  std::string joined;
  bool may_be_noun = false;  // what stands apart from the particle: werk, namen
};

class DutchAnalysis {
 public:
  // `lexicon` must outlive this.
  explicit DutchAnalysis(const Lexicon& lexicon) : lexicon_(lexicon), splitter_(lexicon) {}

  // Any word, also one that is not Dutch. Thread safe.
  WordAnalysis analyse(std::string_view folded_form) const;

  // The other forms that people may type, folded, without the lemma. Each leads back to the lemma.
  std::vector<std::string> inflections(std::string_view lemma) const;

  // A particle and a form as one word, when that is a form of a verb that is written apart in a
  // main clause (uit, nodigt: uitnodigt).
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

// One immutable instance, made when it is first asked for.
const DutchAnalysis& dutch_analysis();

// SHA-256 of the lexicon, in 64 hexadecimal digits.
std::string_view lexicon_hash();

}  // namespace landkaart::inline v0
