// SPDX-License-Identifier: EUPL-1.2
// Short functions for the tests of the Dutch analysis.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "content-pack/compiler/dutch/dutch_analysis.h"

namespace landkaart {

using Words = std::vector<std::string>;

inline std::string lemma_of(std::string_view form) { return dutch_analysis().analyse(form).lemma; }
inline Words parts_of(std::string_view form) { return dutch_analysis().analyse(form).parts; }
inline Words inflections_of(std::string_view lemma) { return dutch_analysis().inflections(lemma); }

}  // namespace landkaart
