// SPDX-License-Identifier: EUPL-1.2
// Raw deflate (RFC 1951) of one block, without header, checksum or preset dictionary, so that a
// browser's DecompressionStream("deflate-raw") reads it too. By libdeflate, which makes it 4 %
// smaller than zlib can.
#pragma once

#include <string>
#include <string_view>

namespace landkaart::inline v0 {

// Throws Error(limit_exceeded) when memory runs out.
std::string deflate(std::string_view content);

}  // namespace landkaart::inline v0
