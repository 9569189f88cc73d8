// SPDX-License-Identifier: EUPL-1.2
// ListEncoder encodes the posting list of one lemma: blocks of postings, their positions, and a
// skip entry for each block.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/search/posting_block.h"

namespace landkaart::inline v0 {

struct EncodedList {
  std::uint32_t document_frequency = 0;
  std::string single;                    // the posting, when document_frequency is 1
  std::string blocks, positions, skips;  // otherwise; skips only for more than one block
};

class ListEncoder {
 public:
  // `lengths` holds the length codes of all documents of the first field, then of the second, and
  // so on. It must outlive the encoder.
  ListEncoder(std::size_t fields, std::string_view lengths, std::uint32_t documents)
      : fields_(fields), lengths_(lengths), documents_(documents) {}

  // `postings` is in ascending order of document.
  EncodedList encode(const std::vector<Posting>& postings, const ListTraits& traits) const;

 private:
  // The summary of a block, without its lengths in bytes.
  SkipEntry bounds(std::span<const Posting> block) const;
  bool are_bounds(const SkipEntry& skip, std::span<const Posting> block) const;

  std::size_t fields_;
  std::string_view lengths_;
  std::uint32_t documents_;
};

}  // namespace landkaart::inline v0
