// SPDX-License-Identifier: EUPL-1.2
// Scoring, BM25F (Robertson, Zaragoza and Taylor, 2004): the frequencies of a lemma in the fields
// of a document are weighed and added before they are saturated.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

#include "core/search/search_index.h"

namespace landkaart {

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
      if (block.frequencies[f][i] == 0) continue;
      const std::uint8_t length = lengths_[f * documents_ + block.documents[i]];
      frequency += block.frequencies[f][i] * factors_[f][length];
    }
    return frequency;
  }
  // Frequencies add less and less to a weight.
  double saturated(double frequency) const {
    return frequency > 0 ? (saturation_ + 1) * frequency / (saturation_ + frequency) : 0;
  }
  // The frequency of which the weight is `weight`; any greater one weighs more.
  double least_frequency(double weight) const {
    if (weight >= greatest_weight()) return std::numeric_limits<double>::infinity();
    return saturation_ * weight / (greatest_weight() - weight);
  }
  // What no posting of the block exceeds.
  double bound_of(const SkipEntry& skip) const;
  double greatest_weight() const { return saturation_ + 1; }

 private:
  std::uint32_t documents_;
  double saturation_;
  // For each field and length code the factor by which a frequency counts.
  std::vector<std::array<double, 256>> factors_;
  Bytes lengths_;
};

}  // namespace landkaart
