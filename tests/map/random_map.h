// SPDX-License-Identifier: EUPL-1.2
// RandomMap, which makes a map with random lands, places, obstacles, roads and titles of any
// length. The same seed gives the same map.
#pragma once

#include <random>
#include <string>

#include <landkaart/map.h>

namespace landkaart::testing {

class RandomMap {
 public:
  explicit RandomMap(unsigned seed) : random_(seed) {}

  Map::Content content() {
    Map::Content content;
    content.title = title();
    content.language = "nl";
    const unsigned lands = below(7);
    for (unsigned i = 0; i < lands; ++i) {
      const unsigned row = i / 3, column = i % 3;
      const double x = 300.0 * column, y = 260.0 * row;
      const double width = 120 + below(180), height = 100 + below(160);
      content.territories.push_back(
          {"land-" + std::to_string(i),
           {{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}, {x, y}},
           title()});
    }
    const unsigned places = below(60);
    for (unsigned i = 0; i < places; ++i) {
      const Place place{"plek-" + std::to_string(i), somewhere(), title()};
      (below(4) == 0 ? content.hazards : content.places).push_back(place);
    }
    for (unsigned i = 0; i < below(8); ++i) {
      content.roads.push_back({{somewhere(), somewhere(), somewhere()}});
    }
    return content;
  }

 private:
  unsigned below(unsigned end) { return static_cast<unsigned>(random_() % end); }
  Point somewhere() { return {static_cast<double>(below(900)), static_cast<double>(below(520))}; }

  std::string title() {
    static const std::string kWords[] = {
        "raad",      "É\xc3\xa9n", "onverwachtebijeenkomst", "&", "<b>", "wijk", "\xe4\xba\xac",
        "\"samen\"", "in",         "verantwoording"};
    std::string title;
    for (unsigned i = 0; i <= below(7); ++i) title += (i > 0 ? " " : "") + kWords[below(10)];
    return title;
  }

  std::mt19937 random_;
};

}  // namespace landkaart::testing
