// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/asset_address.h"

#include "content-pack/compiler/composed_letters.h"
#include "content-pack/compiler/percent_encoding.h"
#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::string_view kScheme = "asset:";

}  // namespace

std::string asset_name(std::string_view address) {
  const std::string name = percent_decoded(address.substr(kScheme.size()));
  // A mistake of the author; the message that no such file exists must be UTF-8.
  return is_valid_utf8(name) ? with_composed_letters(name)
                             : std::string(address.substr(kScheme.size()));
}

std::string canonical_asset_address(std::string_view address) {
  std::string canonical(kScheme);
  for (const char letter : asset_name(address)) {
    if (letter == ' ' || letter == '%') {
      canonical += letter == ' ' ? "%20" : "%25";
    } else {
      canonical += letter;
    }
  }
  return canonical;
}

}  // namespace landkaart::inline v0
