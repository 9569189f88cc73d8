// SPDX-License-Identifier: EUPL-1.2
// Gives a folder as read to the editorial rules. The folder was read for linting.
#pragma once

#include <string>
#include <vector>

#include "content-pack/compiler/references.h"

namespace landkaart::inline v0 {

// While an item cannot be read, rules that compare items find nothing.
std::vector<Finding> find_in_source(const SourceFolder& source,
                                    const ResolvedReferences& references, const std::string& today,
                                    unsigned jobs);

}  // namespace landkaart::inline v0
