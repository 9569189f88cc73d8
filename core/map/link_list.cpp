// SPDX-License-Identifier: EUPL-1.2
#include "core/map/link_list.h"

#include <algorithm>

#include "core/map/link_drawing.h"
#include "core/map/map_words.h"

namespace landkaart::inline v0 {
namespace {

void draw_item(SvgWriter& html, const Scene& scene, const std::string& id,
               const std::string& text) {
  html.open("li").open("a").attribute("href", scene.base_url + id);
  if (std::ranges::find(scene.selected, id) != scene.selected.end()) {
    html.attribute("aria-current", "true");
  }
  html.text(text).close().close();
}

}  // namespace

void draw_list(SvgWriter& html, const Scene& scene, const Sheet& sheet) {
  const MapWords& words = map_words(scene.words_language);
  html.open("nav").attribute("class", "landkaart-list");
  html.attribute("aria-label", scene.heading + ", " + std::string(words.contents));
  if (!scene.language.empty()) html.attribute("lang", scene.language);
  if (!scene.lands.empty()) {
    html.open("ul");
    for (const SceneLand& land : scene.lands) draw_item(html, scene, land.id, land.title);
    html.close();
  }
  const std::vector<std::size_t> order = reading_order(scene, sheet);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::size_t land = sheet.land_of_place[order[i]];
    if (i == 0 || land != sheet.land_of_place[order[i - 1]]) {
      if (i > 0) html.close();
      if (land != kAtSea) html.open("p").text(scene.lands[land].title).close();
      html.open("ol").attribute("start", std::to_string(i + 1));
    }
    draw_item(html, scene, scene.places[order[i]].id, accessible_name(scene, sheet, order[i]));
  }
  if (!order.empty()) html.close();
  html.close();
}

}  // namespace landkaart::inline v0
