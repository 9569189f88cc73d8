// SPDX-License-Identifier: EUPL-1.2
// StringList, a section with byte strings that are found by their number: a u32 count, for each
// string a u32 with the offset of its end, then the strings one after another.
#pragma once

#include <cstdint>
#include <string_view>

#include "core/format/container.h"

namespace landkaart::inline v0 {

class StringList {
 public:
  explicit StringList(Section section) : section_(section) {}

  // The number of strings. Throws Error: malformed when the section is too short for them, damaged.
  std::uint32_t size() const;
  // String `number`, from 0. Throws Error(malformed) when it does not exist.
  std::string_view at(std::uint64_t number) const;
  // Throws Error(malformed) unless the strings follow each other and fill the section. Reads all
  // ends.
  void check() const;

 private:
  std::uint32_t load(std::uint64_t index) const;

  Section section_;
};

}  // namespace landkaart::inline v0
