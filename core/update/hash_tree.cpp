// SPDX-License-Identifier: EUPL-1.2
//
// Problem: a reader that has a trusted 32-byte root hash wants to know that a pack is genuine. It
// must be able to check one part, such as the 8 KiB that a range request returned, without reading
// the rest of the pack.
//
// Idea: a hash tree (Merkle, "A digital signature based on a conventional encryption function",
// 1987). The content of a section is cut into leaves of 8192 bytes, of which the last may be
// shorter, and each leaf is hashed with SHA-256. The hashes of a level, one after another, are
// again cut into pieces of 8192 bytes; the hash of a piece is a node of the level above. A node
// therefore has up to 256 children (Merkle's tree has two): a section of 1 GiB has only three
// levels above its leaves, and checking one leaf reads at most 256 hashes for each level. One more
// hash, the root, covers a list with the name, flags, length and top hash of each hashed section.
//
// The tree is over the uncompressed content, so that its root does not depend on the version of the
// compression library that wrote the file.
//
// Invariant: two packs whose hashed sections differ have different roots, unless somebody finds a
// collision of SHA-256. Each hashed text begins with one byte that tells a leaf (0), a node (1) and
// the root (2) apart, so that the 8192 bytes of a node cannot be passed off as a leaf (the first
// two prefixes are those of Certificate Transparency: Laurie, Langley and Kasper, RFC 6962, 2013).
// All nodes have the same prefix, but the level of a node cannot be forged: the root covers the
// length of each section, and the length fixes the shape of the tree.
//
// It ends: a level of n > 1 hashes has a level of ceil(n / 256) < n hashes above it. An empty
// section has one leaf of 0 bytes, so that each section has a top hash.
#include "core/update/hash_tree.h"

#include <algorithm>
#include <cassert>

#include "core/update/sha256.h"

namespace landkaart::inline v0 {
namespace {

// The first byte of each hashed text tells the three sorts of hash apart.
constexpr std::string_view kLeafPrefix("\0", 1);
constexpr std::string_view kNodePrefix("\1", 1);
constexpr std::string_view kRootPrefix("\2", 1);

std::string_view text_of(const Hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

// `level` holds the hashes of one level of the tree. Returns the hashes of the level above it.
std::string level_above(std::string_view level) {
  std::string above;
  for (std::size_t begin = 0; begin < level.size(); begin += kLeafBytes) {
    above += text_of(sha256({kNodePrefix, level.substr(begin, kLeafBytes)}));
  }
  assert(above.size() % kHashBytes == 0 && above.size() < level.size());
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
    level += text_of(sha256({kLeafPrefix, read(offset, leaf)}));
    offset += leaf;
  } while (offset < length);
  SectionTree tree;
  tree.levels = level;
  while (level.size() > kHashBytes) {
    level = level_above(level);
    tree.levels += level;
  }
  assert(level.size() == kHashBytes);
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
  return sha256({kRootPrefix, content});
}

}  // namespace landkaart::inline v0
