// SPDX-License-Identifier: EUPL-1.2
// The default pack, on co-creation, embedded in the program. Link landkaart::cocreatie to use it.
#pragma once

#include "landkaart/pack.h"

namespace landkaart::inline v0 {

// Returns a handle to the default pack. The first call opens the pack; later calls share it.
Pack cocreatie();

}  // namespace landkaart::inline v0
