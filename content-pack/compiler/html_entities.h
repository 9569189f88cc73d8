// SPDX-License-Identifier: EUPL-1.2
// html_entity() looks up a named character of HTML, such as &eacute;.
#pragma once

#include <string_view>

namespace landkaart::inline v0 {

// The characters for which a name such as "eacute" stands, as UTF-8. Empty for a name that HTML
// does not have. Names are case-sensitive: "Eacute" is another letter.
std::string_view html_entity(std::string_view name);

}  // namespace landkaart::inline v0
