// SPDX-License-Identifier: EUPL-1.2
// Tables that GitHub reads and md4c 0.4.8 reads as text: a cell of the delimiter row has one or two
// characters, such as |-|-| and :-: , or the header row is not the first line of its paragraph.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace landkaart::inline v0 {

// A delimiter row that is replaced by one that md4c reads, or an empty line that is inserted before
// a header row.
struct WidenedRow {
  std::size_t begin;  // in the text
  std::size_t size;
  std::string row;  // "|---|:---:|", or a line feed
};

// The changes for tables whose header row has as many cells as the delimiter row, in order. Rows in
// code and HTML are left out.
std::vector<WidenedRow> widened_rows(std::string_view markdown);

}  // namespace landkaart::inline v0
