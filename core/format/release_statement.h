// SPDX-License-Identifier: EUPL-1.2
// The release statement at the end of a pack, outside the hashed bytes: who says that this file is
// which release. Unsigned for now; place and layout are fixed.
#pragma once

#include <string>
#include <vector>

#include "core/base/bytes.h"

namespace landkaart::inline v0 {

struct ReleaseSignature {
  std::string key_id;     // 8 bytes
  std::string signature;  // 64 bytes, Ed25519 over the payload
};

struct ReleaseStatement {
  std::string payload;  // JSON; its keys are in the specification
  std::vector<ReleaseSignature> signatures;
};

std::string encode_release_statement(const ReleaseStatement& statement);

// Throws Error: truncated, damaged, malformed, limit_exceeded.
ReleaseStatement decode_release_statement(Bytes bytes);

}  // namespace landkaart::inline v0
