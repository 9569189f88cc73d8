// SPDX-License-Identifier: EUPL-1.2
// Makes the page checksums of a changed pack right again, so that a test reaches the bounds checks.
#pragma once

#include <string>

#include "core/format/container_builder.h"

namespace landkaart::testing {

inline void reseal(std::string& pack) {
  if (pack.size() < kHeaderBytes) return;
  const auto at = [&](std::size_t offset) {
    return load_little_endian<std::uint64_t>(as_bytes(pack).data() + offset);
  };
  const std::uint64_t covered = at(24);
  if (covered > pack.size()) return;
  const std::string checksums = page_checksums(std::string_view(pack).substr(0, covered));
  if (checksums.size() <= pack.size() - covered) {
    pack.replace(static_cast<std::size_t>(covered), checksums.size(), checksums);
  }
}

}  // namespace landkaart::testing
