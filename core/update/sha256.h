// SPDX-License-Identifier: EUPL-1.2
// SHA-256 (FIPS 180-4), computed by libsodium.
#pragma once

#include <initializer_list>
#include <string>

#include "core/format/layout.h"

namespace landkaart::inline v0 {

// The hash of the concatenation of `parts`.
Hash sha256(std::initializer_list<std::string_view> parts);
// `hash` as 64 hexadecimal digits in lower case.
std::string hexadecimal(const Hash& hash);

}  // namespace landkaart::inline v0
