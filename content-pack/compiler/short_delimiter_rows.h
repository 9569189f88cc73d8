// SPDX-License-Identifier: EUPL-1.2
// Tables whose delimiter row has a cell of one or two characters, such as |-|-| and :-: . GitHub
// reads these rows, and md4c 0.4.8 reads them as text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace landkaart::inline v0 {

// A delimiter row that is replaced by one that md4c reads.
struct WidenedRow {
  std::size_t begin;  // in the text
  std::size_t size;
  std::string row;  // "|---|:---:|"
};

// The short delimiter rows below a header row with as many cells, in order. Rows in code and HTML
// are left out.
std::vector<WidenedRow> widened_rows(std::string_view markdown);

}  // namespace landkaart::inline v0
