// SPDX-License-Identifier: EUPL-1.2
// media_type_of() returns the media type of an asset from the extension of its name: "image/png"
// for "a.png" and "A.PNG". The compiler stores that type in the pack, and the reader refuses any
// other, because a browser runs an asset that is served as "text/html" or "text/javascript".
#pragma once

#include <string_view>

namespace landkaart::inline v0 {

// Returns "application/octet-stream" when the extension is not known.
std::string_view media_type_of(std::string_view file_name);

}  // namespace landkaart::inline v0
