// SPDX-License-Identifier: EUPL-1.2
// SourceValue, a value from YAML or JSON together with where it stands, so that every mistake can
// be pointed at.
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
  std::string scalar;   // as written
  bool quoted = false;  // so that it is text even if it looks like a number
  std::vector<SourceValue> list;
  std::vector<SourceMember> map;
  unsigned line = 0;
  unsigned column = 0;

  const SourceValue* find(std::string_view key) const;
};

struct SourceMember {
  SourceValue key, value;
};

// Both give nothing, and add a mistake, when the text cannot be read. `first_line` is the line of
// the file on which the text begins. Values of JSON have no position of their own: they stand in
// one line.
std::optional<SourceValue> parse_yaml(std::string_view text, const std::string& file,
                                      unsigned first_line, MistakeList& mistakes);
std::optional<SourceValue> parse_json(std::string_view text, const std::string& file, unsigned line,
                                      MistakeList& mistakes);

// For values that only travel through: numbers, true, false and null when written as such.
nlohmann::json to_json(const SourceValue& value);

// Whether unquoted YAML of this text would be read as something other than text.
bool looks_like_no_text(std::string_view scalar);

}  // namespace landkaart::inline v0
