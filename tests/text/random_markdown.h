// SPDX-License-Identifier: EUPL-1.2
// RandomMarkdown, texts made of the pieces that Markdown trips over, the same ones for the same
// seed.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace landkaart::testing {

class RandomMarkdown {
 public:
  explicit RandomMarkdown(std::uint32_t seed) : random_(seed) {}

  // Blocks that nest as a writer would nest them, or lines of anything.
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
  std::string line_soup();

  std::mt19937 random_;
};

}  // namespace landkaart::testing
