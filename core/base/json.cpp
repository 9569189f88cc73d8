// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json.h"

namespace landkaart::inline v0 {
namespace {

constexpr int kMostLevels = 100;

bool is_too_deep(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (in_string && text[i] == '\\') {
      ++i;
    } else if (text[i] == '"') {
      in_string = !in_string;
    } else if (!in_string && (text[i] == '[' || text[i] == '{')) {
      if (++depth > kMostLevels) return true;
    } else if (!in_string && (text[i] == ']' || text[i] == '}')) {
      --depth;
    }
  }
  return false;
}

}  // namespace

nlohmann::json parse_untrusted_json(std::string_view text) {
  if (is_too_deep(text)) return nlohmann::json::value_t::discarded;
  return nlohmann::json::parse(text, nullptr, false);
}

}  // namespace landkaart::inline v0
