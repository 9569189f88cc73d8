// SPDX-License-Identifier: EUPL-1.2
// SourceValue is a value from YAML or JSON with its line and column, so that a mistake can name its
// position.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "content-pack/compiler/mistakes.h"

namespace landkaart::inline v0 {

struct SourceMember;

struct SourceValue {
  enum class Type { null, scalar, list, map };

  Type type = Type::null;
  std::string scalar;   // the text, without quotes and with escapes resolved
  bool quoted = false;  // a quoted scalar is always text, also "12" or "true"
  std::vector<SourceValue> list;
  std::vector<SourceMember> map;
  unsigned line = 0;
  unsigned column = 0;

  // The value of a key of a map, or nullptr.
  const SourceValue* find(std::string_view key) const;
};

struct SourceMember {
  SourceValue key, value;
};

// Both return nothing and add a mistake when the text is not YAML or JSON. `first_line` is the line
// number of the first line of the text. JSON values have no line and column, because each item is
// one line of JSON.
std::optional<SourceValue> parse_yaml(std::string_view text, const std::string& file,
                                      unsigned first_line, MistakeList& mistakes);
std::optional<SourceValue> parse_json(std::string_view text, const std::string& file, unsigned line,
                                      MistakeList& mistakes);

// Converts the value of an x- key, which the compiler stores without reading it. Unquoted numbers,
// true, false and null keep their type; other scalars become strings.
nlohmann::json to_json(const SourceValue& value);

// Whether this text, without quotes in YAML, is a number, true, false or null instead of text.
bool is_number_bool_or_null(std::string_view scalar);

}  // namespace landkaart::inline v0
