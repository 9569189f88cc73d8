// SPDX-License-Identifier: EUPL-1.2
// Logarithms in integers, for builders: what they decide must be the same on any machine.
#pragma once

#include <array>
#include <cstdint>

namespace landkaart::inline v0 {

inline constexpr unsigned kLog2FractionBits = 12;

// log2 of numbers from 1 on, with kLog2FractionBits bits behind the point.
class Log2Table {
 public:
  Log2Table();
  std::int32_t operator()(std::uint32_t value) const;

 private:
  static constexpr std::int32_t kTableBits = 12;

  std::array<std::int32_t, 1u << kTableBits> table_{};
};

}  // namespace landkaart::inline v0
