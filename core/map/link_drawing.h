// SPDX-License-Identifier: EUPL-1.2
// draw_links, which draws the parts of a map that are links: first the lands, then the places, each
// with its sign and label.
#pragma once

#include "core/map/sheet.h"
#include "core/map/svg_writer.h"

namespace landkaart::inline v0 {

// The indices of the places in the order in which links are written: land by land, in each land the
// topics before the obstacles, and places at sea last.
std::vector<std::size_t> reading_order(const Scene& scene, const Sheet& sheet);

// The name of a place for a screen reader. It says when the place is an obstacle, and the number of
// a stop: "Title (obstacle, stop 1)".
std::string accessible_name(const Scene& scene, const Sheet& sheet, std::size_t place);

// Draws the line of the walk. draw_links draws the numbers of its stops, which lie above the signs.
void draw_walk(SvgWriter& svg, const Scene& scene, const Sheet& sheet);
void draw_links(SvgWriter& svg, const Scene& scene, const Sheet& sheet);

}  // namespace landkaart::inline v0
