// SPDX-License-Identifier: EUPL-1.2
// The order of documents: which item each document of the search sections is. In a small pack the
// document is the item's ordinal and nothing is stored; in a large one similar documents have
// numbers near each other.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/format/container.h"

namespace landkaart::inline v0 {

// Numbers of equal width, packed without gaps, lowest bit first: for each document its item.
std::string encode_document_order(const std::vector<std::uint32_t>& items);

class DocumentOrder {
 public:
  DocumentOrder() = default;
  // Throws Error(malformed) when the section is not as long as `documents` need.
  DocumentOrder(Section section, std::uint32_t documents);

  std::uint32_t item_of(std::uint32_t document) const;

 private:
  Section section_;
  std::uint32_t documents_ = 0;
  unsigned width_ = 0;
};

}  // namespace landkaart::inline v0
