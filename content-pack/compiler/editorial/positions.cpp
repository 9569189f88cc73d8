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
  ItemText pack_yaml;
  pack_yaml.file = "pack.yaml";
  findings.add(pack_yaml, {}, Message::missing_positions, {std::to_string(folder.items.size())});
}

}  // namespace landkaart::inline v0
