// SPDX-License-Identifier: EUPL-1.2
// Encodes the list of one lemma: blocks of postings, their positions, and a skip entry for each
// block.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/posting_block.h"

namespace landkaart::inline v0 {

struct EncodedList {
  std::uint32_t document_frequency = 0;
  std::string single;  // the only posting
  std::string blocks, positions, skips;
};

class ListEncoder {
 public:
  // `lengths` holds the length codes, field by field.
  ListEncoder(std::size_t fields, std::string_view lengths, std::uint32_t documents)
      : fields_(fields), lengths_(lengths), documents_(documents) {}

  // `postings` in order of document.
  EncodedList encode(const std::vector<Posting>& postings, const ListTraits& traits) const;

 private:
  SkipEntry bounds(std::span<const Posting> block) const;

  std::size_t fields_;
  std::string_view lengths_;
  std::uint32_t documents_;
};

}  // namespace landkaart::inline v0
