// SPDX-License-Identifier: EUPL-1.2
// LinkTable, the typed links between items, in both directions.
#pragma once

#include <vector>

#include "core/format/container.h"
#include "core/model/item_layout.h"

namespace landkaart {

class LinkTable {
 public:
  LinkTable() = default;
  // Throws Error(malformed).
  explicit LinkTable(Section section);

  // In the order in which they were written.
  std::vector<LinkRecord> from(std::uint32_t item) const;
  // In order of type, then of the item they come from.
  std::vector<LinkRecord> to(std::uint32_t item) const;

 private:
  using End = std::uint32_t LinkRecord::*;
  std::vector<LinkRecord> matching(std::uint64_t half, End end, std::uint32_t item) const;
  LinkRecord at(std::uint64_t half, std::uint64_t index) const;

  Section section_;
  std::uint32_t count_ = 0;
};

}  // namespace landkaart
