// SPDX-License-Identifier: EUPL-1.2
#include "core/base/malformed.h"

#include <string>

namespace landkaart::inline v0 {

void malformed(std::string_view problem, std::uint64_t offset) {
  throw Error(ErrorCode::malformed, "this pack breaks the format: " + std::string(problem), {},
              offset);
}

void beyond_limit(std::string_view part, std::uint64_t most, std::string_view unit) {
  throw Error(ErrorCode::limit_exceeded,
              "this pack is beyond a limit of the format: " + std::string(part) +
                  " has more than " + std::to_string(most) + " " + std::string(unit));
}

}  // namespace landkaart::inline v0
