// SPDX-License-Identifier: EUPL-1.2
// Inflates one block of raw deflate (RFC 1951): without header, checksum or preset dictionary.
#pragma once

#include <string>

#include "core/base/bytes.h"

namespace landkaart::inline v0 {

// Returns the first `length` bytes of the inflated block and does not inflate further. The caller
// must check `length` against the limits first. Throws Error(malformed) when the block inflates to
// fewer bytes, std::bad_alloc when memory runs out.
std::string inflate(Bytes block, std::uint64_t length);

}  // namespace landkaart::inline v0
