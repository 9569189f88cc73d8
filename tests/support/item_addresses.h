// SPDX-License-Identifier: EUPL-1.2
// item_addresses_have_ids, for tests that parse the HTML of a tree that was made from any Markdown.
#pragma once

#include <algorithm>
#include <string_view>

#include "core/text/markup.h"
#include "core/text/names.h"

namespace landkaart::testing {

// Whether each item: address in a tree holds an id, as parse_html requires. parse_markdown accepts
// other addresses, which the compiler reports later as links to unknown items.
inline bool item_addresses_have_ids(const MarkupNode& node) {
  constexpr std::string_view kItem = "item:";
  const std::string_view address = node.text;
  if ((node.tag == Tag::link || node.tag == Tag::image) && address.starts_with(kItem)) {
    const std::string_view target = address.substr(kItem.size());
    if (!is_valid_id(target.substr(0, target.find('#')))) return false;
  }
  return std::ranges::all_of(node.children, item_addresses_have_ids);
}

}  // namespace landkaart::testing
