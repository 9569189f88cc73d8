// SPDX-License-Identifier: EUPL-1.2
// The bytes of the default pack, in a source file that embed_pack writes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace landkaart::inline v0 {

extern const std::uint64_t kCocreatieWords[];  // eight bytes each, in the byte order of the machine
extern const std::size_t kCocreatieBytes;

}  // namespace landkaart::inline v0
