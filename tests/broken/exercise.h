// SPDX-License-Identifier: EUPL-1.2
// Calls every query of the public interface on one pack, which may be hostile.
#pragma once

#include <landkaart/landkaart.h>
#include <landkaart/verify.h>

namespace landkaart::testing {

inline void read_item(const Pack& pack, const Item& item) {
  item.json();
  item.html();
  item.text();
  item.markdown();
  item.steps();
  item.property("sources");
  for (const Item& theme : item.themes()) theme.title();
  for (const Item::Link& link : item.links()) link.item.title();
  for (const Item::Link& link : item.backlinks()) link.item.title();
  for (const Item::Related& related : item.related()) related.item.title();
  pack.item(item.id());
  pack.route(item.id());
}

inline void read_lists(const Pack& pack) {
  pack.work_forms({.purpose = Purpose::survive, .group_size = 8, .theme = "samenwerken"});
  pack.work_forms({.obstacle = "ik-sta-er-alleen-voor"});
  pack.items({.theme = "samenwerken", .tag = "draagvlak", .language = "nl"});
  pack.redirects();
  pack.synonyms();
  for (const Asset& asset : pack.assets()) {
    pack.asset(asset.name);
    (void)asset.range(1, 10);
  }
}

// Draws the map once as it is, and once more for each walk: every journey and every obstacle.
inline void draw_map(const Map& map) {
  map.geojson();
  map.locate(500, 300);
  map.nearest(500, 300, 3);
  map.within({{0, 0}, {1000, 1000}});
  map.html({.heading = "Kaart", .selected = {"samenwerken"}});
  for (const Journey& journey : map.journeys()) map.svg({.highlight = journey.id});
  for (const Place& hazard : map.hazards()) {
    map.html({.highlight = hazard.id});
    if (!map.places().empty()) map.journey(hazard.id, map.places().front().id);
  }
}

inline void read_result(const SearchResult& result) {
  for (const Hit& hit : result.hits) {
    hit.snippet();
    hit.explain();
  }
  result.total();
  result.facets();
  result.suggestion();
  result.offers();
}

inline void search(const Pack& pack) {
  for (const char* query :
       {"collega's die samenwerken", "wie missen wij", "colega", "-kring papier", "sam*",
        "\"die samenwerken\"", "wie is er en wat doen wij met zijn allen hier voor 8 mensen"}) {
    read_result(pack.search(query));
    pack.suggest(query);
  }
  const char* query = "collega's in een krin";
  read_result(pack.search(query, {.limit = 0}));
  read_result(pack.search(query, {.limit = 2, .offset = 1, .as_you_type = true}));
  read_result(pack.search(query, {.theme = "samenwerken", .match = Match::all}));
  read_result(pack.search(query, {.kind = Kind::work_form, .purpose = Purpose::learn_together}));
  pack.suggest(query, 0);
}

// Passes each part of the interface, as a function without arguments, to `attempt`. Together the
// parts call everything but verify(). Each part may throw Error.
template <typename Attempt>
void attempt_everything(const Pack& pack, const Attempt& attempt) {
  attempt([&] {
    for (const Item& item : pack.items()) read_item(pack, item);
  });
  attempt([&] { read_lists(pack); });
  attempt([&] { draw_map(pack.map()); });
  attempt([&] { search(pack); });
}

// Calls everything but verify(), up to the first Error.
inline void ask_everything(const Pack& pack) {
  attempt_everything(pack, [](const auto& part) { part(); });
}

}  // namespace landkaart::testing
