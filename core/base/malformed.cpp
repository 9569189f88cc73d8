// SPDX-License-Identifier: EUPL-1.2
#include "core/base/malformed.h"

#include <string>

namespace landkaart::inline v0 {

void malformed(std::string_view problem, std::uint64_t offset) {
  throw Error(ErrorCode::malformed, "this pack breaks the format: " + std::string(problem), {},
              offset);
}

}  // namespace landkaart::inline v0
