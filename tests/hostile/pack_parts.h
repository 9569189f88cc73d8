// SPDX-License-Identifier: EUPL-1.2
// PackParts is a pack taken apart into its sections, which a test changes. seal() makes a pack of
// them with correct page checksums, hash tree, root hash and release statement, so that a change
// reaches the checks behind the checksums.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/layout.h"

namespace landkaart::testing {

struct PackSection {
  SectionId id{};
  std::uint16_t flags = 0;
  Encoding encoding = Encoding::plain;
  std::string stored;
  // The inflated bytes of a deflated section, which the hash tree covers. Empty for a plain
  // section.
  std::string inflated = {};

  // The bytes that the hash tree covers.
  std::string_view logical() const { return encoding == Encoding::plain ? stored : inflated; }
};

struct PackParts {
  std::vector<PackSection> sections;  // without the hash tree, which seal() adds
  std::uint32_t items = 0;

  // The section with an id, or nullptr.
  PackSection* find(SectionId id);
  // The stored bytes of a section; empty when the pack does not have it.
  std::string_view stored(SectionId id) const;
  // Replaces the bytes of a section by plain bytes, or adds the section. Keeps its flags.
  void set(SectionId id, std::string content);
  // The same, and stores the bytes deflated: for the sections 'map ' and 'synm'.
  void set_deflated(SectionId id, std::string content);
};

// Throws Error when the header or the directory of the pack is malformed.
PackParts take_apart(std::string_view pack);

std::string seal(const PackParts& parts);

}  // namespace landkaart::testing
