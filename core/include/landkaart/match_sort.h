// SPDX-License-Identifier: EUPL-1.2
// MatchSort: the ways in which an item can earn a part of its search score.
#pragma once

#include <cstdint>
#include <string_view>

#include "landkaart/export.h"

namespace landkaart::inline v0 {

enum class MatchSort : std::uint8_t {
  typed = 1,  // the word itself, in any inflected form: "woningen" finds "woning"
  part,       // a compound that contains the word: "raad" finds "raadslid"
  split,      // the parts of the compound that was typed: "raadslid" finds "lid" and "raad"
  joined,     // the word whose parts were typed apart: "raads lid" finds "raadslid"
  synonym,    // a word with the same meaning, from the synonyms of the pack
  related,    // a related word, from the synonyms of the pack
  prefix,     // a word that begins with the typed letters: "installa" finds "installatie"
  spelling,   // a word that is spelt nearly the same: "burgerpartcipatie"
  phrase,     // the words of a phrase, next to each other and in order
  title,      // the query is the title, or an alternative title, of the item
  passage,    // a word of a long query is one of the first 40 words of the text
};

// The name as written above, which JSON and the command line use too. Empty for a value outside the
// enumeration.
LANDKAART_EXPORT std::string_view name(MatchSort sort) noexcept;

}  // namespace landkaart::inline v0
