// SPDX-License-Identifier: EUPL-1.2
// Licence expressions of SPDX (version 2.3, annex D), such as "CC-BY-4.0 OR EUPL-1.2".
#pragma once

#include <string>
#include <string_view>

namespace landkaart::inline v0 {

struct LicenceCheck {
  enum class Result { valid, unknown_name, not_an_expression };

  Result result = Result::valid;
  std::string name;        // the name that is not known
  std::string_view meant;  // the known name nearest to `name`; empty when there is none
};

// A name is an identifier of the SPDX licence list, or "LicenseRef-" and a name of one's own.
LicenceCheck check_licence(std::string_view expression);

}  // namespace landkaart::inline v0
