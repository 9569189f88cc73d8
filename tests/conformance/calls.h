// SPDX-License-Identifier: EUPL-1.2
// Answers the calls of the conformance cases by means of the public C++ headers.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include <landkaart/landkaart.h>

namespace landkaart::testing {

// Returns the answer to a call as JSON in the shape of README.md. Throws std::out_of_range for an
// unknown call.
nlohmann::json answer(const Pack& pack, const std::string& call, const nlohmann::json& arguments);

}  // namespace landkaart::testing
