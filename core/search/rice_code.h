// SPDX-License-Identifier: EUPL-1.2
// Rice codes (Rice, 1979) for numbers that are mostly small: the high part as that many one bits
// and a zero bit, then the low bits. Lowest bit of each byte first. Used for positions, which are
// read for a few candidates only, so that size counts for more than speed.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "core/base/cursor.h"

namespace landkaart {

// A byte with the number of low bits, then the codes, filled up to a whole byte.
void append_rice(std::string& out, std::span<const std::uint32_t> values);

// Reads numbers one after another from what append_rice wrote.
class RiceReader {
 public:
  // Takes the bytes up to the end of the cursor. Reading past them is an Error(malformed).
  explicit RiceReader(Cursor& cursor);

  std::uint32_t next();

 private:
  bool bit();

  Cursor& cursor_;
  unsigned low_bits_ = 0;
  unsigned byte_ = 0;
  unsigned left_ = 0;  // bits of byte_ that were not read yet
};

}  // namespace landkaart
