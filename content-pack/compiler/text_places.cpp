// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/text_places.h"

#include <algorithm>

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kBlock = 512;  // bytes

TextPlace place_after(std::string_view text, TextPlace place) {
  for (const char letter : text) {
    if (letter == '\n') {
      place = {place.line + 1, 1};
    } else if ((static_cast<unsigned char>(letter) & 0xc0) != 0x80) {
      ++place.column;
    }
  }
  return place;
}

}  // namespace

TextPlaces::TextPlaces(std::string_view text, unsigned first_line)
    : text_(text), blocks_{{first_line, 1}} {
  for (std::size_t begin = 0; begin + kBlock <= text.size(); begin += kBlock) {
    blocks_.push_back(place_after(text.substr(begin, kBlock), blocks_.back()));
  }
}

TextPlace TextPlaces::at(std::size_t offset) const {
  offset = std::min(offset, text_.size());
  const std::size_t block = offset / kBlock;
  return place_after(text_.substr(block * kBlock, offset % kBlock), blocks_[block]);
}

}  // namespace landkaart::inline v0
