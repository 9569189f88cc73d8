// SPDX-License-Identifier: EUPL-1.2
// Reads the manifest section.
#pragma once

#include "core/format/container.h"
#include "landkaart/manifest.h"

namespace landkaart::inline v0 {

// Throws Error: malformed, limit_exceeded.
Manifest read_manifest(const Container& container);

}  // namespace landkaart::inline v0
