// SPDX-License-Identifier: EUPL-1.2
// Heading: a heading in the body of an item.
#pragma once

#include <string>

#include "landkaart/export.h"

namespace landkaart::inline v0 {

struct Heading {
  unsigned level = 0;  // 2 to 6, as in <h2> to <h6>
  std::string text;    // plain text, without markup
  // The fragment of an address that leads to the heading: "een-kring" in "item:wv-kring#een-kring".
  // Consists of letters, digits and hyphens, and is unique in the body. Empty for a heading without
  // letters and digits.
  std::string anchor;
};

}  // namespace landkaart::inline v0
