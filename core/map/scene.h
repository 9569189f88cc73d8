// SPDX-License-Identifier: EUPL-1.2
// Scene, what a map drawing shows: lands and places with their titles, and how they are asked for.
#pragma once

#include <string>
#include <vector>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

struct SceneLand {
  std::string id, title;
  std::vector<Point> outline;  // closed
};

struct ScenePlace {
  std::string id, title;
  Point at;
  bool hazard = false;
};

// A stop of a walk that is on the map, with its number among all stops: some are not.
struct SceneStop {
  Point at;
  std::size_t number;
};

// A walk that is drawn over the map.
struct SceneWalk {
  std::vector<Point> line;
  std::vector<SceneStop> stops;
};

enum class Palette { light, dark, print };

struct Scene {
  std::vector<SceneLand> lands;
  std::vector<ScenePlace> places;  // hazards too
  std::vector<std::vector<Point>> roads;
  SceneWalk walk;  // without stops when nothing is highlighted
  std::vector<std::string> selected;
  std::string heading;
  std::string language;        // of the titles
  std::string words_language;  // of the legend
  std::string base_url;
  std::string id_prefix;  // before every id in the drawing
  bool embedded = false;  // classes only, or literal colours and fonts
  Palette palette = Palette::light;
};

}  // namespace landkaart::inline v0
