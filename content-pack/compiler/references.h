// SPDX-License-Identifier: EUPL-1.2
// Resolves what items say of each other: ids, redirects, links, themes, assets and places on the
// map.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "content-pack/compiler/source_folder.h"

namespace landkaart::inline v0 {

struct ResolvedReferences {
  std::map<std::string, std::uint32_t> redirects;  // old id to ordinal, chains followed
  std::vector<std::vector<std::uint32_t>> themes;  // for each item
  std::vector<LinkRecord> links;
};

// Adds a mistake for everything that leads nowhere, twice, in a circle, or to the wrong kind.
ResolvedReferences resolve_references(const SourceFolder& source, MistakeList& mistakes);

}  // namespace landkaart::inline v0
