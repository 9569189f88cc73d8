// SPDX-License-Identifier: EUPL-1.2
// Logarithms in integer arithmetic, for the index builder, whose result must be the same on every
// machine.
#pragma once

#include <array>
#include <cstdint>

namespace landkaart::inline v0 {

inline constexpr unsigned kLog2FractionBits = 12;

// log2 of integers of at least 1, multiplied by 2^kLog2FractionBits and rounded down. Above 4095
// only the highest 12 bits of the argument count.
class Log2Table {
 public:
  Log2Table();
  std::int32_t operator()(std::uint32_t value) const;

 private:
  static constexpr std::int32_t kTableBits = 12;

  std::array<std::int32_t, 1u << kTableBits> table_{};
};

}  // namespace landkaart::inline v0
