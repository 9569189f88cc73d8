// SPDX-License-Identifier: EUPL-1.2
// Applies the editorial rules to the items of a folder. The entry points are find_in() and, for a
// folder with items that cannot be read, find_in_items(). docs/authoring.md describes each rule.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "content-pack/compiler/editorial/item_text.h"
#include "landkaart/compiler.h"

namespace landkaart::inline v0 {

// The items of a folder and the facts about the folder that the rules use.
struct FolderText {
  std::vector<const ItemText*> items;
  std::string today;     // YYYY-MM-DD
  std::string valid_on;  // YYYY-MM-DD: the date for which the pack is made
  std::unordered_map<std::string, std::string> redirects;  // from old id to id
  std::unordered_set<std::string> reached;  // ids on the map, targets of links, and translations
  std::unordered_map<std::string, std::size_t> captions;  // caption file to number of captions
  bool has_relations = false;                             // whether any item links to another item
  MessageLanguage messages_in = MessageLanguage::english;
};

// Returns the findings of all rules, sorted by file and line. Uses `jobs` threads.
std::vector<Finding> find_in(const FolderText& folder, unsigned jobs);
// Returns the findings of the rules that look at one item at a time, sorted by file and line.
std::vector<Finding> find_in_items(const FolderText& folder, unsigned jobs);

}  // namespace landkaart::inline v0
