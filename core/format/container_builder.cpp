// SPDX-License-Identifier: EUPL-1.2
#include "core/format/container_builder.h"

#include <algorithm>

#include "core/base/checksum.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kAlignment = 8;

std::size_t aligned(std::size_t offset) {
  return (offset + kAlignment - 1) / kAlignment * kAlignment;
}

}  // namespace

std::string page_checksums(std::string_view covered) {
  std::string checksums;
  for (std::size_t begin = 0; begin < covered.size(); begin += kPageBytes) {
    append_little_endian(checksums, crc32(as_bytes(covered.substr(begin, kPageBytes))));
  }
  return checksums;
}

std::string build_container(const std::vector<SectionContent>& sections, std::uint32_t item_count,
                            const Hash& root) {
  std::string directory;
  std::size_t offset = kHeaderBytes + sections.size() * kDirectoryEntryBytes;
  for (const SectionContent& section : sections) {
    offset = aligned(offset);
    const bool plain = section.encoding == Encoding::plain;
    append_section_entry(
        directory, {section.id, section.flags, section.encoding, offset, section.stored.size(),
                    plain ? section.stored.size() : section.logical_length});
    offset += section.stored.size();
  }
  const std::size_t pages = (offset + kPageBytes - 1) / kPageBytes;
  Header header;
  header.section_count = static_cast<std::uint32_t>(sections.size());
  header.item_count = item_count;
  header.checksum_offset = offset;
  header.content_length = offset + 4 * pages;
  header.root = root;

  std::string out;
  out.reserve(header.content_length);
  append_header(out, header);
  out += directory;
  for (const SectionContent& section : sections) {
    out.resize(aligned(out.size()), '\0');
    out += section.stored;
  }
  out += page_checksums(out);
  return out;
}

}  // namespace landkaart::inline v0
