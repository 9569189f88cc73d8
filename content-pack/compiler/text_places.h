// SPDX-License-Identifier: EUPL-1.2
// TextPlaces converts an offset in a text to a line and column.
#pragma once

#include <string_view>
#include <vector>

#include "content-pack/compiler/editorial/item_text.h"

namespace landkaart::inline v0 {

class TextPlaces {
 public:
  // `text` must outlive this object. `first_line` is the number of its first line.
  TextPlaces(std::string_view text, unsigned first_line);

  TextPlace at(std::size_t offset) const;

 private:
  std::string_view text_;
  // The place at each multiple of 512 bytes. at() counts from the last of these that is not after
  // the offset.
  std::vector<TextPlace> blocks_;
};

}  // namespace landkaart::inline v0
