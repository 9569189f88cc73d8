// SPDX-License-Identifier: EUPL-1.2
// SHA-256 (FIPS 180-4), by libsodium.
#pragma once

#include <initializer_list>
#include <string>

#include "core/format/layout.h"

namespace landkaart::inline v0 {

// Of the parts one after another.
Hash sha256(std::initializer_list<std::string_view> parts);
std::string hexadecimal(const Hash& hash);

}  // namespace landkaart::inline v0
