// SPDX-License-Identifier: EUPL-1.2
// Inflates one block of raw deflate (RFC 1951), which has no header, checksum or preset dictionary.
#pragma once

#include <string>

#include "core/base/bytes.h"

namespace landkaart::inline v0 {

// The first `length` bytes of the inflated block; stops there. The caller has checked `length`
// against the limits. Throws Error(malformed) when there are fewer.
std::string inflate(Bytes block, std::uint64_t length);

}  // namespace landkaart::inline v0
