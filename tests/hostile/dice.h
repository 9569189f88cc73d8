// SPDX-License-Identifier: EUPL-1.2
// MutationDice makes the random choices of a mutation. The same seed gives the same choices on
// every machine.
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>

#include "core/base/varint.h"

namespace landkaart::testing {

class MutationDice {
 public:
  explicit MutationDice(std::uint64_t seed) : random_(seed) {}

  std::uint64_t number() { return random_(); }
  // From 0 to `end` - 1; 0 when `end` is 0.
  std::size_t below(std::size_t end) {
    return end == 0 ? 0 : static_cast<std::size_t>(random_() % end);
  }
  bool one_in(std::size_t count) { return below(count) == 0; }
  char byte() { return static_cast<char>(below(256)); }
  template <typename List>
  const auto& one_of(const List& list) {
    return list[below(std::size(list))];
  }
  template <typename Value>
  Value one_of(std::initializer_list<Value> list) {
    return list.begin()[below(list.size())];
  }

  // A number at or beside a border: of a byte, a block, a page, or an integer type.
  std::uint32_t extreme() {
    constexpr std::array<std::uint32_t, 25> kBorders = {
        0,     1,     2,     31,         32,         63,         64,        65,   127,
        128,   129,   240,   241,        242,        255,        256,       4095, 4096,
        32768, 65535, 65536, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff};
    if (below(10) < 7) return one_of(kBorders);
    return static_cast<std::uint32_t>(random_() >> one_of({32, 48, 56}));
  }
  std::string extreme_varint() {
    std::string out;
    append_varint(out, one_in(6) ? one_of({std::uint64_t{1} << 40, ~std::uint64_t{0} >> 1,
                                           ~std::uint64_t{0}, std::uint64_t{1} << 32})
                                 : std::uint64_t{extreme()});
    return out;
  }
  std::string bytes(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += byte();
    return out;
  }

 private:
  std::mt19937_64 random_;
};

}  // namespace landkaart::testing
