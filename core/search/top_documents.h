// SPDX-License-Identifier: EUPL-1.2
// top_documents finds the best documents for groups of score lists. The essay in the source file
// explains the algorithm.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/search/best_documents.h"
#include "core/search/score_lists.h"

namespace landkaart::inline v0 {

// `off` scores every posting; the tests compare the answers of `on` with those of `off`.
enum class Pruning { on, off };

// The `count` best documents by score, of equal scores those with the lower number, best first.
// `documents` is the number of documents in the index. Moves the lists forward, so that they cannot
// be used for another search. Throws Error, and what the functions of `lists` and `accepts` throw.
std::vector<ScoredDocument> top_documents(ScoreLists& lists, std::uint32_t documents,
                                          std::size_t count, const Accepts& accepts,
                                          Pruning pruning = Pruning::on);

}  // namespace landkaart::inline v0
