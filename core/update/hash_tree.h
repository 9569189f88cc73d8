// SPDX-License-Identifier: EUPL-1.2
// The hash tree over the uncompressed content of a pack: leaves of 8 KiB, nodes over 8 KiB of
// hashes (256 of them), one tree for each section, and a root over the sections.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/format/layout.h"

namespace landkaart::inline v0 {

inline constexpr std::size_t kLeafBytes = 8192;

struct SectionTree {
  std::string levels;  // all hashes, from the leaves up to the one at the top
  Hash top{};
};

// `read` gives bytes [offset, offset + length) of the content; it is called in order, for one leaf
// at a time.
SectionTree hash_section(
    std::uint64_t length,
    const std::function<std::string_view(std::uint64_t offset, std::uint64_t length)>& read);

struct HashedSection {
  SectionId id{};
  std::uint16_t flags = 0;
  std::uint64_t length = 0;  // of the uncompressed content
  Hash top{};
};

Hash root_hash(const std::vector<HashedSection>& sections);

}  // namespace landkaart::inline v0
