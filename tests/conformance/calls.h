// SPDX-License-Identifier: EUPL-1.2
// The calls that conformance cases make, answered through the public headers.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include <landkaart/landkaart.h>

namespace landkaart::testing {

// What a call gives on a pack, as JSON in the shape of README.md. Throws std::out_of_range for a
// call that is not known.
nlohmann::json answer(const Pack& pack, const std::string& call, const nlohmann::json& arguments);

}  // namespace landkaart::testing
