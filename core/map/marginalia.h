// SPDX-License-Identifier: EUPL-1.2
// Marginalia, what stands around a map: frame, title, compass and legend.
#pragma once

#include "core/map/sheet.h"
#include "core/map/svg_writer.h"

namespace landkaart::inline v0 {

inline constexpr double kFrame = 14;  // from the edge of the sheet to the inside of its frame

// The room that compass and legend take under the map.
double foot_height(const Scene& scene);
// The room of the title, above the map.
Box title_box(const Scene& scene);

// The winds from the compass, over the sea.
void draw_rhumbs(SvgWriter& svg, const Scene& scene, const Sheet& sheet);
void draw_frame(SvgWriter& svg, const Sheet& sheet);
void draw_title(SvgWriter& svg, const Scene& scene);
void draw_compass_and_legend(SvgWriter& svg, const Scene& scene, const Sheet& sheet);

}  // namespace landkaart::inline v0
