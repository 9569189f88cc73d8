// SPDX-License-Identifier: EUPL-1.2
// Puts similar documents near each other by recursive graph bisection (Dhulipala et al., 2016;
// Mackenzie et al., 2019), so that gaps in lists are small and similar bodies share a block. In
// integer arithmetic, so that the order is the same on any machine and with any number of jobs.
#pragma once

#include <cstdint>
#include <vector>

#include "core/search/form_table.h"

namespace landkaart::inline v0 {

// For each item the lemmas that it holds, of those that can tell items apart.
struct ForwardLists {
  std::vector<std::uint32_t> begins;  // one more than there are items
  std::vector<std::uint32_t> lemmas;
  std::uint32_t lemma_count = 0;
};

ForwardLists forward_lists(const FormTable& table, std::uint32_t items);

// The items in their new order.
std::vector<std::uint32_t> bisect_documents(const ForwardLists& lists, unsigned jobs);

}  // namespace landkaart::inline v0
