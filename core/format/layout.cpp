// SPDX-License-Identifier: EUPL-1.2
#include "core/format/layout.h"

#include <algorithm>

namespace landkaart::inline v0 {

std::string section_name(SectionId id) {
  std::string name;
  append_little_endian(name, static_cast<std::uint32_t>(id));
  for (char& letter : name) {
    if (letter < ' ' || letter > '~') letter = '?';
  }
  return name;
}

void append_header(std::string& out, const Header& header) {
  const std::size_t start = out.size();
  out.append(kMagic.begin(), kMagic.end());
  append_little_endian(out, header.version);
  append_little_endian(out, header.minimum_reader);
  append_little_endian(out, header.section_count);
  append_little_endian(out, header.item_count);
  append_little_endian(out, std::uint32_t{0});
  append_little_endian(out, header.checksum_offset);
  append_little_endian(out, header.content_length);
  out.append(header.root.begin(), header.root.end());
  out.resize(start + kHeaderBytes, '\0');
}

Header read_header(Cursor& cursor) {
  cursor.read(kMagic.size());
  Header header;
  header.version = cursor.u16();
  header.minimum_reader = cursor.u16();
  header.section_count = cursor.u32();
  header.item_count = cursor.u32();
  cursor.u32();
  header.checksum_offset = cursor.u64();
  header.content_length = cursor.u64();
  std::ranges::copy(cursor.read(kHashBytes), header.root.begin());
  cursor.read(kHeaderBytes - cursor.position());
  return header;
}

void append_section_entry(std::string& out, const SectionEntry& entry) {
  append_little_endian(out, static_cast<std::uint32_t>(entry.id));
  append_little_endian(out, entry.flags);
  append_little_endian(out, static_cast<std::uint16_t>(entry.encoding));
  append_little_endian(out, entry.offset);
  append_little_endian(out, entry.stored_length);
  append_little_endian(out, entry.logical_length);
}

SectionEntry read_section_entry(Cursor& cursor) {
  SectionEntry entry;
  entry.id = static_cast<SectionId>(cursor.u32());
  entry.flags = cursor.u16();
  entry.encoding = static_cast<Encoding>(cursor.u16());
  entry.offset = cursor.u64();
  entry.stored_length = cursor.u64();
  entry.logical_length = cursor.u64();
  return entry;
}

}  // namespace landkaart::inline v0
