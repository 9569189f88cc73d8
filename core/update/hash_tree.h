// SPDX-License-Identifier: EUPL-1.2
// hash_section and root_hash compute the hash tree over the uncompressed content of a pack. Each
// section has a tree of its own: a leaf is the SHA-256 of 8 KiB of content, a node the SHA-256 of
// up to 256 hashes (8 KiB). The root hash covers the top hashes of all sections.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/format/layout.h"

namespace landkaart::inline v0 {

inline constexpr std::size_t kLeafBytes = 8192;

struct SectionTree {
  std::string levels;  // all hashes of the tree: those of the leaves first, the top hash last
  Hash top{};          // the last hash of `levels`
};

// Hashes a section whose content is `length` bytes long. `read` returns bytes
// [offset, offset + length) of that content. Calls `read` once for each leaf, in rising order; the
// view that it returns needs to be valid only until the next call.
SectionTree hash_section(
    std::uint64_t length,
    const std::function<std::string_view(std::uint64_t offset, std::uint64_t length)>& read);

// The part of a section that enters the root hash.
struct HashedSection {
  SectionId id{};
  std::uint16_t flags = 0;
  std::uint64_t length = 0;  // of the uncompressed content
  Hash top{};
};

// `sections` are the hashed sections in the order of the pack's directory.
Hash root_hash(const std::vector<HashedSection>& sections);

}  // namespace landkaart::inline v0
