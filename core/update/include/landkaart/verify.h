// SPDX-License-Identifier: EUPL-1.2
// verify, a complete check of a pack: the checksums and hashes of the bytes, the items, the words
// and the map.
#pragma once

#include <cstdint>
#include <string>

#include "landkaart/pack.h"

namespace landkaart::inline v0 {

struct Verification {
  std::uint64_t bytes = 0;  // of the file
  std::uint64_t items = 0;
  std::uint64_t words = 0;       // in the dictionary of the search index
  std::uint64_t signatures = 0;  // in the release statement; 0 when nobody signed the pack
};

// Reads the whole pack, and compares it with its checksums, its root hash and the specification of
// the format. Takes time in proportion to the size. Does not check the signatures themselves, only
// that the release statement describes this pack. Throws the Error of the first fault found:
// damaged, malformed, truncated, limit_exceeded or hash_mismatch.
Verification verify(const Pack& pack);

}  // namespace landkaart::inline v0
