// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/written_scalar.h"

#include <algorithm>

namespace landkaart::inline v0 {

WrittenScalar::WrittenScalar(std::string_view source) : source_(source) {
  const auto skip_word = [&] {
    at_ = std::min(source_.find_first_of(" \n", at_), source_.size());
    skip_white_space();
  };
  while (at_ < source_.size() && (source_[at_] == '&' || source_[at_] == '!')) skip_word();
  if (at_ >= source_.size()) return;
  if (source_[at_] == '"') style_ = Style::double_quoted;
  if (source_[at_] == '\'') style_ = Style::single_quoted;
  if (style_ != Style::plain) ++at_;
  if (source_[at_] == '|' || source_[at_] == '>') {
    at_ = std::min(source_.find('\n', at_), source_.size());
  }
  known_ = std::min(at_, source_.size());
}

void WrittenScalar::skip_white_space() {
  at_ = std::min(source_.find_first_not_of(" \t\n", at_), source_.size());
}

// The number of bytes of the escape sequence at `at_`, such as \n, \x41 or \u00e9.
std::size_t WrittenScalar::escape_length() const {
  constexpr std::size_t kBackslashAndLetter = 2;
  const char kind = at_ + 1 < source_.size() ? source_[at_ + 1] : '\0';
  const std::size_t digits = kind == 'x' ? 2u : kind == 'u' ? 4u : kind == 'U' ? 8u : 0u;
  return kBackslashAndLetter + digits;
}

std::size_t WrittenScalar::next(std::string_view letter) {
  if (lost_) return known_;
  const auto is_escape = [&] {
    return style_ == Style::double_quoted && at_ < source_.size() && source_[at_] == '\\';
  };
  skip_white_space();
  // Skip escape sequences for white space, and a backslash before a space or the end of a line.
  while (is_escape() && at_ + 1 < source_.size() &&
         std::string_view(" \t\nntr_N0").find(source_[at_ + 1]) != std::string_view::npos) {
    at_ += 2;
    skip_white_space();
  }
  std::size_t length = letter.size();
  if (is_escape()) {
    length = escape_length();
  } else if (style_ == Style::single_quoted && letter == "'") {
    length = 2;
  } else if (source_.substr(at_, length) != letter) {
    lost_ = true;
    return known_;
  }
  known_ = std::min(at_, source_.size());
  at_ = std::min(at_ + length, source_.size());
  return known_;
}

}  // namespace landkaart::inline v0
