// SPDX-License-Identifier: EUPL-1.2
// WrittenScalar finds the position in the YAML source of each letter of a scalar. The source has
// quotes, escapes, indentation and line ends that the scalar does not have.
#pragma once

#include <cstddef>
#include <string_view>

namespace landkaart::inline v0 {

class WrittenScalar {
 public:
  // `source` begins at the first byte of the scalar in the YAML text.
  explicit WrittenScalar(std::string_view source);

  // Returns the offset in the source of the next letter of the scalar. `letter` is one code point
  // and not white space; call next() for the letters in order. When the source does not match the
  // scalar, this call and all later calls return the last known offset.
  std::size_t next(std::string_view letter);

 private:
  enum class Style { plain, single_quoted, double_quoted };

  void skip_white_space();
  std::size_t escape_length() const;

  std::string_view source_;
  Style style_ = Style::plain;
  std::size_t at_ = 0;     // offset after the last letter
  std::size_t known_ = 0;  // offset of the last letter
  bool lost_ = false;      // the source did not match the scalar
};

}  // namespace landkaart::inline v0
