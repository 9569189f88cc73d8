// SPDX-License-Identifier: EUPL-1.2
// Asks a pack everything that can be asked, for packs that may be hostile.
#pragma once

#include <landkaart/landkaart.h>
#include <landkaart/verify.h>

namespace landkaart::testing {

// Every question but verify; each may throw Error.
inline void ask_everything(const Pack& pack) {
  for (const Item& item : pack.items()) {
    static_cast<void>(item.json());
    static_cast<void>(item.html());
    static_cast<void>(item.text());
    static_cast<void>(item.markdown());
    static_cast<void>(item.steps());
    static_cast<void>(item.property("sources"));
    for (const Item::Link& link : item.links()) static_cast<void>(link.item.title());
    for (const Item::Link& link : item.backlinks()) static_cast<void>(link.item.title());
    static_cast<void>(pack.route(item.id()));
  }
  static_cast<void>(
      pack.work_forms({.themes = {"samenwerken"}, .purpose = Purpose::survive, .group_size = 8}));
  static_cast<void>(
      pack.items({.themes = {"samenwerken"}, .tags = {"draagvlak"}, .language = "nl"}));
  static_cast<void>(pack.redirects());
  static_cast<void>(pack.synonyms());
  for (const Asset& asset : pack.assets()) (void)asset.range(1, 10);
  const Map map = pack.map();
  static_cast<void>(map.locate(500, 300));
  static_cast<void>(map.nearest(500, 300, 3));
  static_cast<void>(map.html({.highlight = "samenwerken"}));
  for (const char* query :
       {"collega's die samenwerken", "wie missen wij", "colega", "-kring papier", "sam*",
        "\"die samenwerken\"", "wie is er en wat doen wij met zijn allen hier"}) {
    const SearchResult result = pack.search(query);
    for (const Hit& hit : result.hits) {
      static_cast<void>(hit.snippet());
      static_cast<void>(hit.explain());
    }
    static_cast<void>(pack.suggest(query));
    static_cast<void>(result.total());
    static_cast<void>(result.facets());
    static_cast<void>(result.suggestion());
  }
}

}  // namespace landkaart::testing
