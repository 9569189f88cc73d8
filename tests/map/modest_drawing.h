// SPDX-License-Identifier: EUPL-1.2
// expect_modest_drawing, for tests that draw maps which are made to be slow or large, and
// RandomPoints.
#pragma once

#include <chrono>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include <landkaart/landkaart.h>

namespace landkaart::testing {

// Random points, the same in each run.
class RandomPoints {
 public:
  // From (0, 0) to (width, height).
  Point within(double width, double height) {
    const double x = part() * width;
    return {x, part() * height};
  }

 private:
  double part() { return static_cast<double>(random_() % 1'000'000) / 1e6; }
  std::mt19937 random_{1};
};

// Draws a map as HTML. The drawing and its list must each have a link to each land and place. The
// limits are many times what the drawings need: optimised code takes less than 0.5 s for each, and
// tests also run unoptimised and with sanitizers.
inline void expect_modest_drawing(const Map& map, const SvgOptions& options = {},
                                  std::size_t most_bytes = 64'000'000) {
  constexpr double kMostSeconds = 10;
  const auto begin = std::chrono::steady_clock::now();
  const std::string html = map.html(options);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begin;
  EXPECT_LT(taken.count(), kMostSeconds);
  EXPECT_LT(html.size(), most_bytes);
  std::size_t links = 0;
  for (std::size_t at = 0; (at = html.find("<a href=", at)) != std::string::npos; ++at) ++links;
  EXPECT_EQ(links, 2 * (map.territories().size() + map.places().size() + map.hazards().size()));
  EXPECT_EQ(html.find("nan"), std::string::npos);
  EXPECT_EQ(html.find("inf"), std::string::npos);
}

}  // namespace landkaart::testing
