// SPDX-License-Identifier: EUPL-1.2
#include "core/search/ranking.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace landkaart {
namespace {

// For each field and length code the factor by which a frequency counts.
using FieldFactors = std::array<double, 256>;

std::vector<FieldFactors> field_factors(const SearchHeader& header) {
  std::vector<FieldFactors> factors(header.fields.size());
  for (std::size_t f = 0; f < factors.size(); ++f) {
    const SearchField& field = header.fields[f];
    const double average =
        std::max(1.0, static_cast<double>(field.total_length) / std::max(1u, header.documents));
    for (std::size_t code = 0; code < factors[f].size(); ++code) {
      const double length = length_of_code(static_cast<std::uint8_t>(code));
      factors[f][code] =
          field.weight / (1 - field.length_weight + field.length_weight * length / average);
    }
  }
  return factors;
}

// How much a word says: rare words say more. Always above zero.
double inverse_document_frequency(std::uint32_t documents, std::uint32_t frequency) {
  return std::log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
}

// Scores of all documents while words are added to them one by one.
class Accumulator {
 public:
  explicit Accumulator(const SearchIndex& index)
      : index_(index),
        factors_(field_factors(index.header())),
        lengths_(index.lengths()),
        scores_(index.header().documents),
        words_(index.header().documents) {}

  void add(const TermEntry& entry) {
    const double weight = inverse_document_frequency(
        index_.header().documents, std::min(entry.document_frequency, index_.header().documents));
    const double saturation = index_.header().saturation;
    index_.for_each_block(entry, [&](const PostingBlock& block) {
      for (std::uint32_t i = 0; i < block.count; ++i) {
        const std::uint32_t document = block.documents[i];
        const double frequency = weighted_frequency(block, i);
        scores_[document] += weight * (saturation + 1) * frequency / (saturation + frequency);
        ++words_[document];
      }
    });
  }

  void exclude(const TermEntry& entry) {
    index_.for_each_block(entry, [&](const PostingBlock& block) {
      for (std::uint32_t i = 0; i < block.count; ++i) words_[block.documents[i]] = 0;
    });
  }

  std::vector<ScoredDocument> take(std::uint32_t least_words, const Matching& matching) const {
    std::vector<ScoredDocument> found;
    for (std::uint32_t document = 0; document < words_.size(); ++document) {
      if (words_[document] < least_words) continue;
      if (matching.accepts && !matching.accepts(document)) continue;
      found.push_back({document, scores_[document]});
    }
    return found;
  }

 private:
  double weighted_frequency(const PostingBlock& block, std::uint32_t i) const {
    double frequency = 0;
    for (std::size_t f = 0; f < factors_.size(); ++f) {
      const std::uint32_t count = block.frequency(f, i);
      const std::size_t length = f * index_.header().documents + block.documents[i];
      if (count > 0) frequency += count * factors_[f][lengths_[length]];
    }
    return frequency;
  }

  const SearchIndex& index_;
  std::vector<FieldFactors> factors_;
  Bytes lengths_;
  std::vector<double> scores_;
  std::vector<std::uint8_t> words_;
};

}  // namespace

std::vector<ScoredDocument> score_all(const SearchIndex& index, const Query& query,
                                      const Matching& matching) {
  if (query.words.empty()) return {};
  Accumulator accumulator(index);
  std::uint32_t known = 0;
  for (const std::string& word : query.words) {
    if (const auto entry = index.find(word)) {
      accumulator.add(*entry);
      ++known;
    }
  }
  if (known == 0 || (matching.all_words && known < query.words.size())) return {};
  for (const std::string& word : query.excluded) {
    if (const auto entry = index.find(word)) accumulator.exclude(*entry);
  }
  return accumulator.take(matching.all_words ? known : 1, matching);
}

void keep_best(std::vector<ScoredDocument>& documents, std::size_t count) {
  const auto better = [](const ScoredDocument& a, const ScoredDocument& b) {
    return a.score != b.score ? a.score > b.score : a.document < b.document;
  };
  count = std::min(count, documents.size());
  std::ranges::partial_sort(documents, documents.begin() + static_cast<std::ptrdiff_t>(count),
                            better);
  documents.resize(count);
}

}  // namespace landkaart
