// SPDX-License-Identifier: EUPL-1.2
// The address of an asset in a body: "asset:" and the name of the asset, in which a space is
// written %20 and a percent sign %25, because an address has no spaces.
#pragma once

#include <string>
#include <string_view>

namespace landkaart::inline v0 {

// The name in an address that begins with "asset:". Decodes every %XX, because authors and editors
// of Markdown write "caf%C3%A9%20a.png" for the file "café a.png", and composes letters.
std::string asset_name(std::string_view address);

// The one spelling that a body stores for an address that begins with "asset:".
std::string canonical_asset_address(std::string_view address);

}  // namespace landkaart::inline v0
