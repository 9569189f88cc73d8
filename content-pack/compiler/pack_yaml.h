// SPDX-License-Identifier: EUPL-1.2
// read_pack_yaml() reads and checks pack.yaml.
#pragma once

#include "content-pack/compiler/source_folder.h"

namespace landkaart::inline v0 {

// Fills source.manifest and source.redirects.
void read_pack_yaml(std::string_view yaml, SourceFolder& source, MistakeList& mistakes);

}  // namespace landkaart::inline v0
