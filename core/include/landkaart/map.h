// SPDX-License-Identifier: EUPL-1.2
// Map, the items of a pack as a drawing: themes are territories, topics are places, obstacles are
// hazards, and journeys are paths between them.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "landkaart/export.h"
#include "landkaart/geometry.h"
#include "landkaart/kind.h"

namespace landkaart::inline v0 {

// The area of a theme. The outline is a closed polygon: its last point equals its first.
struct Territory {
  std::string id;  // of the theme
  std::vector<Point> outline;
  std::string title = {};
};

// An item that the map shows at one point. It is a hazard when its kind is obstacle.
struct Place {
  std::string id;
  Point at;
  std::string title = {};
  Kind kind = Kind::topic;
};

struct Road {
  std::vector<Point> line;
};

// A walk from stop to stop. `path` has one point for each stop that is on the map; the other stops
// occur in `stops` only. The path that Map::journey(from, to) returns also has points for the bends
// of the roads.
struct Journey {
  std::string id;                  // of a journey or obstacle; empty for a walk between places
  std::vector<std::string> stops;  // ids of items, in walking order
  std::vector<Point> path;
  std::string title = {};
};

// A standalone drawing has literal colours and names its fonts. An embedded drawing is part of an
// HTML page and has class names only; the page must include map_stylesheet().
enum class SvgVariant { standalone, embedded };

// The colours of a standalone drawing. The stylesheet chooses the colours of an embedded drawing:
// those for dark mode, print or forced colours when the browser asks for them.
enum class SvgPalette { light, dark, print };

struct SvgOptions {
  SvgVariant variant = SvgVariant::standalone;
  SvgPalette palette = SvgPalette::light;
  std::string language = {};   // BCP 47, for words such as "Legend"; empty: that of the pack
  std::string base_url = {};   // the link of an item is base_url followed by its id
  std::string heading = {};    // accessible name of the drawing; empty: the title of the pack
  std::string highlight = {};  // id of a journey or obstacle: draws its path with numbered stops
  std::vector<std::string> selected = {};  // ids of items to mark
  // Prefix of the id attributes. Two drawings in one page require different prefixes.
  std::string id_prefix = "landkaart";
};

// The CSS for embedded drawings. Colours are custom properties, which a page can set.
[[nodiscard]] LANDKAART_EXPORT std::string map_stylesheet();

// An immutable value: cheap to copy and safe to use from several threads. A pack without a map has
// a Map without features. An id that is not on the map is no error: a function that returns one
// thing returns an empty optional, and SvgOptions ignores the id.
class LANDKAART_EXPORT Map {
 public:
  struct Content {
    std::vector<Territory> territories;
    std::vector<Place> places, hazards;
    std::vector<Road> roads;
    std::vector<Journey> journeys;
    std::string geojson;
    std::string title, language;  // of the pack
    // For each obstacle a walk: from the obstacle along the topics, work forms, articles and
    // stories to which it links.
    std::vector<Journey> escapes = {};
  };

  // A map of this content. The library makes the Map of a pack.
  explicit Map(Content content);

  // True when the map has no territories and no places.
  [[nodiscard]] bool empty() const {
    return content_->territories.empty() && content_->places.empty();
  }

  // The features of the map in the order of its GeoJSON, and the journeys in the order of the pack.
  [[nodiscard]] const std::vector<Territory>& territories() const { return content_->territories; }
  [[nodiscard]] const std::vector<Place>& places() const { return content_->places; }
  [[nodiscard]] const std::vector<Place>& hazards() const { return content_->hazards; }
  [[nodiscard]] const std::vector<Road>& roads() const { return content_->roads; }
  [[nodiscard]] const std::vector<Journey>& journeys() const { return content_->journeys; }

  // The id of the first territory that contains the point, or an empty optional.
  [[nodiscard]] std::optional<std::string> locate(double x, double y) const;
  // The places and hazards nearest to the point, nearest first, at most `count`.
  [[nodiscard]] std::vector<Place> nearest(double x, double y, std::size_t count) const;
  // The places and hazards in a box, its borders included: places first, in the order of the map.
  [[nodiscard]] std::vector<Place> within(const Box& box) const;

  // The journey with an id, or for the id of an obstacle: the walk from the obstacle along the
  // topics, work forms, articles and stories to which it links.
  [[nodiscard]] std::optional<Journey> journey(std::string_view id) const;

  // The walk between two places or hazards. It follows the roads, unless the roads make a long
  // detour. `stops` has both ends and the places and hazards on the path between them. Empty when
  // either id is not on the map.
  [[nodiscard]] std::optional<Journey> journey(std::string_view from, std::string_view to) const;

  // The map as an SVG document. Each territory, place and hazard is a link with an accessible name.
  // The document has no script, no style or title elements, no style attributes, and loads no other
  // file. One version of the library gives equal bytes for equal maps and options.
  [[nodiscard]] std::string svg(const SvgOptions& options = {}) const;

  // An HTML fragment with the embedded drawing, and beside it a list of the same links in the same
  // order. In a narrow column the labels of the drawing become numbers, which the list explains.
  // The page must include map_stylesheet().
  [[nodiscard]] std::string html(const SvgOptions& options = {}) const;

  // The map as a GeoJSON FeatureCollection in plane coordinates, for other drawing libraries.
  [[nodiscard]] const std::string& geojson() const { return content_->geojson; }

 private:
  std::shared_ptr<const Content> content_;
};

}  // namespace landkaart::inline v0
