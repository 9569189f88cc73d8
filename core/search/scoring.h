// SPDX-License-Identifier: EUPL-1.2
// Scoring, BM25F (Robertson, Zaragoza and Taylor, 2004): the frequencies of a lemma in the fields
// of a document are weighed and added before they are saturated.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "core/search/search_index.h"

namespace landkaart::inline v0 {

class Scoring {
 public:
  explicit Scoring(const SearchIndex& index);

  std::uint32_t documents() const { return documents_; }

  // How much a word says: rare words say more. Always above zero.
  double inverse_document_frequency(std::uint32_t frequency) const;

  // Between 0 and saturation + 1; for the posting at `i` of a block.
  double weight_of(const PostingBlock& block, std::uint32_t i) const {
    return saturated(frequency_of(block, i));
  }
  // The frequencies in all fields, each by its weight and the length of the field.
  double frequency_of(const PostingBlock& block, std::uint32_t i) const {
    double frequency = 0;
    for (unsigned fields = block.fields; fields != 0; fields &= fields - 1) {
      const auto f = static_cast<std::size_t>(std::countr_zero(fields));
      frequency += part_of(block, f, i);
    }
    return frequency;
  }
  // The same for all postings in [first, last).
  void frequencies_of(const PostingBlock& block, std::uint32_t first, std::uint32_t last,
                      std::span<double, kPostingBlock> frequencies) const {
    for (std::uint32_t i = first; i < last; ++i) frequencies[i] = 0;
    for (unsigned fields = block.fields; fields != 0; fields &= fields - 1) {
      const auto f = static_cast<std::size_t>(std::countr_zero(fields));
      for (std::uint32_t i = first; i < last; ++i) frequencies[i] += part_of(block, f, i);
    }
  }
  // Frequencies add less and less to a weight.
  double saturated(double frequency) const {
    return (saturation_ + 1) * frequency / (saturation_ + frequency);
  }
  // What no posting of the block exceeds.
  double bound_of(const SkipEntry& skip) const;
  double greatest_weight() const { return saturation_ + 1; }

 private:
  double part_of(const PostingBlock& block, std::size_t field, std::uint32_t i) const {
    if (block.frequencies[field][i] == 0) return 0;
    const std::uint8_t length = lengths_[field * documents_ + block.documents[i]];
    return block.frequencies[field][i] * factors_[field][length];
  }

  std::uint32_t documents_;
  double saturation_;
  // For each field and length code the factor by which a frequency counts.
  std::vector<std::array<double, 256>> factors_;
  Bytes lengths_;
};

}  // namespace landkaart::inline v0
