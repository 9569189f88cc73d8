// SPDX-License-Identifier: EUPL-1.2
// Asks a pack everything that can be asked, for packs that may be hostile.
#pragma once

#include <landkaart/landkaart.h>
#include <landkaart/verify.h>

namespace landkaart::testing {

// Every question but verify; each may throw Error.
inline void ask_everything(const Pack& pack) {
  for (const Item& item : pack.items()) {
    item.json();
    item.html();
    item.text();
    item.markdown();
    item.steps();
    item.property("sources");
    for (const Item::Link& link : item.links()) link.item.title();
    for (const Item::Link& link : item.backlinks()) link.item.title();
    pack.route(item.id());
  }
  pack.work_forms({.purpose = Purpose::survive, .group_size = 8, .theme = "samenwerken"});
  pack.items({.theme = "samenwerken", .tag = "draagvlak", .language = "nl"});
  pack.redirects();
  pack.synonyms();
  for (const Asset& asset : pack.assets()) (void)asset.range(1, 10);
  const Map map = pack.map();
  map.locate(500, 300);
  map.nearest(500, 300, 3);
  map.html({.highlight = "samenwerken"});
  for (const char* query :
       {"collega's die samenwerken", "wie missen wij", "colega", "-kring papier", "sam*",
        "\"die samenwerken\"", "wie is er en wat doen wij met zijn allen hier"}) {
    const SearchResult result = pack.search(query);
    for (const Hit& hit : result.hits) {
      static_cast<void>(hit.snippet());
      static_cast<void>(hit.explain());
    }
    pack.suggest(query);
    static_cast<void>(result.total());
    static_cast<void>(result.facets());
    static_cast<void>(result.suggestion());
  }
}

}  // namespace landkaart::testing
