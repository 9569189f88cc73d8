// SPDX-License-Identifier: EUPL-1.2
// Changes of JSON values and of bodies, for the mutations of documents, map, synonyms and manifest.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "tests/hostile/dice.h"

namespace landkaart::testing {

using Json = nlohmann::json;

// The value as UTF-8, without the bytes of strings that are not UTF-8.
std::string to_bytes(const Json& value);

// A value of any type: long texts, extreme numbers, deep arrays.
Json hostile_json(MutationDice& dice, int depth = 0);

// Changes, removes or repeats one value somewhere in `value`.
void change_one_value(Json& value, MutationDice& dice);

std::string mutated_html(std::string html, MutationDice& dice);

}  // namespace landkaart::testing
