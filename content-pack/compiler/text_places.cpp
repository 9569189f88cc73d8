// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/text_places.h"

#include <algorithm>

namespace landkaart {

TextPlaces::TextPlaces(std::string_view text, unsigned first_line)
    : text_(text), first_line_(first_line), place_{first_line, 1} {}

TextPlace TextPlaces::at(std::size_t offset) {
  offset = std::min(offset, text_.size());
  if (offset < offset_) {
    offset_ = 0;
    place_ = {first_line_, 1};
  }
  for (; offset_ < offset; ++offset_) {
    const auto byte = static_cast<unsigned char>(text_[offset_]);
    if (byte == '\n') {
      place_ = {place_.line + 1, 1};
    } else if ((byte & 0xc0) != 0x80) {
      ++place_.column;
    }
  }
  return place_;
}

}  // namespace landkaart
