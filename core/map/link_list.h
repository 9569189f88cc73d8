// SPDX-License-Identifier: EUPL-1.2
// draw_list, which writes the list beside a drawing: the same links in the same order as text, for
// readers who cannot see the drawing or whose screen is narrow.
#pragma once

#include "core/map/sheet.h"
#include "core/map/svg_writer.h"

namespace landkaart::inline v0 {

void draw_list(SvgWriter& html, const Scene& scene, const Sheet& sheet);

}  // namespace landkaart::inline v0
