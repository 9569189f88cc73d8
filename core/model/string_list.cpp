// SPDX-License-Identifier: EUPL-1.2
#include "core/model/string_list.h"

#include <string>

#include "core/base/malformed.h"

namespace landkaart::inline v0 {

std::uint32_t StringList::load(std::uint64_t index) const {
  return load_little_endian<std::uint32_t>(section_.read(index * 4, 4).data());
}

std::uint32_t StringList::size() const {
  const std::uint32_t count = load(0);
  if (section_.size() / 4 - 1 < count) {
    malformed("section '" + section_.name() + "' is too short for its entries");
  }
  return count;
}

std::string_view StringList::at(std::uint64_t number) const {
  const std::uint32_t count = load(0);
  if (number >= count) {
    malformed("an item refers to entry " + std::to_string(number) + " of section '" +
              section_.name() + "', which has " + std::to_string(count) + " entries");
  }
  const std::uint32_t begin = number == 0 ? 0 : load(number);
  const std::uint32_t end = load(number + 1);
  if (end < begin) malformed("section '" + section_.name() + "' has offsets out of order");
  return as_text(section_.read(4 + std::uint64_t{count} * 4 + begin, end - begin));
}

void StringList::check() const {
  const std::uint32_t count = size();
  std::uint32_t end = 0;
  for (std::uint32_t number = 0; number < count; ++number) {
    const std::uint32_t next = load(number + 1);
    if (next < end) malformed("section '" + section_.name() + "' has offsets out of order");
    end = next;
  }
  if (section_.size() != 4 + std::uint64_t{count} * 4 + end) {
    malformed("section '" + section_.name() + "' has bytes after its last entry");
  }
}

}  // namespace landkaart::inline v0
