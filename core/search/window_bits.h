// SPDX-License-Identifier: EUPL-1.2
// WindowBits, a set of documents within one window of 4096 documents: one bit for each document.
#pragma once

#include <array>
#include <bit>
#include <cassert>
#include <cstdint>

namespace landkaart::inline v0 {

// A search works through the documents in windows of this many.
inline constexpr std::uint32_t kWindowDocuments = 4096;

// Bit s % 64 of word s / 64 stands for slot s, the document at (begin of the window) + s.
using WindowBits = std::array<std::uint64_t, kWindowDocuments / 64>;

inline void mark_slot(WindowBits& bits, std::uint32_t slot) {
  assert(slot < kWindowDocuments);
  bits[slot / 64] |= std::uint64_t{1} << (slot % 64);
}

// Calls visit(slot) for each slot whose bit is set, in ascending order.
template <typename Visit>
void for_each_slot(const WindowBits& bits, const Visit& visit) {
  for (std::uint32_t word = 0; word < bits.size(); ++word) {
    for (std::uint64_t left = bits[word]; left != 0; left &= left - 1) {
      visit(word * 64 + static_cast<std::uint32_t>(std::countr_zero(left)));
    }
  }
}

}  // namespace landkaart::inline v0
