// SPDX-License-Identifier: EUPL-1.2
// The list beside a drawing: the same links in the same order, for whoever reads rather than looks.
#pragma once

#include "core/map/scene.h"
#include "core/map/svg_writer.h"

namespace landkaart::inline v0 {

void draw_list(SvgWriter& html, const Scene& scene, const std::vector<std::size_t>& land_of_place);

}  // namespace landkaart::inline v0
