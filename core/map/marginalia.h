// SPDX-License-Identifier: EUPL-1.2
// The marginalia of a map: frame, title, compass and legend.
#pragma once

#include "core/map/sheet.h"
#include "core/map/svg_writer.h"

namespace landkaart::inline v0 {

inline constexpr double kFrame = 14;  // from the edge of the sheet to the inside of its frame

// The height of the strip under the map that holds compass and legend.
double foot_height(const Scene& scene);
// The room of the title with its ornaments, above the map.
Box title_box(const Scene& scene);

// Draws straight lines over the sea, which radiate from the compass in 15 directions.
void draw_rhumbs(SvgWriter& svg, const Scene& scene, const Sheet& sheet);
void draw_frame(SvgWriter& svg, const Sheet& sheet);
void draw_title(SvgWriter& svg, const Scene& scene);
void draw_compass_and_legend(SvgWriter& svg, const Scene& scene, const Sheet& sheet);

}  // namespace landkaart::inline v0
