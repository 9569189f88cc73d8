// SPDX-License-Identifier: EUPL-1.2
// find_in_source() applies the editorial rules to a folder that was read with ReadFor::linting.
#pragma once

#include <string>
#include <vector>

#include "content-pack/compiler/references.h"

namespace landkaart::inline v0 {

struct EditorialOptions {
  std::string today;     // YYYY-MM-DD
  std::string valid_on;  // YYYY-MM-DD: the date for which the pack is made
  MessageLanguage messages_in = MessageLanguage::english;
  unsigned jobs = 1;
};

// When an item cannot be read, rules that compare items add no findings.
std::vector<Finding> find_in_source(const SourceFolder& source,
                                    const ResolvedReferences& references,
                                    const EditorialOptions& options);

}  // namespace landkaart::inline v0
