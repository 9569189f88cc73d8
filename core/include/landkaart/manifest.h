// SPDX-License-Identifier: EUPL-1.2
// Manifest, the description of a pack that its publisher stored in it.
#pragma once

#include <cstdint>
#include <string>

#include "landkaart/export.h"

namespace landkaart::inline v0 {

// A text is empty when the pack does not give it.
struct Manifest {
  std::string id, title;
  std::string version;   // for people, such as "0.1.0"
  std::string language;  // BCP 47, such as "nl"
  std::string publisher, licence, description, channel, homepage;
  std::uint64_t release = 1;  // rises with each release of the pack
  int format_version = 0;     // of the pack format, such as 1
  std::string root;           // root hash of the content (SHA-256), as 64 hexadecimal digits
  std::string json;           // the manifest as it is stored, with every key
};

}  // namespace landkaart::inline v0
