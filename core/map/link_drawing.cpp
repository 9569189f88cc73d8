// SPDX-License-Identifier: EUPL-1.2
#include "core/map/link_drawing.h"

#include <algorithm>
#include <numeric>

#include "core/map/lettering.h"
#include "core/map/map_symbols.h"
#include "core/map/map_words.h"
#include "core/map/path_data.h"

namespace landkaart::inline v0 {
namespace {

class Links {
 public:
  Links(SvgWriter& svg, const Scene& scene, const Sheet& sheet)
      : svg_(svg), scene_(scene), sheet_(sheet) {}

  void draw() {
    for (std::size_t land = 0; land < scene_.lands.size(); ++land) draw_land(land);
    std::size_t number = 0;
    for (const std::size_t place : reading_order(scene_, sheet_)) {
      draw_place(place, ++number);
    }
    if (has_many_places()) draw_names_on_top();
  }

 private:
  bool is_selected(const std::string& id) const {
    return std::ranges::find(scene_.selected, id) != scene_.selected.end();
  }

  bool has_many_places() const { return scene_.places.size() > kManyPlaces; }

  // On a map with many places the names of lands are drawn above the signs. These names are not
  // links, so that they do not cover the links of places.
  void draw_names_on_top() {
    svg_.open("g").attribute("aria-hidden", "true").attribute("pointer-events", "none");
    for (std::size_t land = 0; land < scene_.lands.size(); ++land) {
      if (const auto& name = sheet_.land_names[land]) draw_name(*name, land);
    }
    svg_.close();
  }

  void open_link(const std::string& id, const std::string& name) {
    svg_.open("a").attribute("href", scene_.base_url + id).attribute("aria-label", name);
    if (svg_.embedded()) svg_.attribute("class", "landkaart-link");
    if (is_selected(id)) svg_.attribute("aria-current", "true");
  }

  std::string prefixed_id(const std::string& name) const { return scene_.id_prefix + "-" + name; }

  void draw_land(std::size_t land) {
    open_link(scene_.lands[land].id, scene_.lands[land].title);
    const std::string shape = "#" + prefixed_id("land-" + std::to_string(land));
    svg_.open("g").style("target").open("use").attribute("href", shape).close().close();
    if (is_selected(scene_.lands[land].id)) {
      svg_.open("g").style("selected-ring").open("use").attribute("href", shape).close().close();
    }
    draw_focus([&] { svg_.open("use").attribute("href", shape).close(); });
    const auto& name = sheet_.land_names[land];
    if (name && !has_many_places()) draw_name(*name, land);
    svg_.close();
  }

  // Draws a ring that the stylesheet shows while its link has the keyboard focus. Only for a
  // drawing in a page.
  template <typename Shape>
  void draw_focus(Shape shape) {
    if (!svg_.embedded()) return;
    svg_.open("g").style("ring");
    shape();
    svg_.close();
  }

  void draw_name(const LandName& name, std::size_t land) {
    svg_.open("g").style("land-name").attribute("font-size", name.font_size);
    svg_.attribute("letter-spacing", name.font_size * kLandNameSpacing);
    for (std::size_t i = 0; i < name.lines.size(); ++i) {
      if (i > 0) svg_.text(" ");  // separates the words when a program reads the text
      const std::string curve =
          prefixed_id("name-" + std::to_string(land) + "-" + std::to_string(i));
      svg_.open("text").open("textPath").attribute("href", "#" + curve);
      svg_.attribute("startOffset", "50%").attribute("text-anchor", "middle");
      svg_.text(name.lines[i].text).close().close();
    }
    svg_.close();
  }

  // The area that links to a place. In a stand-alone file it includes the label, without the parts
  // that belong to other places. In a page it does not, because the stylesheet hides labels when
  // the drawing is narrow, and a hidden label must not receive clicks; visible labels receive their
  // own.
  std::string target_of(std::size_t place) const {
    PathData target;
    target.box(sheet_.targets[place]);
    if (!svg_.embedded()) {
      for (const Box& part : sheet_.label_targets[place]) target.box(part);
    }
    return target.text();
  }

  std::string sign_of(std::size_t place) const {
    const bool hazard = scene_.places[place].hazard;
    if (has_many_places()) return hazard ? "hazard-dot" : "landmark-dot";
    const std::size_t land = sheet_.land_of_place[place];
    return hazard ? "hazard" : landmark_name(land == kAtSea ? kAtSea : land % kLandSorts);
  }

  void draw_place(std::size_t place, std::size_t number) {
    const ScenePlace& shown = scene_.places[place];
    const Point& at = sheet_.places[place];
    // A narrow page shows the number instead of the label, so the number is part of the name.
    const std::string numbered = svg_.embedded() ? ", " + std::to_string(number) : "";
    open_link(shown.id, accessible_name(scene_, sheet_, place) + numbered);
    svg_.open("path").style("target");
    svg_.attribute("d", target_of(place)).close();
    draw_focus([&] { circle(at, 20); });
    if (is_selected(shown.id)) {
      svg_.open("g").style("selected-ring");
      circle(at, 17);
      svg_.close();
    }
    const std::string sign = sign_of(place);
    svg_.open("use").attribute("href", "#" + prefixed_id(sign));
    svg_.attribute("x", at.x).attribute("y", at.y);
    if (svg_.embedded()) svg_.attribute("class", "landkaart-sign");
    svg_.close();
    draw_label(sheet_.labels[place], shown.hazard);
    if (svg_.embedded()) draw_number(number, at, shown.hazard);
    svg_.close();
  }

  // Draws the number of the place in the list beside the drawing. The stylesheet shows it on narrow
  // pages only.
  void draw_number(std::size_t number, const Point& at, bool hazard) {
    svg_.open("g").style("number").attribute("display", "none");
    svg_.open("circle").style(hazard ? "hazard-disc" : "number-disc");
    svg_.attribute("cx", at.x).attribute("cy", at.y).attribute("r", 27.0).close();
    svg_.open("text").style("number-text").attribute("x", at.x).attribute("y", at.y + 10.5);
    svg_.attribute("text-anchor", "middle").text(std::to_string(number)).close().close();
  }

  void circle(const Point& middle, double radius) {
    svg_.open("circle").attribute("cx", middle.x).attribute("cy", middle.y);
    svg_.attribute("r", radius).close();
  }

  void draw_label(const Label& label, bool hazard) {
    if (label.lines.empty()) return;
    svg_.open("g").style(hazard ? "hazard-label" : "label");
    svg_.attribute("font-size", sheet_.label_size);
    if (!svg_.embedded()) svg_.attribute("pointer-events", "none");
    if (label.anchor != Anchor::start) {
      svg_.attribute("text-anchor", label.anchor == Anchor::middle ? "middle" : "end");
    }
    for (std::size_t i = 0; i < label.lines.size(); ++i) {
      const double down = static_cast<double>(i) * sheet_.label_size * kLineHeight;
      if (i > 0) svg_.text(" ");
      svg_.open("text").attribute("x", label.first_baseline.x);
      svg_.attribute("y", label.first_baseline.y + down);
      svg_.attribute("textLength", text_width(label.lines[i], sheet_.label_size));
      svg_.attribute("lengthAdjust", "spacingAndGlyphs").text(label.lines[i]).close();
    }
    svg_.close();
  }

  SvgWriter& svg_;
  const Scene& scene_;
  const Sheet& sheet_;
};

}  // namespace

std::vector<std::size_t> reading_order(const Scene& scene, const Sheet& sheet) {
  std::vector<std::size_t> order(scene.places.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t place) {
    return std::pair(sheet.land_of_place[place], scene.places[place].hazard);
  });
  return order;
}

std::string accessible_name(const Scene& scene, const Sheet& sheet, std::size_t place) {
  const MapWords& words = map_words(scene.words_language);
  std::string remark = scene.places[place].hazard ? std::string(words.obstacle) : "";
  if (const std::size_t stop = sheet.stop_of_place[place]; stop != 0) {
    remark += (remark.empty() ? "" : ", ") + std::string(words.stop) + " " + std::to_string(stop);
  }
  return scene.places[place].title + (remark.empty() ? "" : " (" + remark + ")");
}

void draw_walk(SvgWriter& svg, const Scene& scene, const Sheet& sheet) {
  if (scene.walk.line.size() < 2) return;
  const std::string line = PathData().polyline(sheet.projection(scene.walk.line)).text();
  for (const char* style : {"walk-side", "walk"}) {
    svg.open("path").style(style).attribute("d", line).close();
  }
}

void draw_links(SvgWriter& svg, const Scene& scene, const Sheet& sheet) {
  Links(svg, scene, sheet).draw();
  for (std::size_t i = 0; i < sheet.stops.size(); ++i) {
    const Point& at = sheet.stops[i];
    svg.open("g").attribute("aria-hidden", "true").attribute("pointer-events", "none");
    svg.open("circle").style("stop").attribute("cx", at.x).attribute("cy", at.y);
    svg.attribute("r", 10.0).close();
    svg.open("text").style("stop-number").attribute("x", at.x).attribute("y", at.y + 4.6);
    svg.attribute("text-anchor", "middle");
    svg.text(std::to_string(scene.walk.stops[i].number)).close().close();
  }
}

}  // namespace landkaart::inline v0
