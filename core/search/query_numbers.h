// SPDX-License-Identifier: EUPL-1.2
// Numbers that a question in Dutch or English names: for how many people, and how much time there
// is.
#pragma once

#include <optional>
#include <string_view>

namespace landkaart::inline v0 {

struct QueryNumbers {
  std::optional<int> people;
  std::optional<int> minutes;
};

QueryNumbers numbers_in(std::string_view text);

}  // namespace landkaart::inline v0
