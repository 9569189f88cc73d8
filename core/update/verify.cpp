// SPDX-License-Identifier: EUPL-1.2
#include "landkaart/verify.h"

#include <nlohmann/json.hpp>

#include "core/base/json.h"
#include "core/base/malformed.h"
#include "core/format/block_store.h"
#include "core/format/container.h"
#include "core/format/release_statement.h"
#include "core/pack/map_check.h"
#include "core/pack/pack_state.h"
#include "core/update/hash_tree.h"
#include "core/update/sha256.h"
#include "core/update/verify_content.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

using Json = nlohmann::json;

// `part` begins the message: "the content", "the file".
[[noreturn]] void mismatch(const std::string& part) {
  throw Error(ErrorCode::hash_mismatch,
              part + " does not match its hash: do not trust this pack, and download it again");
}

SectionTree tree_of_bodies(const Container& container, const Section& bodies) {
  const BlockStore store(container.require(SectionId::body_index), bodies, limits::kBlockBytes * 2);
  std::string leaf;
  return hash_section(store.size(), [&](std::uint64_t offset, std::uint64_t length) {
    leaf = store.read(offset, length);
    return std::string_view(leaf);
  });
}

SectionTree tree_of(const Container& container, const Section& section) {
  if (section.entry().id == SectionId::bodies) return tree_of_bodies(container, section);
  if (section.entry().encoding == Encoding::deflated) {
    const std::string content = section.content(limits::kMapBytes);
    return hash_section(content.size(), [&](std::uint64_t offset, std::uint64_t length) {
      return std::string_view(content).substr(offset, length);
    });
  }
  // The stored bytes are hashed here, also those of a section or an encoding that this version of
  // the reader does not know.
  return hash_section(section.size(), [&](std::uint64_t offset, std::uint64_t length) {
    return as_text(section.read(offset, length));
  });
}

void verify_hashes(const Container& container) {
  std::vector<HashedSection> sections;
  std::string levels;
  for (const SectionEntry& entry : container.directory()) {
    if ((entry.flags & kHashed) == 0) continue;
    SectionTree tree = tree_of(container, Section(container, entry));
    sections.push_back({entry.id, entry.flags, entry.logical_length, tree.top});
    levels += tree.levels;
  }
  if (root_hash(sections) != container.header().root) mismatch("the content");
  if (as_text(container.require(SectionId::hash_tree).all()) != levels) mismatch("the hash tree");
}

std::uint64_t verify_statement(const Container& container, const Manifest& manifest) {
  const ReleaseStatement statement = decode_release_statement(container.statement());
  const JsonTree json = parse_untrusted_json(statement.payload);
  const auto says = [&](const char* key, const Json& value) {
    return json.is_object() && json.contains(key) && json[key] == value;
  };
  if (!says("pack", manifest.id) || !says("release", manifest.release) ||
      !says("version", manifest.version)) {
    malformed("the release statement has another pack id, release or version than the manifest");
  }
  if (!says("root", manifest.root)) mismatch("the root in the release statement");
  const std::string file_hash = hexadecimal(sha256({as_text(container.content())}));
  if (!says("file-hash", file_hash)) mismatch("the file");
  return statement.signatures.size();
}

}  // namespace

Verification verify(const Pack& pack) {
  const std::span<const std::byte> bytes = pack.bytes();
  const Bytes file(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
  // Opened anew, because `pack` may have been opened without a cache. Without a cache, reading each
  // item inflates its whole block.
  const auto state = PackState::open({file, nullptr}, {});
  const Container& container = state->container;
  container.check_pages(0, container.header().checksum_offset);
  state->bodies.check_index();
  Verification verification;
  verification.bytes = bytes.size();
  verification.signatures = verify_statement(container, state->manifest);
  verify_hashes(container);
  verify_items(*state);
  verification.items = state->table.size();
  verification.words = verify_search(*state);
  check_map(pack.map(), state->table);
  static_cast<void>(pack.assets());
  return verification;
}

}  // namespace landkaart::inline v0
