// SPDX-License-Identifier: EUPL-1.2
// Manifest, what a pack says of itself.
#pragma once

#include <cstdint>
#include <string>

namespace landkaart::inline v0 {

struct Manifest {
  std::string id, title, version, language, publisher, licence;
  std::string description, channel, homepage;  // empty when the pack does not say
  std::uint64_t release = 1;                   // only grows
  int format_version = 0;
  std::string root;  // SHA-256 of the content as 64 hexadecimal digits
  std::string json;  // the manifest as it is stored, with every key
};

}  // namespace landkaart::inline v0
