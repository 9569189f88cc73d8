// SPDX-License-Identifier: EUPL-1.2
// The links of a map: its lands, then its places land by land, each with sign and lettering.
#pragma once

#include "core/map/sheet.h"
#include "core/map/svg_writer.h"

namespace landkaart::inline v0 {

// The numbers of the places in reading order: land by land, topics before hazards, the sea last.
std::vector<std::size_t> reading_order(const Scene& scene,
                                       const std::vector<std::size_t>& land_of_place);

// As it is read out: a hazard is called one, and a stop of the walk has its number.
std::string accessible_name(const Scene& scene, std::size_t place);

void draw_walk(SvgWriter& svg, const Scene& scene, const Sheet& sheet);
void draw_links(SvgWriter& svg, const Scene& scene, const Sheet& sheet);

}  // namespace landkaart::inline v0
