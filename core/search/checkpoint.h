// SPDX-License-Identifier: EUPL-1.2
// Checkpoint, the caller's way to stop a search that takes too long.
#pragma once

#include <functional>

namespace landkaart::inline v0 {

// A search calls it at regular points of its work. It may throw, for example because a deadline has
// passed; the exception then reaches the caller of the search. An empty function is never called.
using Checkpoint = std::function<void()>;

}  // namespace landkaart::inline v0
