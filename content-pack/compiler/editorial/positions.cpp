// SPDX-License-Identifier: EUPL-1.2
// missing-positions: a large pack needs word positions, because a search for a phrase reads the
// texts of documents in a pack without them, and reads a bounded part of a large pack.
#include "content-pack/compiler/editorial/rules.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kMostItemsWithoutPositions = 1000;

}  // namespace

void find_missing_positions(const FolderText& folder, Findings& findings) {
  if (folder.has_positions || folder.items.size() <= kMostItemsWithoutPositions) return;
  findings.push_back({.file = "pack.yaml",
                      .rule = "missing-positions",
                      .problem = "positions: false in a pack of " +
                                 std::to_string(folder.items.size()) +
                                 " items; a search for a phrase reads only a part of the texts",
                      .remedy = "remove positions: false"});
}

}  // namespace landkaart::inline v0
