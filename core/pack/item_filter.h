// SPDX-License-Identifier: EUPL-1.2
// CompiledFilter, which tests items against an ItemFilter. Lists and searches use it.
#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

#include "core/model/item_table.h"
#include "core/model/link_table.h"
#include "landkaart/item_filter.h"

namespace landkaart::inline v0 {

// The filters of one call, with ids looked up in the pack. Safe from several threads. accepts()
// reads the record of the item. The first item with a label set also reads that set; the result is
// kept, in 1 byte for each label set of the pack.
class CompiledFilter {
 public:
  // The tables must outlive this. Throws Error when the pack is damaged.
  CompiledFilter(const ItemTable& table, const LinkTable& links, ItemFilter values);

  bool accepts_all() const { return accepts_all_; }
  // True when no item can satisfy the filter: each kind or each theme of the filter is unknown, or
  // the obstacle is unknown or links to no work form.
  bool accepts_none() const { return accepts_none_; }
  bool accepts(Ordinal item) const;

  // The work forms on the route of the obstacle, in the order of the route. Empty when there is no
  // filter by obstacle.
  const std::vector<Ordinal>& route() const { return route_; }

 private:
  bool fits_work_form(const ItemRecord& record) const;
  bool fits_labels(std::uint32_t label_set) const;
  bool has_wanted_labels(std::uint32_t label_set) const;

  const ItemTable& table_;
  ItemFilter values_;
  std::vector<Ordinal> themes_;
  std::vector<Ordinal> route_, sorted_route_;
  // For each label set, whether it has the wanted themes, tags and language. Empty without such a
  // filter.
  enum class Verdict : std::uint8_t { unknown, fits, differs };
  mutable std::vector<std::atomic<Verdict>> verdicts_;
  std::uint16_t kinds_ = 0;  // bit n for the kind with number n
  bool wants_work_forms_ = false;
  bool accepts_all_ = false;
  bool accepts_none_ = false;
};

}  // namespace landkaart::inline v0
