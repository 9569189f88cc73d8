// SPDX-License-Identifier: EUPL-1.2
#include "core/map/land_drawing.h"

#include <algorithm>
#include <array>

#include "core/map/dice.h"
#include "core/map/map_symbols.h"
#include "core/map/path_data.h"

namespace landkaart::inline v0 {
namespace {

// Roads with more points are drawn as straight lines, which take a third of the bytes.
constexpr std::size_t kMostCurvePoints = 20'000;

class Landscape {
 public:
  Landscape(SvgWriter& svg, const Scene& scene, const Sheet& sheet)
      : svg_(svg), scene_(scene), sheet_(sheet) {}

  void define() {
    for (std::size_t i = 0; i < sheet_.coast.lands.size(); ++i) {
      svg_.open("path").attribute("id", name("land", i));
      svg_.attribute("d", PathData().smooth(sheet_.coast.lands[i]).text()).close();
      if (sheet_.coast.lands.size() > kMostDetailedLands) continue;
      svg_.open("clipPath").attribute("id", name("clip", i));
      use(name("land", i));
      svg_.close();
      if (sheet_.land_names[i]) define_name_curves(i, *sheet_.land_names[i]);
    }
    svg_.open("g").attribute("id", scene_.id_prefix + "-lands");
    for (std::size_t i = 0; i < sheet_.coast.lands.size(); ++i) use(name("land", i));
    svg_.close();
  }

  void draw() {
    for (const char* ring : {"shore-3", "sea-3", "shore-2", "sea-2", "shore-1", "sea-1"}) {
      svg_.open("g").style(ring);
      use(scene_.id_prefix + "-lands");
      svg_.close();
    }
    for (const Point& wave : sheet_.waves) use(scene_.id_prefix + "-wave", wave);
    if (sheet_.ship) use(scene_.id_prefix + "-ship", *sheet_.ship);
    for (std::size_t i = 0; i < sheet_.coast.lands.size(); ++i) draw_land(i);
    draw_rivers();
    draw_lines("border", sheet_.coast.borders);
    draw_lines("coast", sheet_.coast.shores);
    draw_relief();
    draw_roads();
  }

 private:
  void define_name_curves(std::size_t land, const LandName& land_name) {
    const auto& lines = land_name.lines;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      PathData curve;
      curve.move(lines[i].from);
      // A quadratic curve is the cubic curve whose controls lie two thirds of the way from each end
      // to the control of the quadratic curve.
      const auto cubic_control = [](const Point& end, const Point& control) {
        return Point{end.x + (control.x - end.x) * 2 / 3, end.y + (control.y - end.y) * 2 / 3};
      };
      curve.curve(cubic_control(lines[i].from, lines[i].control),
                  cubic_control(lines[i].to, lines[i].control), lines[i].to);
      svg_.open("path").attribute("id", name("name", land) + "-" + std::to_string(i));
      svg_.attribute("d", curve.text()).close();
    }
  }

  // The id of an element in the drawing: name("land", 2) is "<prefix>-land-2".
  std::string name(const char* what, std::size_t number) const {
    return scene_.id_prefix + "-" + what + "-" + std::to_string(number);
  }
  // The number of the style of a land, as text.
  static std::string sort(std::size_t land) { return std::to_string(land % kLandSorts); }

  void use(const std::string& id) { svg_.open("use").attribute("href", "#" + id).close(); }
  void use(const std::string& id, const Point& at) {
    svg_.open("use").attribute("href", "#" + id).attribute("x", at.x).attribute("y", at.y).close();
  }

  void draw_land(std::size_t land) {
    svg_.open("g").style("land-" + sort(land));
    use(name("land", land));
    svg_.close();
    if (sheet_.coast.lands.size() > kMostDetailedLands) return;
    const std::string pattern = scene_.id_prefix + "-" + pattern_name(land % kLandSorts);
    svg_.open("g").attribute("fill", "url(#" + pattern + ")");
    use(name("land", land));
    svg_.close();
    svg_.open("g").style("edge-" + sort(land));
    svg_.attribute("clip-path", "url(#" + name("clip", land) + ")");
    use(name("land", land));
    svg_.close();
  }

  void draw_lines(std::string_view style, const std::vector<std::vector<Point>>& lines) {
    if (lines.empty()) return;
    PathData data;
    for (const auto& line : lines) data.smooth(line);
    svg_.open("path").style(style).attribute("d", data.text()).close();
  }

  // Draws a river as five pieces, each wider than the one before it, from the source to the mouth.
  void draw_river(const River& river) {
    constexpr std::array kWidths = {1.2, 1.7, 2.2, 2.8, 3.4};
    const std::size_t parts = kWidths.size();
    const std::size_t last = river.course.size() - 1;
    for (std::size_t part = 0; part < parts; ++part) {
      const auto from = static_cast<std::ptrdiff_t>(last * part / parts);
      const auto to = static_cast<std::ptrdiff_t>(last * (part + 1) / parts);
      const std::vector<Point> reach(river.course.begin() + from, river.course.begin() + to + 1);
      svg_.open("path").attribute("stroke-width", kWidths[part]);
      svg_.attribute("d", PathData().spline(reach).text()).close();
    }
  }

  void draw_rivers() {
    svg_.open("g").style("river");
    for (const auto& river : sheet_.rivers) {
      if (river) draw_river(*river);
    }
    svg_.close();
    for (const auto& river : sheet_.rivers) {
      if (river && river->lake_radius > 0) draw_lake(river->course.front(), river->lake_radius);
    }
  }

  // Draws a lake as a closed curve through the eight points of kShape, whose distances from the
  // middle are multiplied by random numbers from 0.85 to 1.08.
  void draw_lake(const Point& middle, double radius) {
    constexpr std::array kShape = {Point{1.3, 0},     Point{0.8, 0.6},  Point{0, 0.78},
                                   Point{-0.85, .62}, Point{-1.3, 0.1}, Point{-0.8, -0.62},
                                   Point{0.1, -0.72}, Point{0.9, -0.55}};
    Dice dice = Dice::of(middle);
    std::vector<Point> shore;
    for (const Point& point : kShape) {
      const double stretched = radius * dice.between(0.85, 1.08);
      shore.push_back({middle.x + point.x * stretched, middle.y + point.y * stretched});
    }
    shore.push_back(shore.front());
    svg_.open("path").style("lake").attribute("d", PathData().spline(shore).close().text()).close();
  }

  void draw_relief() {
    for (std::size_t land = 0; land < sheet_.relief.size(); ++land) {
      if (sheet_.relief[land].empty()) continue;
      svg_.open("g").style("land-" + sort(land));
      for (const ReliefSign& sign : sheet_.relief[land]) {
        use(scene_.id_prefix + "-" + relief_name(land % kLandSorts, sign.variant), sign.foot);
      }
      svg_.close();
    }
  }

  void draw_roads() {
    std::size_t points = 0;
    for (const auto& road : sheet_.roads) points += road.size();
    PathData roads;
    for (const auto& road : sheet_.roads) {
      points > kMostCurvePoints ? roads.polyline(road) : roads.spline(road);
    }
    if (roads.empty()) return;
    for (const char* style : {"road-side", "road"}) {
      svg_.open("path").style(style).attribute("d", roads.text()).close();
    }
  }

  SvgWriter& svg_;
  const Scene& scene_;
  const Sheet& sheet_;
};

}  // namespace

void define_lands(SvgWriter& svg, const Scene& scene, const Sheet& sheet) {
  Landscape(svg, scene, sheet).define();
}

void draw_landscape(SvgWriter& svg, const Scene& scene, const Sheet& sheet) {
  Landscape(svg, scene, sheet).draw();
}

}  // namespace landkaart::inline v0
