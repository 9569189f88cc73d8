// SPDX-License-Identifier: EUPL-1.2
// error_code, for tests that expect an Error.
#pragma once

#include "landkaart/error.h"

namespace landkaart::testing {

// The code of the Error that a call throws; ErrorCode{}, which is no error, when it throws none.
ErrorCode error_code(const auto& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.code();
  }
  return {};
}

}  // namespace landkaart::testing
