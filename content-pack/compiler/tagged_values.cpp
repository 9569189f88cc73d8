// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/tagged_values.h"

#include <algorithm>
#include <vector>

#include "content-pack/compiler/language_tags.h"
#include "content-pack/compiler/licences.h"
#include "core/text/ascii.h"

namespace landkaart::inline v0 {
namespace {

std::vector<std::string_view> parts_of(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool is_digits(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_ascii_digit);
}

bool is_number(std::string_view text) {
  return is_digits(text) && (text.size() == 1 || text.front() != '0');
}

// Whether a text consists of names of letters, digits and hyphens, with full stops between them. In
// a pre-release, a name of digits has no leading zero.
bool is_list_of_names(std::string_view text, bool is_pre_release) {
  return std::ranges::all_of(parts_of(text, '.'), [&](std::string_view name) {
    const bool has_letters_only = std::ranges::all_of(
        name, [](char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '-'; });
    const bool leading_zero = is_pre_release && is_digits(name) && !is_number(name);
    return !name.empty() && has_letters_only && !leading_zero;
  });
}

bool is_semantic_version(std::string_view text) {
  if (const std::size_t plus = text.find('+'); plus != std::string_view::npos) {
    if (!is_list_of_names(text.substr(plus + 1), false)) return false;
    text = text.substr(0, plus);
  }
  if (const std::size_t hyphen = text.find('-'); hyphen != std::string_view::npos) {
    if (!is_list_of_names(text.substr(hyphen + 1), true)) return false;
    text = text.substr(0, hyphen);
  }
  const std::vector<std::string_view> numbers = parts_of(text, '.');
  return numbers.size() == 3 && std::ranges::all_of(numbers, is_number);
}

// The version that an author may have meant: "1.0.0" for "1" and for "v1.0".
std::string proposed_version(std::string_view text) {
  if (text.starts_with('v')) text.remove_prefix(1);
  std::string version(text);
  for (int i = 0; i < 2 && !is_semantic_version(version); ++i) version += ".0";
  return is_semantic_version(version) ? version : "1.0.0";
}

}  // namespace

std::string checked_language(std::string_view key, std::string_view text, const SourcePosition& at,
                             MistakeList& mistakes) {
  const std::optional<std::string> tag = normal_language_tag(text);
  if (!tag) {
    mistakes.add(at, Message::not_a_language_tag, {key, text});
    return std::string(text);
  }
  if (!is_known_language(*tag)) {
    mistakes.add(at, Message::unknown_language, {key, text}, short_code_of(*tag));
  }
  return *tag;
}

void check_licence(std::string_view key, std::string_view text, const SourcePosition& at,
                   MistakeList& mistakes) {
  const LicenceCheck found = check_licence(text);
  if (found.result == LicenceCheck::Result::unknown_name) {
    mistakes.add(at, Message::unknown_licence, {key, found.name}, found.meant);
  } else if (found.result == LicenceCheck::Result::not_an_expression) {
    mistakes.add(at, Message::not_a_licence_expression, {key, text});
  }
}

void check_version(std::string_view text, const SourcePosition& at, MistakeList& mistakes) {
  if (is_semantic_version(text)) return;
  mistakes.add(at, Message::not_a_version, {text, proposed_version(text)});
}

}  // namespace landkaart::inline v0
