// SPDX-License-Identifier: EUPL-1.2
// Calls every query of the public interface on one pack, which may be hostile.
#pragma once

#include <landkaart/landkaart.h>
#include <landkaart/verify.h>

namespace landkaart::testing {

// Drops a result that only had to be computed.
inline void ignore(const auto& /*result*/) {}

inline void read_item(const Pack& pack, const Item& item) {
  ignore(item.json());
  ignore(item.html());
  ignore(item.text());
  ignore(item.markdown());
  ignore(item.headings());
  ignore(item.steps());
  ignore(item.property("sources"));
  for (const Item& theme : item.themes()) ignore(theme.title());
  for (const Item::Link& link : item.links()) ignore(link.item.title());
  for (const Item::Link& link : item.backlinks()) ignore(link.item.title());
  for (const Item::Related& related : item.related()) ignore(related.item.title());
  ignore(pack.item(item.id()));
  ignore(pack.route(item.id()));
}

inline void read_lists(const Pack& pack) {
  ignore(
      pack.work_forms({.themes = {"samenwerken"}, .purpose = Purpose::survive, .group_size = 8}));
  ignore(pack.work_forms({.obstacle = "ik-sta-er-alleen-voor"}));
  ignore(pack.items({.themes = {"samenwerken"}, .tags = {"draagvlak"}, .language = "nl"}));
  ignore(pack.redirects());
  ignore(pack.synonyms());
  for (const Asset& asset : pack.assets()) {
    ignore(pack.asset(asset.name));
    ignore(asset.range(1, 10));
  }
}

// Draws the map once as it is, and once more for each walk: every journey and every obstacle.
inline void draw_map(const Map& map) {
  ignore(map.geojson());
  ignore(map.locate(500, 300));
  ignore(map.nearest(500, 300, 3));
  ignore(map.within({{0, 0}, {1000, 1000}}));
  ignore(map.html({.heading = "Kaart", .selected = {"samenwerken"}}));
  for (const Journey& journey : map.journeys()) ignore(map.svg({.highlight = journey.id}));
  for (const Place& hazard : map.hazards()) {
    ignore(map.html({.highlight = hazard.id}));
    if (!map.places().empty()) ignore(map.journey(hazard.id, map.places().front().id));
  }
}

inline void read_result(const SearchResult& result) {
  for (const Hit& hit : result.hits) {
    ignore(hit.snippet());
    ignore(hit.explain());
  }
  ignore(result.total());
  ignore(result.facets());
  ignore(result.suggestion());
  ignore(result.offers());
}

inline void search(const Pack& pack) {
  for (const char* query :
       {"collega's die samenwerken", "wie missen wij", "colega", "-kring papier", "sam*",
        "\"die samenwerken\"", "wie is er en wat doen wij met zijn allen hier voor 8 mensen"}) {
    read_result(pack.search(query));
    ignore(pack.suggest(query));
  }
  const char* query = "collega's in een krin";
  read_result(pack.search(query, {.limit = 0}));
  read_result(pack.search(query, {.limit = 2, .offset = 1, .as_you_type = true}));
  read_result(pack.search(query, {.themes = {"samenwerken"}, .match = Match::all}));
  read_result(pack.search(query, {.kinds = {Kind::work_form}, .purpose = Purpose::learn_together}));
  ignore(pack.suggest(query, 0));
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
