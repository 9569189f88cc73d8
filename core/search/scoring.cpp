// SPDX-License-Identifier: EUPL-1.2
#include "core/search/scoring.h"

#include <algorithm>
#include <cmath>

namespace landkaart::inline v0 {
namespace {

// Lower limits of divisors, because a hostile pack can state 0.
constexpr double kLeastRelativeLength = 1e-3;
constexpr double kLeastSaturation = 1e-3;

}  // namespace

Scoring::Scoring(const SearchIndex& index)
    : documents_(index.header().documents),
      saturation_(std::max(index.header().saturation, kLeastSaturation)),
      factors_(index.header().fields.size()),
      lengths_(index.lengths()) {
  for (std::size_t f = 0; f < factors_.size(); ++f) {
    const SearchField& field = index.header().fields[f];
    const double average =
        std::max(1.0, static_cast<double>(field.total_length) / std::max(1u, documents_));
    for (std::size_t code = 0; code < factors_[f].size(); ++code) {
      const double length = length_of_code(static_cast<std::uint8_t>(code));
      const double relative_length =
          1 - field.length_weight + field.length_weight * length / average;
      factors_[f][code] = field.weight / std::max(relative_length, kLeastRelativeLength);
    }
  }
}

double Scoring::inverse_document_frequency(std::uint32_t frequency) const {
  return std::log(1 + (documents_ - frequency + 0.5) / (frequency + 0.5));
}

double Scoring::bound_of(const SkipEntry& skip) const {
  double frequency = 0;
  for (std::size_t f = 0; f < factors_.size(); ++f) {
    frequency += skip.fields[f].greatest_frequency * factors_[f][skip.fields[f].least_length_code];
  }
  return saturated(frequency);
}

}  // namespace landkaart::inline v0
