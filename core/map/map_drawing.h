// SPDX-License-Identifier: EUPL-1.2
// draw, a scene as an SVG document.
#pragma once

#include <string>

#include "core/map/scene.h"

namespace landkaart {

std::string draw(const Scene& scene);

}  // namespace landkaart
