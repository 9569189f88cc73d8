// SPDX-License-Identifier: EUPL-1.2
// DocumentOrder maps document numbers to item numbers. In a small pack both are the same and
// nothing is stored. In a large pack the search sections number documents in an order of their own,
// in which similar documents are neighbours (see document_bisection.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/format/container.h"

namespace landkaart::inline v0 {

// Encodes the item number of each document: numbers of equal width in bits, packed without gaps,
// the lowest bit first.
std::string encode_document_order(const std::vector<std::uint32_t>& items);

class DocumentOrder {
 public:
  // The order of a small pack: document numbers are item numbers.
  DocumentOrder() = default;
  // Throws Error(malformed) when the section does not have the length for `documents` numbers.
  DocumentOrder(Section section, std::uint32_t documents);

  // `document` must be below the number of documents. Throws Error: malformed, damaged.
  std::uint32_t item_of(std::uint32_t document) const;

 private:
  Section section_;
  std::uint32_t documents_ = 0;
  unsigned width_ = 0;  // bits of each number; 0: nothing is stored
};

}  // namespace landkaart::inline v0
