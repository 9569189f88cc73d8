// SPDX-License-Identifier: EUPL-1.2
// TextPlaces, from an offset in a text to its line and column.
#pragma once

#include <string_view>

#include "content-pack/compiler/editorial/item_text.h"

namespace landkaart {

class TextPlaces {
 public:
  // `text` must outlive this; its first line has this number.
  TextPlaces(std::string_view text, unsigned first_line);

  // Offsets that grow cost no more than reading the text once.
  TextPlace at(std::size_t offset);

 private:
  std::string_view text_;
  unsigned first_line_;
  std::size_t offset_ = 0;  // of the place that was asked last
  TextPlace place_;
};

}  // namespace landkaart
