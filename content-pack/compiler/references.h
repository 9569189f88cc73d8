// SPDX-License-Identifier: EUPL-1.2
// resolve_references() finds the targets of all references between items: redirects, links, themes,
// assets and ids on the map.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "content-pack/compiler/source_folder.h"

namespace landkaart::inline v0 {

struct ResolvedReferences {
  // From an old id to the ordinal of its item: its index in SourceFolder::items. A chain of
  // redirects is followed to its end.
  std::map<std::string, std::uint32_t> redirects;
  std::vector<std::vector<std::uint32_t>> themes;  // for each item, the ordinals of its themes
  std::vector<LinkRecord> links;
};

// Adds a mistake for each reference without a target, with a target of the wrong kind, or to the
// same target twice, for each id that two items have, and for each circle of redirects.
ResolvedReferences resolve_references(const SourceFolder& source, MistakeList& mistakes);

}  // namespace landkaart::inline v0
