// SPDX-License-Identifier: EUPL-1.2
#include "core/map/map_drawing.h"

#include <algorithm>

#include "core/map/lettering.h"
#include "core/map/path_data.h"
#include "core/map/projection.h"
#include "core/map/svg_writer.h"

namespace landkaart {
namespace {

class Drawing {
 public:
  explicit Drawing(const Scene& scene)
      : scene_(scene), projection_(scene), svg_(scene.embedded, scene.palette) {}

  std::string draw() {
    open_root();
    svg_.open("rect").look("sea").attribute("width", "100%").attribute("height", "100%").close();
    draw_lands();
    draw_roads();
    draw_walk();
    draw_links();
    svg_.close();
    return svg_.take();
  }

 private:
  void open_root() {
    const std::string box =
        "0 0 " + short_number(Projection::kWidth) + " " + short_number(projection_.height());
    svg_.open("svg").attribute("xmlns", "http://www.w3.org/2000/svg");
    svg_.attribute("viewBox", box).attribute("role", "group");
    svg_.attribute("aria-label", scene_.heading).look("map");
    if (!scene_.language.empty()) svg_.attribute("lang", scene_.language);
  }

  void draw_lands() {
    for (std::size_t i = 0; i < scene_.lands.size(); ++i) {
      svg_.open("g").look("land-" + std::to_string(i % kLandSorts));
      svg_.path(PathData().polyline(projection_(scene_.lands[i].outline)).close().text()).close();
    }
    svg_.open("g").look("coast");
    for (const SceneLand& land : scene_.lands) {
      svg_.path(PathData().polyline(projection_(land.outline)).close().text());
    }
    svg_.close();
  }

  void draw_roads() {
    PathData roads;
    for (const auto& road : scene_.roads) roads.spline(projection_(road));
    if (roads.empty()) return;
    for (const char* style : {"road-side", "road"}) {
      svg_.open("path").look(style).attribute("d", roads.text()).close();
    }
  }

  void draw_walk() {
    if (scene_.walk.line.empty()) return;
    const std::string line = PathData().polyline(projection_(scene_.walk.line)).text();
    for (const char* style : {"walk-side", "walk"}) {
      svg_.open("path").look(style).attribute("d", line).close();
    }
  }

  void open_link(const std::string& id, const std::string& title) {
    svg_.open("a").attribute("href", scene_.base_url + id).attribute("aria-label", title);
    if (std::ranges::find(scene_.selected, id) != scene_.selected.end()) {
      svg_.attribute("aria-current", "true");
    }
  }

  void draw_links() {
    for (const SceneLand& land : scene_.lands) {
      Point middle;
      for (const Point& point : land.outline) {
        middle.x += point.x / static_cast<double>(land.outline.size());
        middle.y += point.y / static_cast<double>(land.outline.size());
      }
      open_link(land.id, land.title);
      draw_line(projection_(middle), land.title, "land-name");
      svg_.close();
    }
    for (const ScenePlace& place : scene_.places) {
      const Point at = projection_(place.at);
      open_link(place.id, place.title);
      svg_.open("circle").look(place.hazard ? "hazard" : "place");
      svg_.attribute("cx", at.x).attribute("cy", at.y).attribute("r", 6).close();
      draw_line({at.x, at.y + 20}, place.title, place.hazard ? "hazard-label" : "label");
      svg_.close();
    }
  }

  void draw_line(const Point& at, const std::string& text, std::string_view style) {
    svg_.open("text").look(style).attribute("x", at.x).attribute("y", at.y);
    svg_.attribute("text-anchor", "middle").text(text).close();
  }

  const Scene& scene_;
  Projection projection_;
  SvgWriter svg_;
};

}  // namespace

std::string draw(const Scene& scene) { return Drawing(scene).draw(); }

}  // namespace landkaart
