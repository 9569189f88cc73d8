// SPDX-License-Identifier: EUPL-1.2
// RandomMarkdown, which makes random Markdown texts that are hard to parse and to write: marks,
// escapes, entities and spaces in unusual places. The same seed gives the same text.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace landkaart::testing {

class RandomMarkdown {
 public:
  explicit RandomMarkdown(std::uint32_t seed) : random_(seed) {}

  // Two texts in three are well-nested blocks; the third is lines of arbitrary pieces.
  std::string text();

 private:
  std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(random_() % count); }
  bool one_in(std::uint32_t count) { return below(count) == 0; }

  std::string inlines(unsigned depth);
  std::string inline_piece(unsigned depth);
  std::string span(unsigned depth);
  std::string lines();
  std::string blocks(unsigned depth);
  std::string block(unsigned depth);
  std::string list(unsigned depth);
  std::string table();
  std::string code();
  std::string random_lines();

  std::mt19937 random_;
};

}  // namespace landkaart::testing
