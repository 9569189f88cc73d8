// SPDX-License-Identifier: EUPL-1.2
// Container, the outermost view of a pack: checks header and directory, and hands out sections
// whose bytes are checked against their page's CRC-32 the first time they are touched.
#pragma once

#include <atomic>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/file.h"
#include "core/format/layout.h"

namespace landkaart::inline v0 {

class Container;

// A range of a pack's bytes. Cheap to copy; valid while its Container lives.
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

  // Bytes [offset, offset + length), bounds-checked and page-checked.
  // Throws Error: malformed (out of bounds), damaged (checksum).
  Bytes read(std::uint64_t offset, std::uint64_t length) const;
  Bytes all() const { return read(0, size()); }
  // The whole section, inflated. Throws Error: limit_exceeded when that is more than `most` bytes,
  // malformed, damaged.
  std::string content(std::uint64_t most) const;

 private:
  const Container* container_ = nullptr;
  SectionEntry entry_;
};

// Safe from any number of threads. Sections point into it, so it stays where it was made.
class Container {
 public:
  // Looks at header, directory and nothing else. Throws Error.
  explicit Container(SharedBytes file);
  Container(const Container&) = delete;
  Container& operator=(const Container&) = delete;

  const Header& header() const { return header_; }
  const std::vector<SectionEntry>& directory() const { return directory_; }
  std::optional<Section> find(SectionId id) const;
  // Throws Error(malformed) when the section is not there.
  Section require(SectionId id) const;
  Section section(SectionId id) const { return find(id).value_or(Section()); }

  // The bytes after the hashed content: the release statement.
  Bytes statement() const;
  // The bytes that the file hash of the release statement covers.
  Bytes content() const;

  // Checks the pages that hold [begin, end) of the file, each only once.
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
  std::unique_ptr<std::atomic<std::uint64_t>[]> checked_pages_;
};

}  // namespace landkaart::inline v0
