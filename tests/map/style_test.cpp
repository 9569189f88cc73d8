// SPDX-License-Identifier: EUPL-1.2
// Contrast of the map's colours, by the formula of WCAG 2.
#include <cmath>

#include <gtest/gtest.h>

#include "core/map/map_style.h"

namespace landkaart {
namespace {

double luminance(std::string_view colour) {
  const auto channel = [&](std::size_t at) {
    const double part = std::stoi(std::string(colour.substr(at, 2)), nullptr, 16) / 255.0;
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

double contrast(std::string_view a, std::string_view b, Palette palette) {
  const double first = luminance(colour(a, palette)), second = luminance(colour(b, palette));
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

constexpr Palette kPalettes[] = {Palette::light, Palette::dark, Palette::print};

std::vector<std::string> grounds() {
  std::vector<std::string> grounds = {"sea", "halo"};
  for (std::size_t i = 0; i < kLandSorts; ++i) grounds.push_back("land-" + std::to_string(i));
  return grounds;
}

TEST(MapStyle, LetsTextStandOutFromEveryGround) {
  for (const Palette palette : kPalettes) {
    for (const std::string& ground : grounds()) {
      EXPECT_GE(contrast("ink", ground, palette), 4.5) << ground;
      EXPECT_GE(contrast("hazard", ground, palette), 4.5) << ground;
    }
    EXPECT_GE(contrast("sea-ink", "sea", palette), 4.5);
    EXPECT_GE(contrast("walk-ink", "walk", palette), 4.5);
    EXPECT_GE(contrast("ink", "wall", palette), 4.5);
  }
}

TEST(MapStyle, LetsSignsAndLinesStandOutFromEveryGround) {
  for (const Palette palette : kPalettes) {
    for (const std::string& ground : grounds()) {
      for (const char* line :
           {"coast", "border", "water-side", "walk", "selected", "focus", "relief"}) {
        EXPECT_GE(contrast(line, ground, palette), 3.0) << line << " on " << ground;
      }
    }
    EXPECT_GE(contrast("road", "road-side", palette), 3.0);
  }
}

TEST(MapStyle, GivesTheStylesheetARuleForEveryClassThatIsDrawn) {
  const std::string css = build_map_stylesheet();
  for (const char* style : {"sea", "land-5", "label", "ring", "stop-number"}) {
    EXPECT_NE(css.find(".landkaart-" + std::string(style) + "{"), std::string::npos) << style;
    EXPECT_FALSE(literal_attributes(style, Palette::light).empty()) << style;
  }
  EXPECT_EQ(css.find("url("), std::string::npos) << "nothing is loaded";
}

}  // namespace
}  // namespace landkaart
