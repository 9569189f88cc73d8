// SPDX-License-Identifier: EUPL-1.2
// reseal() corrects the page checksums of a changed pack, so that the change reaches the bounds
// checks. It leaves bytes alone that have no room for the checksums.
#pragma once

#include <string>

#include "core/format/container_builder.h"

namespace landkaart::testing {

inline void reseal(std::string& pack) {
  if (pack.size() < kHeaderBytes) return;
  constexpr std::size_t kChecksumOffsetAt = 24;  // in the header
  const auto covered = load_little_endian<std::uint64_t>(as_bytes(pack).data() + kChecksumOffsetAt);
  if (covered > pack.size()) return;
  const std::string checksums = page_checksums(std::string_view(pack).substr(0, covered));
  if (checksums.size() <= pack.size() - covered) {
    pack.replace(static_cast<std::size_t>(covered), checksums.size(), checksums);
  }
}

}  // namespace landkaart::testing
