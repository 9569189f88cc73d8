// SPDX-License-Identifier: EUPL-1.2
// The version of the library. CMake and the Python package read the three numbers from this file.
#pragma once

#include "landkaart/export.h"

#define LANDKAART_VERSION_MAJOR 0
#define LANDKAART_VERSION_MINOR 1
#define LANDKAART_VERSION_PATCH 0

// The version as one number for #if: major * 10000 + minor * 100 + patch, so 0.1.0 is 100 and
// 1.2.3 is 10203. It is the version of the headers; version() is that of the linked library.
#define LANDKAART_VERSION \
  (LANDKAART_VERSION_MAJOR * 10000 + LANDKAART_VERSION_MINOR * 100 + LANDKAART_VERSION_PATCH)

namespace landkaart::inline v0 {

// The version of the library that the program is linked with, such as "0.1.0".
[[nodiscard]] LANDKAART_EXPORT const char* version() noexcept;

// The newest version of the pack format that this library reads, such as 1. Opening a pack that
// requires a newer version throws Error(newer_version).
[[nodiscard]] LANDKAART_EXPORT int format_version() noexcept;

}  // namespace landkaart::inline v0
