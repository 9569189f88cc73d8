// SPDX-License-Identifier: EUPL-1.2
// Scene, the input of a map drawing: the lands, places, roads and walk to show, with the options of
// the caller. Coordinates are in the unit of the map; Projection converts them to that of the
// drawing. "Land" is the word in core/map for a territory of the pack.
#pragma once

#include <string>
#include <vector>

#include "landkaart/geometry.h"

namespace landkaart::inline v0 {

struct SceneLand {
  std::string id, title;
  std::vector<Point> outline;  // closed: the last point equals the first
};

// A topic or obstacle that has a point on the map.
struct ScenePlace {
  std::string id, title;
  Point at;
  bool hazard = false;  // true for an obstacle
};

// A stop of the walk that has a point on the map. `number` counts all stops of the walk from 1,
// also those without a point: the stops drawn can have the numbers 1 and 3.
struct SceneStop {
  Point at;
  std::size_t number;
};

// A route through several places, drawn as a line over the map with numbered stops.
struct SceneWalk {
  std::vector<Point> line;
  std::vector<SceneStop> stops;
};

enum class Palette { light, dark, print };

struct Scene {
  std::vector<SceneLand> lands;
  std::vector<ScenePlace> places;  // topics and obstacles
  std::vector<std::vector<Point>> roads;
  SceneWalk walk;                     // empty when no walk is highlighted
  std::vector<std::string> selected;  // ids of the items that are marked as selected
  std::string heading;                // the title above the map
  std::string language;               // of the titles of lands and places
  std::string words_language;         // of the legend
  std::string base_url;               // the link of an item is base_url followed by its id
  std::string id_prefix;              // "x" makes "x-land-0" the id of an element in the drawing
  // true: elements have classes, and the page has the stylesheet. false: elements have literal
  // colours and fonts, so that the drawing works as a file on its own.
  bool embedded = false;
  Palette palette = Palette::light;
};

}  // namespace landkaart::inline v0
