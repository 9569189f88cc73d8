// SPDX-License-Identifier: EUPL-1.2
#include <landkaart/cocreatie.h>

#include "content-pack/embedded/cocreatie_bytes.h"

namespace landkaart::inline v0 {

Pack cocreatie() {
  static const Pack kPack =
      Pack::from_static({reinterpret_cast<const std::byte*>(kCocreatieWords), kCocreatieBytes});
  return kPack;
}

}  // namespace landkaart::inline v0
