// SPDX-License-Identifier: EUPL-1.2
// Builds the bytes of a pack from its sections: header, directory, sections, page checksums.
#pragma once

#include <string>
#include <vector>

#include "core/format/layout.h"

namespace landkaart::inline v0 {

struct SectionContent {
  SectionId id{};
  std::uint16_t flags = 0;
  std::string stored;
  Encoding encoding = Encoding::plain;
  std::uint64_t logical_length = 0;  // inflated length; not used for Encoding::plain
};

// Returns the bytes of the file up to the release statement. The sections are written in the order
// of `sections`.
std::string build_container(const std::vector<SectionContent>& sections, std::uint32_t item_count,
                            const Hash& root);

// The checksums of the pages of `covered`, which are all bytes of the file before the checksums.
// Tests use it to give a changed pack correct checksums.
std::string page_checksums(std::string_view covered);

}  // namespace landkaart::inline v0
