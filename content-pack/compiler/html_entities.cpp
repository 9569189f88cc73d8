// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/html_entities.h"

#include <algorithm>
#include <iterator>

namespace landkaart::inline v0 {
namespace {

struct HtmlEntity {
  std::string_view name, text;
};

#include "content-pack/compiler/html_entities.inc"

}  // namespace

std::string_view html_entity(std::string_view name) {
  const auto* found = std::ranges::lower_bound(kHtmlEntities, name, {}, &HtmlEntity::name);
  const bool exists = found != std::end(kHtmlEntities) && found->name == name;
  return exists ? found->text : std::string_view();
}

}  // namespace landkaart::inline v0
