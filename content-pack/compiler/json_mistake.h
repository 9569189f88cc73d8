// SPDX-License-Identifier: EUPL-1.2
// Finds the mistake in a text that should be JSON.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace landkaart::inline v0 {

// The offset of the byte at which a parser sees that the text is not JSON, or that a number is
// above the range of floating-point numbers (then the byte is the last of the number). Nothing when
// the text is JSON. Throws only std::bad_alloc.
std::optional<std::size_t> find_json_mistake(std::string_view text);

}  // namespace landkaart::inline v0
