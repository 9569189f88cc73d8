// SPDX-License-Identifier: EUPL-1.2
// bisect_documents orders documents so that similar documents are neighbours, by recursive graph
// bisection. The source file explains the algorithm. It computes in integers, so that the order is
// the same on every machine and for any number of threads.
#pragma once

#include <cstdint>
#include <vector>

#include "core/search/form_table.h"

namespace landkaart::inline v0 {

// The lemmas of each item: item i has lemmas[begins[i]] to lemmas[begins[i + 1] - 1]. Lemmas that
// are too rare or too common to tell items apart are left out; the others are numbered from 0.
struct ForwardLists {
  std::vector<std::uint32_t> begins;  // one more than there are items
  std::vector<std::uint32_t> lemmas;
  std::uint32_t lemma_count = 0;
};

ForwardLists forward_lists(const FormTable& table, std::uint32_t items);

// Returns all items in their new order.
std::vector<std::uint32_t> bisect_documents(const ForwardLists& lists, unsigned jobs);

}  // namespace landkaart::inline v0
