// SPDX-License-Identifier: EUPL-1.2
// ItemTable::check, which reads everything in the sections of the items. The other functions of
// ItemTable read one item and check what they read.
#include <string>

#include "core/base/malformed.h"
#include "core/model/item_table.h"
#include "core/text/names.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {

void ItemTable::check() const {
  check_kinds();
  check_ids();
  check_texts();
  check_labels();
}

// Each record must have the kind of the range in which it lies, and ranges of numbers that do not
// end before they begin.
void ItemTable::check_kinds() const {
  Ordinal item = 0;
  for (std::uint8_t number = 1; number <= kKinds; ++number) {
    const OrdinalRange range = of_kind(static_cast<Kind>(number));
    if (range.begin != item) malformed("the ranges of the kinds have gaps in section 'item'");
    for (; item < range.end; ++item) {
      const ItemRecord record = this->record(item);
      if (static_cast<std::uint8_t>(record.kind) != number) {
        malformed("an item lies in the range of another kind");
      }
      if (record.minutes.min > record.minutes.max ||
          record.group_size.min > record.group_size.max) {
        malformed("an item has a range whose maximum is below its minimum");
      }
    }
  }
  if (item != size_) malformed("the ranges of the kinds leave out items");
}

// Each item must have one id, whose entry in the dictionary names the item.
void ItemTable::check_ids() const {
  std::uint32_t items = 0, redirects = 0;
  for (auto walker = ids_.walk(); !walker.at_end(); walker.next()) {
    checked_id(walker.key());
    Cursor cursor(walker.value(), "an id");
    const std::uint64_t value = cursor.varint();
    if (!cursor.at_end()) cursor.fail("has bytes after its value");
    const Ordinal item = checked(value >> 1);
    if ((value & 1) != 0) {
      ++redirects;
    } else if (record(item).id_rank == walker.rank()) {
      ++items;
    } else {
      malformed("looking up the id '" + walker.key() + "' finds an item with another id");
    }
  }
  if (redirects > limits::kRedirects) beyond_limit("the pack", limits::kRedirects, "redirects");
  if (items != size_) malformed("an item has no id in the dictionary of ids");
}

void ItemTable::check_texts() const {
  const std::uint32_t begin = size_ == 0 ? 0 : record(0).text_offset;
  if (begin != 0) malformed("section 'text' has bytes that belong to no item");
  if (size_ == 0 && !texts_.empty()) malformed("section 'text' has texts of no item");
  for (Ordinal item = 0; item < size_; ++item) {
    static_cast<void>(title(item));
    static_cast<void>(summary(item));
  }
}

void ItemTable::check_labels() const {
  names_.check();
  const std::uint32_t names = names_.size();
  for (std::uint32_t number = 0; number < names; ++number) name(number);
  label_sets_.check();
  const std::uint32_t sets = label_set_count();
  for (std::uint32_t set = 0; set < sets; ++set) check_label_set(set, names);
  for (Ordinal item = 0; item < size_; ++item) {
    if (record(item).label_set >= sets) malformed("an item has a set of labels that is missing");
  }
}

}  // namespace landkaart::inline v0
