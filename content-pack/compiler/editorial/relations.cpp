// SPDX-License-Identifier: EUPL-1.2
// redirected-link: links must use current ids. unreached-item: another item or the map must refer
// to each item.
#include "content-pack/compiler/editorial/rules.h"

namespace landkaart::inline v0 {

void find_redirected_links(const FolderText& folder, Findings& findings) {
  for (const ItemText* item : folder.items) {
    for (const NamedItem& relation : item->relations) {
      const auto redirect = folder.redirects.find(relation.id);
      if (redirect == folder.redirects.end()) continue;
      findings.add(*item, relation.place, Message::link_by_old_id, {relation.id, redirect->second});
    }
  }
}

void find_unreached_items(const FolderText& folder, Findings& findings) {
  if (!folder.has_relations) return;  // readers find all items of this pack by search
  for (const ItemText* item : folder.items) {
    const bool is_entry_point = item->kind == Kind::theme || item->kind == Kind::journey;
    if (is_entry_point || item->is_bulk || folder.reached.contains(item->id)) continue;
    findings.add(*item, item->at, Message::unreached_item, {item->id});
  }
}

}  // namespace landkaart::inline v0
