// SPDX-License-Identifier: EUPL-1.2
// cocreatie, the default pack on co-creation. The library landkaart::cocreatie contains its bytes.
#pragma once

#include "landkaart/export.h"
#include "landkaart/pack.h"

namespace landkaart::inline v0 {

// A handle to the default pack. The first call opens the pack; later calls return a handle to the
// same pack. Safe to call from several threads.
[[nodiscard]] LANDKAART_EXPORT Pack cocreatie();

}  // namespace landkaart::inline v0
