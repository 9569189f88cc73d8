// SPDX-License-Identifier: EUPL-1.2
// Chooses findings by their codes.
#pragma once

#include <vector>

#include "landkaart/compiler.h"

namespace landkaart::inline v0 {

// Throws Error(invalid_argument) for a code that does not exist, and for a mistake in `ignore`.
void check_filter(const FindingFilter& filter);

// Returns the findings that pass the filter, in the same order.
std::vector<Finding> filtered(std::vector<Finding> findings, const FindingFilter& filter);

}  // namespace landkaart::inline v0
