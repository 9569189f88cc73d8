// SPDX-License-Identifier: EUPL-1.2
//
// Problem. A pack comes from somewhere else and is opened inside a server. Opening must be quick
// for a file of any size, and neither a damaged nor a hostile file may make the reader access
// memory outside the file, allocate without bound or loop for ever.
//
// Layout. [header 128 bytes][directory: 32 bytes for each section][sections][page checksums]
// [release statement]. The file is mapped into memory. Opening reads the header and the directory
// only; everything else is read when it is asked for.
//
// Two kinds of checks, for two kinds of faults:
// - Accidental damage: each page of 4 KiB has a CRC-32. A page is checked when it is first touched,
//   and a bit remembers the check, so that a query pays for the pages that it reads, once. Two
//   threads may check the same page at the same time; both store the same bit, so relaxed atomic
//   operations are enough.
// - Intended damage: whoever writes a hostile file computes correct checksums. So no check of
//   memory bounds relies on a checksum: Section::read compares each range with the section, and
//   check_entry compares each section with the file before anything reads it.
//
// Invariant after the constructor: header <= directory <= sections <= checksums <= content_length
// <= file size, and the sections follow each other in ascending order without overlap. So every
// range that Section::read accepts lies in the file and in pages that have a checksum.
//
// Opening ends after at most limits::kSections directory entries. A section that is deflated is
// rejected before inflating when it claims to inflate by more than deflate can (1032 : 1).
#include "core/format/container.h"

#include <algorithm>
#include <array>
#include <cassert>

#include "core/base/checksum.h"
#include "core/base/malformed.h"
#include "core/format/inflate.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::array kKnownSections = {
    SectionId::id_top,        SectionId::id_pages,    SectionId::id_blocks,
    SectionId::term_top,      SectionId::term_pages,  SectionId::term_blocks,
    SectionId::asset_top,     SectionId::asset_pages, SectionId::asset_blocks,
    SectionId::manifest,      SectionId::items,       SectionId::texts,
    SectionId::label_sets,    SectionId::names,       SectionId::links,
    SectionId::related,       SectionId::map,         SectionId::search,
    SectionId::lengths,       SectionId::skips,       SectionId::postings,
    SectionId::positions,     SectionId::synonyms,    SectionId::body_index,
    SectionId::bodies,        SectionId::assets,      SectionId::hash_tree,
    SectionId::title_top,     SectionId::title_pages, SectionId::title_blocks,
    SectionId::document_order};

void check_magic(Bytes file) {
  if (file.empty()) throw Error(ErrorCode::not_a_pack, "this file is empty, so it is not a pack");
  const std::size_t length = std::min(file.size(), kMagic.size());
  if (!std::equal(kMagic.begin(), kMagic.begin() + static_cast<std::ptrdiff_t>(length),
                  file.begin())) {
    throw Error(ErrorCode::not_a_pack,
                "this file is not a Landkaart pack: it does not begin with the magic bytes");
  }
  if (file.size() < kHeaderBytes) {
    throw Error(ErrorCode::truncated, "this pack ends within its header; download it again");
  }
}

void check_versions(const Header& header) {
  // A later version that adds only optional sections still states this version as the minimum.
  if (header.minimum_reader > kFormatVersion) {
    throw Error(ErrorCode::newer_version,
                "this pack needs a reader of format version " +
                    std::to_string(header.minimum_reader) + "; this one knows up to " +
                    std::to_string(kFormatVersion) + ": install a newer landkaart");
  }
  if (header.version == 0) malformed("it has version 0, a draft of the format; build it again");
}

std::uint64_t page_count(std::uint64_t bytes) { return (bytes + kPageBytes - 1) / kPageBytes; }

bool may_have(SectionId id, Encoding encoding) {
  switch (encoding) {
    case Encoding::plain: return true;
    case Encoding::deflated_blocks: return id == SectionId::bodies;
    case Encoding::deflated: return id == SectionId::map || id == SectionId::synonyms;
  }
  return false;
}

}  // namespace

Bytes Section::read(std::uint64_t offset, std::uint64_t length) const {
  if (offset > size() || length > size() - offset) {
    malformed("it points outside section '" + name() + "'",
              entry_.offset + std::min(offset, size()));
  }
  if (length == 0) return {};
  const std::uint64_t begin = entry_.offset + offset;
  container_->check_pages(begin, begin + length);
  return container_->file().subspan(static_cast<std::size_t>(begin),
                                    static_cast<std::size_t>(length));
}

std::string Section::content(std::uint64_t most) const {
  if (logical_size() > most) {
    throw Error(ErrorCode::limit_exceeded,
                "section '" + name() + "' is larger than the format allows");
  }
  if (entry_.encoding == Encoding::plain) return std::string(as_text(all()));
  return inflate(all(), logical_size());
}

Container::Container(SharedBytes file) : file_(std::move(file)) {
  check_magic(file_.bytes);
  Cursor cursor(file_.bytes.first(kHeaderBytes), "the header");
  header_ = read_header(cursor);
  check_versions(header_);
  if (header_.content_length > file_.bytes.size()) {
    throw Error(ErrorCode::truncated,
                "this pack should have at least " + std::to_string(header_.content_length) +
                    " bytes and has " + std::to_string(file_.bytes.size()) + "; download it again");
  }
  const std::uint64_t directory_end =
      kHeaderBytes + std::uint64_t{header_.section_count} * kDirectoryEntryBytes;
  if (header_.section_count > limits::kSections || header_.item_count > limits::kItems) {
    throw Error(ErrorCode::limit_exceeded, "this pack has more sections or items than allowed");
  }
  if (header_.checksum_offset < directory_end || header_.checksum_offset > header_.content_length) {
    malformed("its checksums lie outside the file", 24);
  }
  const std::uint64_t pages = page_count(header_.checksum_offset);
  if (header_.content_length - header_.checksum_offset != pages * 4) {
    malformed("its checksums have the wrong length", 24);
  }
  checked_pages_ = std::make_unique<std::atomic<std::uint64_t>[]>((pages + 63) / 64);
  read_directory();
}

void Container::read_directory() {
  const std::size_t directory_bytes = std::size_t{header_.section_count} * kDirectoryEntryBytes;
  std::uint64_t previous_end = kHeaderBytes + directory_bytes;
  check_pages(0, previous_end);
  Cursor cursor(file_.bytes.subspan(kHeaderBytes, directory_bytes), "the directory");
  directory_.reserve(header_.section_count);
  for (std::uint32_t i = 0; i < header_.section_count; ++i) {
    const SectionEntry entry = read_section_entry(cursor);
    check_entry(entry, previous_end);
    directory_.push_back(entry);
    previous_end = entry.offset + entry.stored_length;
  }
}

void Container::check_entry(const SectionEntry& entry, std::uint64_t previous_end) const {
  const std::string name = "section '" + section_name(entry.id) + "'";
  if (entry.offset < previous_end || entry.offset > header_.checksum_offset ||
      entry.stored_length > header_.checksum_offset - entry.offset) {
    malformed(name + " lies outside the file or overlaps another section");
  }
  const bool known = std::ranges::find(kKnownSections, entry.id) != kKnownSections.end();
  if (!known && (entry.flags & kCritical) != 0) {
    throw Error(ErrorCode::unknown_critical,
                "this pack needs a reader that knows " + name + ": install a newer landkaart");
  }
  if (find(entry.id)) malformed(name + " occurs twice");
  if (!known) return;
  if (!may_have(entry.id, entry.encoding)) malformed(name + " has an unknown encoding");
  if (entry.encoding == Encoding::plain && entry.logical_length != entry.stored_length) {
    malformed(name + " is not compressed but has an inflated length that differs from its length");
  }
  if (entry.logical_length / limits::kInflationRatio > entry.stored_length) {
    throw Error(ErrorCode::limit_exceeded,
                name + " claims to inflate to more bytes than deflate can produce");
  }
}

std::optional<Section> Container::find(SectionId id) const {
  for (const SectionEntry& entry : directory_) {
    if (entry.id == id) return Section(*this, entry);
  }
  return std::nullopt;
}

Section Container::require(SectionId id) const {
  if (const auto section = find(id)) return *section;
  malformed("section '" + section_name(id) + "' is missing");
}

Bytes Container::statement() const {
  assert(header_.content_length <= file_.bytes.size());
  return file_.bytes.subspan(static_cast<std::size_t>(header_.content_length));
}

Bytes Container::content() const {
  return file_.bytes.first(static_cast<std::size_t>(header_.content_length));
}

void Container::check_pages(std::uint64_t begin, std::uint64_t end) const {
  assert(end <= header_.checksum_offset);
  for (std::uint64_t page = begin / kPageBytes; page * kPageBytes < end; ++page) {
    if (!page_is_checked(page)) check_page(page);
  }
}

bool Container::page_is_checked(std::uint64_t page) const {
  return (checked_pages_[page / 64].load(std::memory_order_relaxed) >> (page % 64) & 1) != 0;
}

void Container::check_page(std::uint64_t page) const {
  const std::uint64_t begin = page * kPageBytes;
  const std::uint64_t end = std::min<std::uint64_t>(begin + kPageBytes, header_.checksum_offset);
  const Bytes bytes =
      file_.bytes.subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
  const std::uint8_t* expected = file_.bytes.data() + header_.checksum_offset + page * 4;
  if (crc32(bytes) != load_little_endian<std::uint32_t>(expected)) {
    throw Error(ErrorCode::damaged, "this pack is damaged; download it again", {}, begin);
  }
  checked_pages_[page / 64].fetch_or(std::uint64_t{1} << (page % 64), std::memory_order_relaxed);
}

}  // namespace landkaart::inline v0
