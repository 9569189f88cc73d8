// SPDX-License-Identifier: EUPL-1.2
#include "core/update/hash_tree.h"

#include <algorithm>

#include "core/update/sha256.h"

namespace landkaart::inline v0 {
namespace {

// What is hashed says what it is, so that a leaf can never pass for a node.
constexpr std::string_view kLeafMark("\0", 1);
constexpr std::string_view kNodeMark("\1", 1);
constexpr std::string_view kRootMark("\2", 1);

std::string_view text_of(const Hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

// The hashes of the level above.
std::string parents(std::string_view level) {
  std::string above;
  for (std::size_t begin = 0; begin < level.size(); begin += kLeafBytes) {
    above += text_of(sha256({kNodeMark, level.substr(begin, kLeafBytes)}));
  }
  return above;
}

}  // namespace

SectionTree hash_section(
    std::uint64_t length,
    const std::function<std::string_view(std::uint64_t, std::uint64_t)>& read) {
  std::string level;
  std::uint64_t offset = 0;
  do {
    const std::uint64_t leaf = std::min<std::uint64_t>(kLeafBytes, length - offset);
    level += text_of(sha256({kLeafMark, read(offset, leaf)}));
    offset += leaf;
  } while (offset < length);
  SectionTree tree;
  tree.levels = level;
  while (level.size() > kHashBytes) {
    level = parents(level);
    tree.levels += level;
  }
  std::ranges::copy(as_bytes(level), tree.top.begin());
  return tree;
}

Hash root_hash(const std::vector<HashedSection>& sections) {
  std::string content;
  for (const HashedSection& section : sections) {
    append_little_endian(content, static_cast<std::uint32_t>(section.id));
    append_little_endian(content, section.flags);
    append_little_endian(content, std::uint16_t{0});
    append_little_endian(content, section.length);
    content += text_of(section.top);
  }
  return sha256({kRootMark, content});
}

}  // namespace landkaart::inline v0
