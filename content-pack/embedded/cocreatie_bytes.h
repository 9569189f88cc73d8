// SPDX-License-Identifier: EUPL-1.2
// The bytes of the default pack. The program embed_pack writes the source file that defines these
// variables.
#pragma once

#include <cstddef>
#include <cstdint>

namespace landkaart::inline v0 {

extern const std::uint64_t kCocreatieWords[];  // 8 bytes of the pack in each, in native byte order
extern const std::size_t kCocreatieBytes;

}  // namespace landkaart::inline v0
