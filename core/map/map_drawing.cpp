// SPDX-License-Identifier: EUPL-1.2
#include "core/map/map_drawing.h"

#include <algorithm>

#include "core/map/land_drawing.h"
#include "core/map/link_drawing.h"
#include "core/map/link_list.h"
#include "core/map/map_symbols.h"
#include "core/map/marginalia.h"
#include "core/map/path_data.h"

namespace landkaart::inline v0 {
namespace {

std::size_t features_of(const Scene& scene) { return scene.lands.size() + scene.places.size(); }

void open_root(SvgWriter& svg, const Scene& scene, const Sheet& sheet) {
  svg.open("svg").attribute("xmlns", "http://www.w3.org/2000/svg");
  svg.attribute("viewBox", "0 0 " + short_number(Projection::kWidth) + " " +
                               short_number(sheet.projection.height()));
  svg.attribute("role", "group").attribute("aria-label", scene.heading).style("map");
  if (!scene.language.empty()) svg.attribute("lang", scene.language);
}

void define(SvgWriter& svg, const Scene& scene, const Sheet& sheet) {
  svg.open("defs");
  define_symbols(svg, {scene.id_prefix, std::min(scene.lands.size(), kLandSorts)});
  define_lands(svg, scene, sheet);
  svg.close();
}

void draw_sheet(SvgWriter& svg, const Scene& scene, const Sheet& sheet) {
  open_root(svg, scene, sheet);
  define(svg, scene, sheet);
  svg.open("g").attribute("aria-hidden", "true");
  svg.open("rect").style("sea").attribute("width", Projection::kWidth);
  svg.attribute("height", sheet.projection.height()).close();
  draw_rhumbs(svg, scene, sheet);
  draw_landscape(svg, scene, sheet);
  draw_frame(svg, sheet);
  draw_title(svg, scene);
  draw_walk(svg, scene, sheet);
  svg.close();
  draw_links(svg, scene, sheet);
  svg.open("g").attribute("aria-hidden", "true");
  draw_compass_and_legend(svg, scene, sheet);
  svg.close();
  svg.close();
}

}  // namespace

std::string draw(const Scene& scene) {
  SvgWriter svg(scene.embedded, scene.palette);
  svg.reserve(features_of(scene) * 700);
  draw_sheet(svg, scene, lay_out(scene));
  return svg.finish();
}

std::string draw_with_list(const Scene& scene) {
  const Sheet sheet = lay_out(scene);
  SvgWriter html(true, scene.palette);
  html.reserve(features_of(scene) * 1'100);
  html.open("div").attribute("class", "landkaart");
  draw_sheet(html, scene, sheet);
  draw_list(html, scene, sheet);
  html.close();
  return html.finish();
}

}  // namespace landkaart::inline v0
