// SPDX-License-Identifier: EUPL-1.2
// FilterValues and CompiledFilter: the filters on items, for lists and for searches alike.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/model/item_table.h"
#include "core/model/link_table.h"
#include "landkaart/kind.h"

namespace landkaart::inline v0 {

// A filter that is empty accepts every item, and an item must pass all filters. A list accepts an
// item that has one of its values. A value that the pack does not have matches no item.
struct FilterValues {
  std::vector<Kind> kinds = {};
  std::vector<std::string> themes = {};  // ids
  std::vector<std::string> tags = {};
  std::string language = {};
  // The filters below accept work forms only.
  std::optional<Purpose> purpose = std::nullopt;
  std::optional<int> group_size = std::nullopt;   // within minimum and maximum
  std::optional<int> max_minutes = std::nullopt;  // at least the shortest duration
  std::optional<Difficulty> max_difficulty = std::nullopt;
  std::string obstacle = {};  // an id: only work forms on its route
};

// The filters of one call, with ids looked up in the pack. Immutable; safe from several threads.
class CompiledFilter {
 public:
  // The tables must outlive this. Throws Error when the pack is damaged.
  CompiledFilter(const ItemTable& table, const LinkTable& links, FilterValues values);

  bool accepts_all() const { return accepts_all_; }
  // A filter names an id that the pack does not have.
  bool accepts_none() const { return accepts_none_; }
  bool accepts(Ordinal item) const;

  // The work forms on the route of the obstacle, in the order of the route. Empty when there is no
  // filter by obstacle.
  const std::vector<Ordinal>& route() const { return route_; }

 private:
  bool fits_work_form(const ItemRecord& record) const;
  bool fits_labels(Ordinal item) const;

  const ItemTable& table_;
  FilterValues values_;
  std::vector<Ordinal> themes_;
  std::vector<Ordinal> route_, sorted_route_;
  std::uint16_t kinds_ = 0;  // bit n for the kind with number n
  bool wants_work_forms_ = false;
  bool accepts_all_ = false;
  bool accepts_none_ = false;
};

}  // namespace landkaart::inline v0
