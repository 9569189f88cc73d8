// SPDX-License-Identifier: EUPL-1.2
#include "core/search/list_encoder.h"

#include <algorithm>
#include <cassert>

namespace landkaart::inline v0 {

SkipEntry ListEncoder::bounds(std::span<const Posting> block) const {
  SkipEntry skip;
  skip.last_document = block.back().document;
  skip.forms = 0;
  skip.fields.fill({0, 255});
  for (const Posting& posting : block) {
    skip.forms |= posting.forms;
    for (std::size_t f = 0; f < fields_; ++f) {
      if (posting.frequencies[f] == 0) continue;
      const auto length = static_cast<std::uint8_t>(lengths_[f * documents_ + posting.document]);
      SkipField& field = skip.fields[f];
      field.greatest_frequency = std::max(field.greatest_frequency, posting.frequencies[f]);
      field.least_length_code = std::min(field.least_length_code, length);
    }
  }
  assert(are_bounds(skip, block));
  return skip;
}

// The invariant on which pruning relies: no posting exceeds the summary of its block.
bool ListEncoder::are_bounds(const SkipEntry& skip, std::span<const Posting> block) const {
  return std::ranges::all_of(block, [&](const Posting& posting) {
    if (posting.document > skip.last_document || (posting.forms & ~skip.forms) != 0) return false;
    for (std::size_t f = 0; f < fields_; ++f) {
      if (posting.frequencies[f] == 0) continue;
      const auto length = static_cast<std::uint8_t>(lengths_[f * documents_ + posting.document]);
      if (posting.frequencies[f] > skip.fields[f].greatest_frequency) return false;
      if (length < skip.fields[f].least_length_code) return false;
    }
    return true;
  });
}

EncodedList ListEncoder::encode(const std::vector<Posting>& postings,
                                const ListTraits& traits) const {
  EncodedList list;
  list.document_frequency = static_cast<std::uint32_t>(postings.size());
  if (postings.size() == 1) {
    list.single = encode_single_posting(postings.front(), traits.has_forms, traits.has_positions);
    return list;
  }
  std::uint32_t previous_document = 0;
  std::uint32_t gap_from = 0;
  for (std::size_t begin = 0; begin < postings.size(); begin += kPostingBlock) {
    const auto block = std::span(postings).subspan(
        begin, std::min<std::size_t>(kPostingBlock, postings.size() - begin));
    const std::size_t blocks_begin = list.blocks.size();
    const std::size_t positions_begin = list.positions.size();
    append_posting_block(list.blocks, block, gap_from, traits.has_forms);
    if (traits.has_positions) append_positions(list.positions, block);
    gap_from = block.back().document + 1;
    if (postings.size() <= kPostingBlock) break;
    SkipEntry skip = bounds(block);
    skip.list_bytes = static_cast<std::uint32_t>(list.blocks.size() - blocks_begin);
    skip.positions_bytes = static_cast<std::uint32_t>(list.positions.size() - positions_begin);
    append_skip_entry(list.skips, skip, previous_document, traits);
    previous_document = skip.last_document;
  }
  return list;
}

}  // namespace landkaart::inline v0
