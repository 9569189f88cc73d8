// SPDX-License-Identifier: EUPL-1.2
#include "core/search/integer_log2.h"

#include <bit>

namespace landkaart::inline v0 {
namespace {

// Computes the logarithm bit by bit: squaring the mantissa doubles the logarithm, so that its next
// bit is 1 when the square is at least 2.
std::int32_t compute_log2(std::uint32_t value) {
  const auto whole = static_cast<unsigned>(std::bit_width(value)) - 1;
  std::uint64_t mantissa =
      (std::uint64_t{value} << 31) >> whole;  // in [1, 2), with 31 bits after the point
  std::int32_t result = static_cast<std::int32_t>(whole);
  for (unsigned bit = 0; bit < kLog2FractionBits; ++bit) {
    mantissa = mantissa * mantissa >> 31;
    result = result * 2 + static_cast<std::int32_t>(mantissa >> 32);
    mantissa >>= mantissa >> 32;
  }
  return result;
}

}  // namespace

Log2Table::Log2Table() {
  for (std::uint32_t value = 1; value < table_.size(); ++value) table_[value] = compute_log2(value);
}

std::int32_t Log2Table::operator()(std::uint32_t value) const {
  if (value < table_.size()) return table_[value];
  const auto shift = static_cast<std::int32_t>(std::bit_width(value)) - kTableBits;
  return table_[value >> shift] + (shift << kLog2FractionBits);
}

}  // namespace landkaart::inline v0
