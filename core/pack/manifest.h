// SPDX-License-Identifier: EUPL-1.2
// read_manifest, which reads the manifest section of a pack.
#pragma once

#include "core/format/container.h"
#include "landkaart/manifest.h"

namespace landkaart::inline v0 {

// A key with a value of an unexpected type counts as absent. Throws Error: malformed, damaged,
// limit_exceeded.
Manifest read_manifest(const Container& container);

}  // namespace landkaart::inline v0
