// SPDX-License-Identifier: EUPL-1.2
// Finds for each document those that share its telling words: the cosine of tf-idf vectors (Salton
// and Buckley, 1988), in integers. Made when building.
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
  std::uint32_t per_mille = 0;  // 1000 when they use the same words equally often

  bool operator==(const SimilarDocument&) const = default;
};

struct SimilaritySettings {
  std::vector<std::uint32_t> field_weights;  // an occurrence counts as so many
  std::function<bool(std::string_view lemma)> is_left_out = {};
  std::size_t most = 12;  // for each document
  std::uint32_t least_per_mille = 60;
};

// For each document the most similar others, best first. The same for any number of jobs.
std::vector<std::vector<SimilarDocument>> similar_documents(const FormTable& table,
                                                            std::uint32_t documents,
                                                            const SimilaritySettings& settings,
                                                            unsigned jobs);

}  // namespace landkaart::inline v0
