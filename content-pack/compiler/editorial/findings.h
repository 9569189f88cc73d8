// SPDX-License-Identifier: EUPL-1.2
// What the editorial rules find. The ways in are find_in(), and find_in_items() for a folder of
// which some items cannot be read. docs/authoring.md describes each rule.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "content-pack/compiler/editorial/item_text.h"
#include "landkaart/compiler.h"

namespace landkaart::inline v0 {

// What the rules know of a folder besides the items themselves.
struct FolderText {
  std::vector<const ItemText*> items;
  std::string today;                                       // YYYY-MM-DD
  std::unordered_map<std::string, std::string> redirects;  // old id to id
  std::unordered_set<std::string> reached;                // ids that a relation or the map leads to
  std::unordered_map<std::string, std::size_t> captions;  // asset to how many cues it has
  bool has_relations = false;
};

// Both in order of file and line.
std::vector<Finding> find_in(const FolderText& folder, unsigned jobs);
// Without the rules that compare items.
std::vector<Finding> find_in_items(const FolderText& folder, unsigned jobs);

}  // namespace landkaart::inline v0
