// SPDX-License-Identifier: EUPL-1.2
// The land as it is drawn: sea, coasts, relief, water and roads. Nothing here is a link.
#pragma once

#include "core/map/sheet.h"
#include "core/map/svg_writer.h"

namespace landkaart::inline v0 {

// The content of <defs>: outlines, clips and the curves of names.
void define_lands(SvgWriter& svg, const Scene& scene, const Sheet& sheet);
void draw_landscape(SvgWriter& svg, const Scene& scene, const Sheet& sheet);

}  // namespace landkaart::inline v0
