// SPDX-License-Identifier: EUPL-1.2
// CRC-32 (IEEE 802.3, as in zlib and PNG). It finds accidental damage. It does not prove that
// nobody changed the bytes on purpose.
#pragma once

#include "core/base/bytes.h"

namespace landkaart::inline v0 {

std::uint32_t crc32(Bytes bytes);

}  // namespace landkaart::inline v0
