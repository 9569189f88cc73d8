// SPDX-License-Identifier: EUPL-1.2
// TextPlaces, from an offset in a text to its line and column.
#pragma once

#include <string_view>
#include <vector>

#include "content-pack/compiler/editorial/item_text.h"

namespace landkaart::inline v0 {

class TextPlaces {
 public:
  // `text` must outlive this; its first line has this number.
  TextPlaces(std::string_view text, unsigned first_line);

  TextPlace at(std::size_t offset) const;

 private:
  std::string_view text_;
  std::vector<TextPlace> blocks_;  // where each block of the text begins, so that any is near
};

}  // namespace landkaart::inline v0
