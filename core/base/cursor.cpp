// SPDX-License-Identifier: EUPL-1.2
// The functions of Cursor that run rarely, so that they need not be inlined.
#include "core/base/cursor.h"

#include <limits>

#include "landkaart/error.h"

namespace landkaart::inline v0 {

std::uint64_t Cursor::long_varint() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64; shift += 7) {
    const std::uint64_t byte = u8();
    if (shift == 63 && byte > 1) break;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) return value;
  }
  fail("has a number that is too long");
}

std::uint32_t Cursor::varint32() {
  const std::uint64_t value = varint();
  if (value > std::numeric_limits<std::uint32_t>::max()) fail("has a number over 32 bits");
  return static_cast<std::uint32_t>(value);
}

void Cursor::fail(std::string_view problem) const {
  // No offset: the position counts from the beginning of the record, not of the file.
  throw Error(ErrorCode::malformed, std::string(what_) + " " + std::string(problem) + " (at byte " +
                                        std::to_string(position_) + " within it)");
}

}  // namespace landkaart::inline v0
