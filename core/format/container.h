// SPDX-License-Identifier: EUPL-1.2
// Container reads the header and the section directory of a pack. Section reads the bytes of one
// section; the first read of each page of 4 KiB checks the CRC-32 of the page.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/file.h"
#include "core/format/layout.h"

namespace landkaart::inline v0 {

class Container;

// A range of the bytes of a pack. Cheap to copy. Its Container must outlive it.
class Section {
 public:
  Section() = default;
  Section(const Container& container, const SectionEntry& entry)
      : container_(&container), entry_(entry) {}

  std::uint64_t size() const { return entry_.stored_length; }
  std::uint64_t logical_size() const { return entry_.logical_length; }
  bool empty() const { return size() == 0; }
  std::string name() const { return section_name(entry_.id); }
  const SectionEntry& entry() const { return entry_; }

  // Bytes [offset, offset + length) of the section. Throws Error: malformed when the range is not
  // in the section, damaged when the checksum of a page is wrong.
  Bytes read(std::uint64_t offset, std::uint64_t length) const;
  Bytes all() const { return read(0, size()); }
  // The whole section, inflated. Throws Error: limit_exceeded when it has more than `most` bytes,
  // malformed, damaged.
  std::string content(std::uint64_t most) const;

 private:
  const Container* container_ = nullptr;
  SectionEntry entry_;
};

// Any number of threads can read at the same time. Not movable, because sections point to it.
class Container {
 public:
  // Reads the header and the directory, and no section. Throws Error.
  explicit Container(SharedBytes file);
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

  const Header& header() const { return header_; }
  const std::vector<SectionEntry>& directory() const { return directory_; }
  std::optional<Section> find(SectionId id) const;
  // Throws Error(malformed) when the pack does not have the section.
  Section require(SectionId id) const;
  // An empty section when the pack does not have it.
  Section section(SectionId id) const { return find(id).value_or(Section()); }

  // The bytes after content(): the release statement.
  Bytes statement() const;
  // The bytes up to the release statement, which contains their hash.
  Bytes content() const;

  // Checks the checksums of the pages that hold bytes [begin, end) of the file. A page that was
  // checked before is not checked a second time. Throws Error(damaged).
  void check_pages(std::uint64_t begin, std::uint64_t end) const;
  Bytes file() const { return file_.bytes; }

 private:
  void read_directory();
  void check_entry(const SectionEntry& entry, std::uint64_t previous_end) const;
  bool page_is_checked(std::uint64_t page) const;
  void check_page(std::uint64_t page) const;

  SharedBytes file_;
  Header header_;
  std::vector<SectionEntry> directory_;
  std::unique_ptr<std::atomic<std::uint64_t>[]> checked_pages_;  // one bit for each page
};

}  // namespace landkaart::inline v0
