// SPDX-License-Identifier: EUPL-1.2
#include "tests/hostile/pack_parts.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/cursor.h"
#include "core/format/container_builder.h"
#include "core/format/deflate.h"
#include "core/format/inflate.h"
#include "core/format/release_statement.h"
#include "core/update/hash_tree.h"
#include "core/update/sha256.h"
#include "landkaart/error.h"

namespace landkaart::testing {
namespace {

constexpr std::size_t kMagicBytes = 8;
constexpr std::uint64_t kMostInflated = 64 << 20;  // bytes of one section

// Inflates the blocks of section 'body' by its index. Throws Error.
std::string inflate_bodies(std::string_view index, std::string_view stored) {
  Cursor cursor(as_bytes(index), "the index of blocks");
  const std::uint32_t blocks = cursor.u32();
  cursor.u32();
  std::string stream;
  std::uint64_t begin = cursor.u64(), stored_begin = cursor.u64();
  for (std::uint32_t i = 0; i < blocks; ++i) {
    const std::uint64_t end = cursor.u64(), stored_end = cursor.u64();
    if (end < begin || end > kMostInflated || stored_end < stored_begin ||
        stored_end > stored.size()) {
      cursor.fail("is out of order");
    }
    stream +=
        inflate(as_bytes(stored.substr(stored_begin, stored_end - stored_begin)), end - begin);
    begin = end;
    stored_begin = stored_end;
  }
  return stream;
}

std::string inflated(const PackParts& parts, const PackSection& section, std::uint64_t length) {
  try {
    if (section.encoding == Encoding::deflated_blocks) {
      return inflate_bodies(parts.stored(SectionId::body_index), section.stored);
    }
    if (section.encoding == Encoding::deflated && length <= kMostInflated) {
      return inflate(as_bytes(section.stored), length);
    }
  } catch (const Error&) {
    // The section does not inflate, so there are no inflated bytes for the hash tree.
  }
  return {};
}

std::string release_statement(const Hash& root, const Hash& file_hash, const PackParts& parts) {
  using Json = nlohmann::json;
  const Json manifest = Json::parse(parts.stored(SectionId::manifest), nullptr, false);
  const auto stated = [&](const char* key, Json otherwise) {
    return manifest.is_object() ? manifest.value(key, otherwise) : otherwise;
  };
  const Json payload = {{"pack", stated("id", "")},
                        {"release", stated("release", 1)},
                        {"version", stated("version", "")},
                        {"channel", stated("channel", "")},
                        {"expires", nullptr},
                        {"minimum-reader", kFormatVersion},
                        {"root", hexadecimal(root)},
                        {"file-hash", hexadecimal(file_hash)}};
  return encode_release_statement(
      {payload.dump(-1, ' ', false, Json::error_handler_t::replace), {}});
}

}  // namespace

PackSection* PackParts::find(SectionId id) {
  const auto found = std::ranges::find(sections, id, &PackSection::id);
  return found == sections.end() ? nullptr : &*found;
}

std::string_view PackParts::stored(SectionId id) const {
  const auto found = std::ranges::find(sections, id, &PackSection::id);
  return found == sections.end() ? std::string_view() : std::string_view(found->stored);
}

void PackParts::set(SectionId id, std::string content) {
  PackSection* section = find(id);
  if (section == nullptr) section = &sections.emplace_back(PackSection{id, kHashed, {}, {}});
  section->encoding = Encoding::plain;
  section->stored = std::move(content);
}

void PackParts::set_deflated(SectionId id, std::string content) {
  set(id, deflate(content));
  PackSection& section = *find(id);
  section.encoding = Encoding::deflated;
  section.inflated = std::move(content);
}

PackParts take_apart(std::string_view pack) {
  Cursor cursor(as_bytes(pack), "the header");
  cursor.read(kMagicBytes);
  Cursor fields(as_bytes(pack.substr(0, std::min<std::size_t>(pack.size(), kHeaderBytes))),
                "the header");
  fields.read(kMagicBytes + 4);
  const std::uint32_t count = fields.u32();
  PackParts parts;
  parts.items = fields.u32();
  cursor.read(kHeaderBytes - kMagicBytes);
  std::vector<std::uint64_t> lengths;
  for (std::uint32_t i = 0; i < count; ++i) {
    const SectionEntry entry = read_section_entry(cursor);
    if (entry.offset > pack.size() || entry.stored_length > pack.size() - entry.offset) {
      cursor.fail("has a section outside the file");
    }
    if (entry.id == SectionId::hash_tree) continue;
    parts.sections.push_back({entry.id, entry.flags, entry.encoding,
                              std::string(pack.substr(entry.offset, entry.stored_length))});
    lengths.push_back(entry.logical_length);
  }
  for (std::size_t i = 0; i < parts.sections.size(); ++i) {
    PackSection& section = parts.sections[i];
    if (section.encoding != Encoding::plain)
      section.inflated = inflated(parts, section, lengths[i]);
  }
  return parts;
}

std::string seal(const PackParts& parts) {
  std::vector<SectionContent> contents;
  std::vector<HashedSection> hashed;
  std::string levels;
  for (const PackSection& section : parts.sections) {
    const std::string_view logical = section.logical();
    if ((section.flags & kHashed) != 0) {
      const SectionTree tree = hash_section(
          logical.size(), [&](std::uint64_t at, std::uint64_t n) { return logical.substr(at, n); });
      hashed.push_back({section.id, section.flags, logical.size(), tree.top});
      levels += tree.levels;
    }
    contents.push_back(
        {section.id, section.flags, section.stored, section.encoding, logical.size()});
  }
  contents.push_back({SectionId::hash_tree, 0, std::move(levels), Encoding::plain, 0});
  const Hash root = root_hash(hashed);
  std::string pack = build_container(contents, parts.items, root);
  pack += release_statement(root, sha256({pack}), parts);
  return pack;
}

}  // namespace landkaart::testing
