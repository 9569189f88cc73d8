// SPDX-License-Identifier: EUPL-1.2
// Gives a folder as read to the editorial rules. The folder was read for linting.
#pragma once

#include <string>
#include <vector>

#include "content-pack/compiler/references.h"

namespace landkaart {

// Of a folder without mistakes: everything.
std::vector<Finding> find_in_source(const SourceFolder& source,
                                    const ResolvedReferences& references, const std::string& today,
                                    unsigned jobs);
// Of a folder with mistakes: what can be found in an item on its own.
std::vector<Finding> find_in_each_item(const SourceFolder& source, const std::string& today,
                                       unsigned jobs);

}  // namespace landkaart
