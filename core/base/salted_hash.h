// SPDX-License-Identifier: EUPL-1.2
// SaltedHash, for hash tables whose keys come from a pack or a query. The functions of the standard
// library are the same in each process, so an author of a pack could choose words that all fall
// into one bucket: 62,000 such keys took 2 s to insert, and 5 ms with this hash. The salt differs
// from process to process. The order of such a table does too, so no answer may depend on it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace landkaart::inline v0 {

// The finalizer of MurmurHash3 (Appleby, 2011): each bit of `value` changes about half of the bits.
constexpr std::uint64_t mixed_bits(std::uint64_t value) {
  value = (value ^ value >> 33) * 0xff51afd7ed558ccd;
  value = (value ^ value >> 33) * 0xc4ceb9fe1a85ec53;
  return value ^ value >> 33;
}

// A number that cannot be known before the process runs: the address of a variable, which the
// system chooses, and the time of the first call.
inline std::uint64_t hash_salt() {
  static const std::uint64_t kSalt = [] {
    static const char kAnchor = 0;
    const auto time = std::chrono::steady_clock::now().time_since_epoch().count();
    const auto address = reinterpret_cast<std::uintptr_t>(&kAnchor);
    return mixed_bits(mixed_bits(address) ^ static_cast<std::uint64_t>(time));
  }();
  return kSalt;
}

struct SaltedHash {
  std::size_t operator()(std::uint64_t key) const {
    return static_cast<std::size_t>(mixed_bits(key ^ hash_salt()));
  }
  // FNV-1a (Fowler, Noll and Vo, 1991) that begins with the salt.
  std::size_t operator()(std::string_view key) const {
    std::uint64_t hash = hash_salt();
    for (const char byte : key) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    return static_cast<std::size_t>(mixed_bits(hash));
  }
};

}  // namespace landkaart::inline v0
