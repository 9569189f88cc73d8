// SPDX-License-Identifier: EUPL-1.2
// Parses JSON from a file that may be hostile.
#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

namespace landkaart::inline v0 {

// A JSON value that frees itself without allocating memory. The destructor of nlohmann::json
// allocates a list of the elements, and ends the program when that allocation fails. Keep a value
// with arrays or objects in a JsonTree for as long as it lives: do not copy it to an
// nlohmann::json. The destructor recurses, so the value must not have many more levels than
// limits::kJsonDepth.
class JsonTree : public nlohmann::json {
 public:
  JsonTree() = default;
  JsonTree(JsonTree&&) noexcept = default;
  JsonTree& operator=(JsonTree&&) = delete;
  ~JsonTree();
};

// Returns a discarded value (is_discarded() is true) when the text is not JSON, or when an object
// has two members with the same name. Throws Error(limit_exceeded) when the text has more levels
// than limits::kJsonDepth or more values than limits::kJsonValues. The limit of levels lets callers
// walk over the value by recursion. With these limits, the value of a text of 4 MiB takes at most
// 64 MiB of memory.
JsonTree parse_untrusted_json(std::string_view text);

}  // namespace landkaart::inline v0
