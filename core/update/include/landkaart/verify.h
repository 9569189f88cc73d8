// SPDX-License-Identifier: EUPL-1.2
// verify, the whole check of a pack: every byte, every item, every list of words.
#pragma once

#include <cstdint>
#include <string>

#include "landkaart/pack.h"

namespace landkaart::inline v0 {

struct Verification {
  std::uint64_t bytes = 0;
  std::uint64_t items = 0;
  std::uint64_t words = 0;
  std::uint64_t signatures = 0;  // 0: nobody vouches for this pack
};

// Reads everything and compares it with the checksums, the root hash and the specification. Takes
// time in proportion to the size. Throws the Error of the first thing that is wrong.
Verification verify(const Pack& pack);

}  // namespace landkaart::inline v0
