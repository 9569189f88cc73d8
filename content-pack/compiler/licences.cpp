// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/licences.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "content-pack/compiler/mistakes.h"
#include "core/text/ascii.h"

namespace landkaart::inline v0 {
namespace {

constexpr auto kLicences = std::to_array<std::string_view>({
#include "content-pack/compiler/spdx_licences.inc"
});
constexpr auto kExceptions = std::to_array<std::string_view>({
#include "content-pack/compiler/spdx_exceptions.inc"
});

using Result = LicenceCheck::Result;

std::vector<std::string_view> tokens_of(std::string_view expression) {
  std::vector<std::string_view> tokens;
  for (std::size_t i = 0; i < expression.size();) {
    if (expression[i] == ' ') {
      ++i;
      continue;
    }
    const bool bracket = expression[i] == '(' || expression[i] == ')';
    const std::size_t end =
        bracket ? i + 1 : std::min(expression.find_first_of(" ()", i), expression.size());
    tokens.push_back(expression.substr(i, end - i));
    i = end;
  }
  return tokens;
}

// Whether a text is "LicenseRef-" and a name, perhaps after "DocumentRef-", a name and a colon.
bool is_own_name(std::string_view text) {
  constexpr std::string_view kDocument = "DocumentRef-", kLicence = "LicenseRef-";
  const auto is_name = [](std::string_view name) {
    return !name.empty() && std::ranges::all_of(name, [](char c) {
      return is_ascii_letter_or_digit(c) || c == '-' || c == '.';
    });
  };
  if (text.starts_with(kDocument)) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return false;
    if (!is_name(text.substr(kDocument.size(), colon - kDocument.size()))) return false;
    text.remove_prefix(colon + 1);
  }
  return text.starts_with(kLicence) && is_name(text.substr(kLicence.size()));
}

bool is_licence(std::string_view name) {
  if (std::ranges::find(kLicences, name) != kLicences.end() || is_own_name(name)) return true;
  if (!name.ends_with('+')) return false;  // "or any later version"
  name.remove_suffix(1);
  return std::ranges::find(kLicences, name) != kLicences.end();
}

// Whether a name is another name, a hyphen and a number: "CC-BY-4.0" is a version of "CC-BY".
bool is_version_of(std::string_view name, std::string_view without_version) {
  const std::size_t size = without_version.size();
  return name.size() > size + 1 && name.starts_with(without_version) && name[size] == '-' &&
         name.find_first_not_of("0123456789.", size + 1) == std::string_view::npos;
}

template <std::size_t size>
LicenceCheck unknown(std::string_view name, const std::array<std::string_view, size>& known) {
  const std::string wanted = ascii_lower_case(name);
  std::string_view newest;
  for (const std::string_view each : known) {
    const std::string candidate = ascii_lower_case(each);
    if (candidate == wanted) return {Result::unknown_name, std::string(name), each};
    if (is_version_of(candidate, wanted)) newest = each;
  }
  if (!newest.empty()) return {Result::unknown_name, std::string(name), newest};
  return {Result::unknown_name, std::string(name),
          nearest_word(name, {known.begin(), known.end()})};
}

bool is_operator(std::string_view token) { return token == "AND" || token == "OR"; }

}  // namespace

LicenceCheck check_licence(std::string_view expression) {
  LicenceCheck wrong{Result::not_an_expression, {}, {}};
  enum class Expected { licence, exception, operation } expected = Expected::licence;
  std::size_t open = 0;             // number of brackets
  bool may_have_exception = false;  // whether the last token is a licence
  for (const std::string_view token : tokens_of(expression)) {
    const bool is_word = token != "(" && token != ")" && !is_operator(token) && token != "WITH";
    const bool had_licence = std::exchange(may_have_exception, false);
    if (expected == Expected::licence && token == "(") {
      ++open;
    } else if (expected == Expected::licence && is_word) {
      if (!is_licence(token)) return unknown(token, kLicences);
      expected = Expected::operation;
      may_have_exception = true;
    } else if (expected == Expected::exception && is_word) {
      if (std::ranges::find(kExceptions, token) == kExceptions.end()) {
        return unknown(token, kExceptions);
      }
      expected = Expected::operation;
    } else if (expected == Expected::operation && token == "WITH" && had_licence) {
      expected = Expected::exception;
    } else if (expected == Expected::operation && is_operator(token)) {
      expected = Expected::licence;
    } else if (expected == Expected::operation && token == ")" && open > 0) {
      --open;
    } else {
      return wrong;
    }
  }
  return expected == Expected::operation && open == 0 ? LicenceCheck{} : wrong;
}

}  // namespace landkaart::inline v0
