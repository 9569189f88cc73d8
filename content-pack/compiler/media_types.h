// SPDX-License-Identifier: EUPL-1.2
// media_type_of() returns the media type of a file from its extension: "image/png" for "a.png".
#pragma once

#include <string_view>

namespace landkaart::inline v0 {

// Returns "application/octet-stream" when the extension is not known.
std::string_view media_type_of(std::string_view file_name);

}  // namespace landkaart::inline v0
