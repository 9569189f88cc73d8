// SPDX-License-Identifier: EUPL-1.2
// define_lands and draw_landscape, which draw the background of the map: sea, coasts, relief,
// rivers and roads. The links on top of it are drawn by link_drawing.h.
#pragma once

#include "core/map/sheet.h"
#include "core/map/svg_writer.h"

namespace landkaart::inline v0 {

// Writes into <defs> the outline and clip path of each land, and the curves along which names of
// lands are written.
void define_lands(SvgWriter& svg, const Scene& scene, const Sheet& sheet);
void draw_landscape(SvgWriter& svg, const Scene& scene, const Sheet& sheet);

}  // namespace landkaart::inline v0
