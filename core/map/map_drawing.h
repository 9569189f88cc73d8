// SPDX-License-Identifier: EUPL-1.2
// draw and draw_with_list, which write a scene as SVG or as HTML with SVG in it.
#pragma once

#include <string>

#include "core/map/scene.h"

namespace landkaart::inline v0 {

// The drawing as an <svg> element, which is also a valid SVG file when the scene is not embedded.
std::string draw(const Scene& scene);
// The drawing in a <div> of HTML, followed by a list with the same links in the same order, for
// readers who cannot use the drawing. Always uses classes, as if scene.embedded were true.
std::string draw_with_list(const Scene& scene);

}  // namespace landkaart::inline v0
