// SPDX-License-Identifier: EUPL-1.2
// The release statement at the end of a pack: a JSON text that states which release of which pack
// the file is. The hashes of the pack do not cover it. The layout has room for signatures; the
// compiler writes none.
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
  std::string payload;  // JSON; the specification lists its keys
  std::vector<ReleaseSignature> signatures;
};

std::string encode_release_statement(const ReleaseStatement& statement);

// Throws Error: truncated, damaged, malformed, limit_exceeded.
ReleaseStatement decode_release_statement(Bytes bytes);

}  // namespace landkaart::inline v0
