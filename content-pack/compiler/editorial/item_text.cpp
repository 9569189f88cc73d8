// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/editorial/item_text.h"

#include <algorithm>

#include "core/text/utf8.h"

namespace landkaart::inline v0 {

TextPlace Passage::place_of(std::size_t offset) const {
  const auto after = std::ranges::upper_bound(pieces, offset, {}, &Piece::begin);
  if (after == pieces.begin()) return {};
  const Piece& piece = *(after - 1);
  const std::string_view before = std::string_view(text).substr(piece.begin, offset - piece.begin);
  const auto columns = static_cast<unsigned>(code_points(before, before.size()));
  return {piece.place.line, piece.place.column + columns};
}

std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

}  // namespace landkaart::inline v0
