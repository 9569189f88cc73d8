// SPDX-License-Identifier: EUPL-1.2
#include "core/base/checksum.h"

#include <zlib.h>

namespace landkaart::inline v0 {

std::uint32_t crc32(Bytes bytes) {
  return static_cast<std::uint32_t>(::crc32_z(0, bytes.data(), bytes.size()));
}

}  // namespace landkaart::inline v0
