// SPDX-License-Identifier: EUPL-1.2
// assemble() makes the bytes of a pack from a folder without mistakes.
#pragma once

#include <string>

#include "content-pack/compiler/references.h"

namespace landkaart::inline v0 {

// Throws Error: io, limit_exceeded. `options.jobs` is at least 1.
std::string assemble(const SourceFolder& source, const ResolvedReferences& references,
                     const BuildOptions& options);

}  // namespace landkaart::inline v0
