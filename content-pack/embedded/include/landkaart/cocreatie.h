// SPDX-License-Identifier: EUPL-1.2
// The default pack, on co-creation, embedded in the program. Link landkaart::cocreatie to use it.
#pragma once

#include "landkaart/export.h"
#include "landkaart/pack.h"

namespace landkaart::inline v0 {

// Returns a handle to the default pack. The first call opens the pack; later calls return a handle
// to the same pack. Safe to call from several threads.
[[nodiscard]] LANDKAART_EXPORT Pack cocreatie();

}  // namespace landkaart::inline v0
