// SPDX-License-Identifier: EUPL-1.2
// Scoring computes BM25F (Robertson, Zaragoza and Taylor, 2004): the frequencies of a lemma in the
// fields of a document are weighted and added; the sum is then saturated, so that each further
// occurrence adds less.
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
  // `index` must outlive the object.
  explicit Scoring(const SearchIndex& index);

  std::uint32_t documents() const { return documents_; }

  // The rarity of a word that is in `frequency` documents: log(1 + (N - n + 0.5) / (n + 0.5)) for n
  // of N documents. Always above 0.
  double inverse_document_frequency(std::uint32_t frequency) const;

  // The BM25F weight of posting `i` of a block, between 0 and saturation + 1, without the rarity.
  double weight_of(const PostingBlock& block, std::uint32_t i) const {
    return saturated(frequency_of(block, i));
  }
  // The weighted frequency of posting `i`: the sum over the fields of frequency * field weight,
  // divided by the relative length of the field.
  double frequency_of(const PostingBlock& block, std::uint32_t i) const {
    double frequency = 0;
    for (unsigned fields = block.fields; fields != 0; fields &= fields - 1) {
      const auto f = static_cast<std::size_t>(std::countr_zero(fields));
      frequency += part_of(block, f, i);
    }
    return frequency;
  }
  // The weighted frequencies of postings [first, last) of a block.
  void frequencies_of(const PostingBlock& block, std::uint32_t first, std::uint32_t last,
                      std::span<double, kPostingBlock> frequencies) const {
    for (std::uint32_t i = first; i < last; ++i) frequencies[i] = 0;
    for (unsigned fields = block.fields; fields != 0; fields &= fields - 1) {
      const auto f = static_cast<std::size_t>(std::countr_zero(fields));
      for (std::uint32_t i = first; i < last; ++i) frequencies[i] += part_of(block, f, i);
    }
  }
  // The weight for a weighted frequency: (k1 + 1) * f / (k1 + f).
  double saturated(double frequency) const {
    return (saturation_ + 1) * frequency / (saturation_ + frequency);
  }
  // An upper bound of the weights of the block: its greatest frequencies in its shortest fields.
  double bound_of(const SkipEntry& skip) const;
  // No weight of any posting is higher.
  double greatest_weight() const { return saturation_ + 1; }

 private:
  // The part of the weighted frequency that one field contributes.
  double part_of(const PostingBlock& block, std::size_t field, std::uint32_t i) const {
    if (block.frequencies[field][i] == 0) return 0;
    const std::uint8_t length = lengths_[field * documents_ + block.documents[i]];
    return block.frequencies[field][i] * factors_[field][length];
  }

  std::uint32_t documents_;
  double saturation_;  // "k1" of BM25
  // By field, then by length code: field weight divided by the relative length of the field.
  std::vector<std::array<double, 256>> factors_;
  Bytes lengths_;  // length codes, by field, then by document
};

}  // namespace landkaart::inline v0
