// SPDX-License-Identifier: EUPL-1.2
// Answers the calls of conformance cases through the public headers.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include <landkaart/landkaart.h>

namespace landkaart::testing {

// The answer of a pack to a call, as JSON in the form that README.md describes. Throws
// std::out_of_range for an unknown call.
nlohmann::json answer(const Pack& pack, const std::string& call, const nlohmann::json& arguments);

}  // namespace landkaart::testing
