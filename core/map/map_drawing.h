// SPDX-License-Identifier: EUPL-1.2
// draw, a scene as an SVG document or as a part of a page.
#pragma once

#include <string>

#include "core/map/scene.h"

namespace landkaart::inline v0 {

std::string draw(const Scene& scene);
// HTML: the drawing, and beside it the list of the same links in the same order.
std::string draw_with_list(const Scene& scene);

}  // namespace landkaart::inline v0
