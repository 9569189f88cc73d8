// SPDX-License-Identifier: EUPL-1.2
// Raw deflate (RFC 1951) of one block, without header, checksum or preset dictionary, so that a
// browser's DecompressionStream("deflate-raw") reads it too.
#pragma once

#include <string>

#include "core/base/bytes.h"

namespace landkaart {

// Throws Error(limit_exceeded) when memory runs out.
std::string deflate(std::string_view content);

// The first `length` bytes of the inflated block; stops there. The caller has checked `length`
// against the limits. Throws Error(malformed) when there are fewer.
std::string inflate(Bytes block, std::uint64_t length);

}  // namespace landkaart
