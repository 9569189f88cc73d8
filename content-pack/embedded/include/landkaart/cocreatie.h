// SPDX-License-Identifier: EUPL-1.2
// The default pack, embedded in the program. Link landkaart::cocreatie to use it.
#pragma once

#include "landkaart/pack.h"

namespace landkaart::inline v0 {

// Opened once for the whole program; every call gives a handle to the same pack.
Pack cocreatie();

}  // namespace landkaart::inline v0
