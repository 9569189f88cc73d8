// SPDX-License-Identifier: EUPL-1.2
// The header and the section directory of a pack: their structure, encoder and decoder.
#pragma once

#include <array>
#include <string>

#include "core/base/bytes.h"
#include "core/base/cursor.h"

namespace landkaart::inline v0 {

inline constexpr std::array<std::uint8_t, 8> kMagic = {0x89, 'L', 'K', 'P', '\r', '\n', 0x1a, '\n'};
inline constexpr std::uint16_t kFormatVersion = 1;
inline constexpr std::uint32_t kHeaderBytes = 128;
inline constexpr std::uint32_t kDirectoryEntryBytes = 32;
inline constexpr std::uint32_t kPageBytes = 4096;  // each page has one CRC-32
inline constexpr std::uint32_t kHashBytes = 32;

using Hash = std::array<std::uint8_t, kHashBytes>;

struct Header {
  std::uint16_t version = kFormatVersion;
  std::uint16_t minimum_reader = kFormatVersion;
  std::uint32_t section_count = 0;
  std::uint32_t item_count = 0;
  std::uint64_t checksum_offset = 0;  // where the page checksums begin; they cover all bytes before
  std::uint64_t content_length = 0;   // bytes up to the release statement
  Hash root{};                        // root hash of the content
};

// The letters as a number that is stored little-endian, so that the file shows them in order.
constexpr std::uint32_t four_letters(const char (&letters)[5]) {
  return static_cast<std::uint32_t>(letters[0]) | static_cast<std::uint32_t>(letters[1]) << 8 |
         static_cast<std::uint32_t>(letters[2]) << 16 |
         static_cast<std::uint32_t>(letters[3]) << 24;
}

enum class SectionId : std::uint32_t {
  id_top = four_letters("idtp"),
  id_pages = four_letters("idpg"),
  id_blocks = four_letters("idbk"),
  term_top = four_letters("tmtp"),
  term_pages = four_letters("tmpg"),
  term_blocks = four_letters("tmbk"),
  title_top = four_letters("titp"),
  title_pages = four_letters("tipg"),
  title_blocks = four_letters("tibk"),
  asset_top = four_letters("astp"),
  asset_pages = four_letters("aspg"),
  asset_blocks = four_letters("asbk"),
  manifest = four_letters("mani"),
  items = four_letters("item"),
  texts = four_letters("text"),
  label_sets = four_letters("labl"),
  names = four_letters("name"),
  links = four_letters("link"),
  related = four_letters("rela"),
  map = four_letters("map "),
  search = four_letters("srch"),
  document_order = four_letters("ordr"),
  lengths = four_letters("leng"),
  skips = four_letters("skip"),
  postings = four_letters("post"),
  positions = four_letters("posi"),
  synonyms = four_letters("synm"),
  body_index = four_letters("bidx"),
  bodies = four_letters("body"),
  assets = four_letters("asst"),
  hash_tree = four_letters("hash"),
};

// The four letters of an id, such as "item"; "?" for a byte that is not printable.
std::string section_name(SectionId id);

// Flags of a section. kCritical: a reader that does not know the section must reject the pack.
// kHashed: the root hash covers the inflated content of the section.
inline constexpr std::uint16_t kCritical = 1;
inline constexpr std::uint16_t kHashed = 2;

enum class Encoding : std::uint16_t {
  plain = 0,
  deflated_blocks = 1,  // a BlockStore; only section "body", whose index is section "bidx"
  deflated = 2,         // one deflated block; only sections "map " and "synm", always read whole
};

struct SectionEntry {
  SectionId id{};
  std::uint16_t flags = 0;
  Encoding encoding = Encoding::plain;
  std::uint64_t offset = 0;
  std::uint64_t stored_length = 0;
  std::uint64_t logical_length = 0;  // inflated length; equals stored_length for Encoding::plain
};

void append_header(std::string& out, const Header& header);
// Skips the magic bytes, which the caller must have checked.
Header read_header(Cursor& cursor);

void append_section_entry(std::string& out, const SectionEntry& entry);
SectionEntry read_section_entry(Cursor& cursor);

}  // namespace landkaart::inline v0
