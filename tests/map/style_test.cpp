// SPDX-License-Identifier: EUPL-1.2
// Tests of the contrast of the map's colours, by the formula of WCAG 2, and of the stylesheet.
#include <cmath>
#include <regex>
#include <set>
#include <sstream>

#include <gtest/gtest.h>

#include <landkaart/cocreatie.h>
#include <landkaart/landkaart.h>

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

// The names of the colours that lie behind text and lines: the sea, the halo of letters, the lands.
std::vector<std::string> grounds() {
  std::vector<std::string> grounds = {"sea", "halo"};
  for (std::size_t i = 0; i < kLandSorts; ++i) grounds.push_back("land-" + std::to_string(i));
  return grounds;
}

TEST(MapStyle, GivesTextAContrastOf4Point5OnEveryBackground) {
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

TEST(MapStyle, GivesSignsAndLinesAContrastOf3OnEveryBackground) {
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

// The values of all attributes `class`, split at spaces.
std::set<std::string> classes_in(const std::string& html) {
  std::set<std::string> classes;
  const std::regex attribute("class=\"([^\"]*)\"");
  for (std::sregex_iterator at(html.begin(), html.end(), attribute), end; at != end; ++at) {
    std::istringstream names((*at)[1].str());
    for (std::string name; names >> name;) classes.insert(name);
  }
  return classes;
}

TEST(MapStyle, HasAStylesheetRuleForEveryClassInADrawing) {
  const std::string css = build_map_stylesheet();
  const std::set<std::string> classes = classes_in(
      cocreatie().map().html({.highlight = "ob-verantwoording", .selected = {"kv-college"}}));
  EXPECT_GT(classes.size(), 40u);
  for (const std::string& name : classes) {
    EXPECT_TRUE(std::regex_search(css, std::regex("\\." + name + "[{, :]"))) << name;
  }
  EXPECT_EQ(css.find("url("), std::string::npos) << "the stylesheet must not load other files";
}

TEST(MapStyle, GivesAClassItsColoursAsAttributesInAStandaloneFile) {
  EXPECT_EQ(literal_attributes("sea", Palette::light), " fill=\"#d3e5e8\"");
  EXPECT_EQ(literal_attributes("sea", Palette::print), " fill=\"#ffffff\"");
  EXPECT_EQ(literal_attributes("no-such-class", Palette::light), "");
}

}  // namespace
}  // namespace landkaart
