// SPDX-License-Identifier: EUPL-1.2
// Puts sections together into the bytes of a pack: header, directory, sections, page checksums.
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
  std::uint64_t logical_length = 0;  // only for deflated blocks
};

// The content of the file up to the release statement. Sections stand in the order given.
std::string build_container(const std::vector<SectionContent>& sections, std::uint32_t item_count,
                            const Hash& root);

// The page checksums of everything before them; also used by tests that reseal a changed pack.
std::string page_checksums(std::string_view covered);

}  // namespace landkaart::inline v0
