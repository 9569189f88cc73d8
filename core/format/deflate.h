// SPDX-License-Identifier: EUPL-1.2
// Compresses one block as raw deflate (RFC 1951), without header, checksum or preset dictionary, so
// that a browser's DecompressionStream("deflate-raw") can read it too. The library libdeflate makes
// item bodies 4 % smaller than zlib does.
#pragma once

#include <string>
#include <string_view>

namespace landkaart::inline v0 {

// Throws std::bad_alloc when memory runs out.
std::string deflate(std::string_view content);

}  // namespace landkaart::inline v0
