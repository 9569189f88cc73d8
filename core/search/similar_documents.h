// SPDX-License-Identifier: EUPL-1.2
// similar_documents finds for each document the documents that share its distinctive words, by the
// cosine of tf-idf vectors (Salton and Buckley, 1988). The index builder calls it. It computes in
// integers, so that the result is the same on every machine.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "core/search/form_table.h"

namespace landkaart::inline v0 {

struct SimilarDocument {
  std::uint32_t document = 0;
  std::uint32_t per_mille =
      0;  // cosine times 1000; 1000 for the same words in the same proportions

  bool operator==(const SimilarDocument&) const = default;
};

struct SimilaritySettings {
  // By field: number of occurrences that one occurrence in the field counts for.
  std::vector<std::uint32_t> field_weights;
  std::function<bool(std::string_view lemma)> is_left_out = {};  // lemmas that do not count
  std::size_t most = 12;               // similar documents for each document
  std::uint32_t least_per_mille = 60;  // less similar documents are left out
};

// By document: the most similar other documents, the most similar first. The result does not depend
// on the number of threads, `jobs`.
std::vector<std::vector<SimilarDocument>> similar_documents(const FormTable& table,
                                                            std::uint32_t documents,
                                                            const SimilaritySettings& settings,
                                                            unsigned jobs);

}  // namespace landkaart::inline v0
