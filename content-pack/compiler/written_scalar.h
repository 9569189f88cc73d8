// SPDX-License-Identifier: EUPL-1.2
// WrittenScalar follows a YAML scalar through the source, to tell where each of its letters was
// written: quotes, escapes, indentation and line ends are in the one and not in the other.
#pragma once

#include <cstddef>
#include <string_view>

namespace landkaart::inline v0 {

class WrittenScalar {
 public:
  // `source` begins where the scalar is written.
  explicit WrittenScalar(std::string_view source);

  // How many bytes of the source stand before this letter, which comes next in the scalar and is no
  // white space. Where the source says something else, from there on the last place that is known.
  std::size_t next(std::string_view letter);

 private:
  enum class Style { plain, single_quoted, double_quoted };

  void skip_white_space();
  std::size_t escape_length() const;

  std::string_view source_;
  Style style_ = Style::plain;
  std::size_t at_ = 0;
  std::size_t known_ = 0;
  bool lost_ = false;
};

}  // namespace landkaart::inline v0
