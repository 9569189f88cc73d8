// SPDX-License-Identifier: EUPL-1.2
// The version of the library; CMake reads it from here.
#pragma once

#define LANDKAART_VERSION_MAJOR 0
#define LANDKAART_VERSION_MINOR 1
#define LANDKAART_VERSION_PATCH 0

namespace landkaart::inline v0 {

// The version of the library that is linked, such as "0.1.0".
const char* version() noexcept;
// The newest pack format that it reads.
int format_version() noexcept;

}  // namespace landkaart::inline v0
