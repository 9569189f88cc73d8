// SPDX-License-Identifier: EUPL-1.2
// walk() makes the calls of the public interface on one pack, which may be hostile.
#pragma once

#include <functional>
#include <string_view>

#include <landkaart/landkaart.h>

#include "tests/hostile/dice.h"

namespace landkaart::testing {

// Makes one call. `name` is the name of the called function.
using Ask = std::function<void(std::string_view name, const std::function<void()>& call)>;

// Asks all items for their short parts, and a random choice of `items` items for everything. Makes
// a random choice of the drawings and queries, so that many walks together make all of them. `ask`
// must catch the errors of a call; the walk then goes on with the next call.
void walk(const Pack& pack, const Ask& ask, MutationDice& dice, std::size_t items);

}  // namespace landkaart::testing
