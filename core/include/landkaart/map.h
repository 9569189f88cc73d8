// SPDX-License-Identifier: EUPL-1.2
// Map, the material as a drawing: territories, places, hazards, roads, and journeys over them.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "landkaart/geometry.h"
#include "landkaart/kind.h"

namespace landkaart::inline v0 {

// The land of a theme. The outline is closed: its last point equals its first.
struct Territory {
  std::string id;  // of the theme
  std::vector<Point> outline;
  std::string title = {};
};

// An item at a point: a place, or a hazard when the item is an obstacle.
struct Place {
  std::string id;
  Point at;
  std::string title = {};
  Kind kind = Kind::topic;
};

struct Road {
  std::vector<Point> line;
};

// A walk over the map, along the places of its stops. Stops without a place are in the list of
// stops and not on the path.
struct Journey {
  std::string id;
  std::vector<std::string> stops;  // ids, in walking order
  std::vector<Point> path;
  std::string title = {};
};

// A drawing that stands on its own has literal colours and names its fonts. One that is embedded
// in a page has classes only, which map_stylesheet() gives colours through custom properties.
enum class SvgVariant { standalone, embedded };

// Of a drawing that stands on its own; an embedded one follows the reader's own preference.
enum class SvgPalette { light, dark, print };

struct SvgOptions {
  SvgVariant variant = SvgVariant::standalone;
  SvgPalette palette = SvgPalette::light;
  std::string language = {};   // BCP 47, of the drawing's own words; the pack's when empty
  std::string base_url = {};   // links are base_url + id
  std::string heading = {};    // the accessible name; the pack's title when empty
  std::string highlight = {};  // a journey or obstacle, drawn as a path with numbered stops
  std::vector<std::string> selected = {};  // ids of items shown as selected
  std::string id_prefix = "landkaart";     // two drawings in one page need different ones
};

// The stylesheet of embedded drawings: serve it with the page, or adopt it in a shadow root.
std::string map_stylesheet();

// An immutable value: cheap to copy, safe from any number of threads. A pack without a map gives an
// empty one.
class Map {
 public:
  struct Content {
    std::vector<Territory> territories;
    std::vector<Place> places, hazards;
    std::vector<Road> roads;
    std::vector<Journey> journeys;
    std::string geojson;
    std::string title, language;        // of the pack
    std::vector<Journey> escapes = {};  // from each obstacle along what helps
  };

  explicit Map(Content content);

  bool empty() const { return content_->territories.empty() && content_->places.empty(); }
  const std::vector<Territory>& territories() const { return content_->territories; }
  const std::vector<Place>& places() const { return content_->places; }
  const std::vector<Place>& hazards() const { return content_->hazards; }
  const std::vector<Road>& roads() const { return content_->roads; }
  const std::vector<Journey>& journeys() const { return content_->journeys; }

  // The id of the territory at a point, or nothing at sea.
  std::optional<std::string> locate(double x, double y) const;
  // The `count` places and hazards nearest to a point, nearest first.
  std::vector<Place> nearest(double x, double y, std::size_t count) const;
  // Every place and hazard in a box, in the order of the map.
  std::vector<Place> within(const Box& box) const;

  // The path of a journey, or from an obstacle along the topics, work forms and stories that help.
  std::optional<Journey> journey(std::string_view id) const;

  // The walk from one place to another, along the roads where that is not too far about; its stops
  // are the places on the way. Nothing when one of them is not on the map.
  std::optional<Journey> journey(std::string_view from, std::string_view to) const;

  // The map as an SVG document: real links with accessible names, no script, style or title
  // elements, no style attributes, nothing loaded from elsewhere. The same for the same options.
  std::string svg(const SvgOptions& options = {}) const;

  // A part of a page: the embedded drawing, and beside it the visible list of the same links in the
  // same order, which takes over where there is little room. Needs map_stylesheet().
  std::string html(const SvgOptions& options = {}) const;

  // The whole map as a GeoJSON FeatureCollection in plane coordinates, for any drawing library.
  const std::string& geojson() const { return content_->geojson; }

 private:
  std::shared_ptr<const Content> content_;
};

}  // namespace landkaart::inline v0
