// SPDX-License-Identifier: EUPL-1.2
// The media type of a file, by its extension.
#pragma once

#include <string_view>

namespace landkaart::inline v0 {

// "application/octet-stream" when the extension says nothing.
std::string_view media_type_of(std::string_view file_name);

}  // namespace landkaart::inline v0
