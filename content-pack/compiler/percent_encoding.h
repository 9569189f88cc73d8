// SPDX-License-Identifier: EUPL-1.2
// percent_decoded(), which decodes the characters that an address writes as a percent sign and two
// hexadecimal digits.
#pragma once

#include <string>
#include <string_view>

namespace landkaart::inline v0 {

// "caf%C3%A9%20a" becomes "café a". A percent sign without two digits stays. The result can be text
// that is not UTF-8.
std::string percent_decoded(std::string_view text);

}  // namespace landkaart::inline v0
