// SPDX-License-Identifier: EUPL-1.2
#include "tests/hostile/walk.h"

#include <optional>
#include <string>
#include <vector>

#include <landkaart/verify.h>

namespace landkaart::testing {
namespace {

// Queries about the words of the fixtures and of the default pack: words of a text, misspelt words,
// beginnings, phrases, exclusions, compounds written apart, numbers and filters.
constexpr const char* kQueries[] = {
    "collega's die samenwerken",
    "\"te veel regels\" vergunning regenton",
    "-raad gemeente inwoners",
    "sam* w* r*",
    "participtie regentonn",
    "raads lid \"de gemeente\" -\"van de\"",
    "wie is er en wat doen wij met zijn allen hier voor 8 mensen in een half uur",
    "kind:topic theme:water s* g*",
    "omgevingswetgeving huisjes regentonnen",
    "\"wie missen\" -inwoner* -\"een kring\"",
    "benw b en w B&W",
    "",
};

struct Known {
  std::vector<std::string> journeys, obstacles;
  std::string theme, tag;
};

void ignore(const auto& /*result*/) {}

class Walk {
 public:
  Walk(const Pack& pack, const Ask& ask, MutationDice& dice)
      : pack_(pack), ask_(ask), dice_(dice) {}

  void read_items(std::size_t share) {
    std::vector<Item> items;
    ask_("items", [&] { items = pack_.items(); });
    for (const Item& item : items) read_short_parts(item);
    for (std::size_t i = 0; i < share && !items.empty(); ++i) read_item(dice_.one_of(items));
  }

  void read_lists() {
    ItemFilter filter;
    filter.themes = {known_.theme};
    ask_("items of a theme", [&] { ignore(pack_.items(filter)); });
    filter.tags = {known_.tag};
    filter.language = "nl";
    ask_("items of a tag", [&] { ignore(pack_.items(filter)); });
    filter = {};
    filter.purpose = Purpose::survive;
    filter.group_size = 8;
    ask_("work_forms", [&] { ignore(pack_.work_forms(filter)); });
    for (const std::string& obstacle : known_.obstacles) {
      ItemFilter on_route;
      on_route.obstacle = obstacle;
      ask_("work_forms of an obstacle", [&] { ignore(pack_.work_forms(on_route)); });
      ask_("route", [&] { ignore(pack_.route(obstacle)); });
    }
    ask_("item_range", [&] {
      for (const Item& item : pack_.item_range({})) ignore(item.kind());
    });
    ask_("redirects", [&] { ignore(pack_.redirects()); });
    ask_("synonyms", [&] { ignore(pack_.synonyms()); });
    ask_("manifest", [&] { ignore(pack_.manifest().json); });
    ask_("assets", [&] {
      for (const Asset& asset : pack_.assets()) {
        ignore(asset.range(1, 10));
        ignore(pack_.asset(asset.name));
      }
    });
  }

  void draw_map() {
    std::optional<Map> map;
    ask_("map", [&] { map = pack_.map(); });
    if (!map) return;
    ask_("locate", [&] { ignore(map->locate(500, 300)); });
    ask_("nearest", [&] { ignore(map->nearest(500, 300, 5)); });
    ask_("within", [&] { ignore(map->within({{0, 0}, {500, 500}})); });
    // Half of the walks make one drawing, because drawings take most of the time of a walk.
    SvgOptions options;
    options.selected = {known_.theme};
    switch (dice_.below(8)) {
      case 0: ask_("svg", [&] { ignore(map->svg(options)); }); break;
      case 1:
        if (!known_.journeys.empty()) options.highlight = dice_.one_of(known_.journeys);
        ask_("svg of a journey", [&] { ignore(map->svg(options)); });
        break;
      case 2:
        if (!known_.obstacles.empty()) options.highlight = dice_.one_of(known_.obstacles);
        ask_("html of a map", [&] { ignore(map->html(options)); });
        break;
      case 3:
        if (map->places().size() < 2) break;
        ask_("journey",
             [&] { ignore(map->journey(map->places().front().id, map->places().back().id)); });
        break;
      default: break;
    }
  }

  void search() {
    for (const char* query : kQueries) {
      if (!dice_.one_in(3)) continue;
      search(query, {});
      if (!dice_.one_in(3)) continue;
      SearchOptions options;
      options.match = Match::all;
      options.as_you_type = true;
      options.limit = dice_.below(4);
      if (dice_.one_in(2)) options.themes = {known_.theme};
      search(query, options);
    }
    for (const char* typed : {"sa", "participtie", "wat is de ge", "regent"}) {
      ask_("suggest", [&] { ignore(pack_.suggest(typed)); });
    }
  }

 private:
  void read_short_parts(const Item& item) {
    std::string id;
    Kind kind = Kind::topic;
    ask_("id", [&] { id = item.id(); });
    ask_("kind", [&] { kind = item.kind(); });
    ask_("title", [&] { ignore(item.title()); });
    ask_("summary", [&] { ignore(item.summary()); });
    ask_("language", [&] { ignore(item.language()); });
    ask_("themes", [&] { ignore(item.themes()); });
    ask_("tags", [&] {
      for (const std::string_view tag : item.tags()) known_.tag = tag;
    });
    ask_("numbers", [&] {
      ignore(item.purpose());
      ignore(item.difficulty());
      ignore(item.group_size());
      ignore(item.minutes());
    });
    if (kind == Kind::theme) known_.theme = id;
    if (kind == Kind::journey && known_.journeys.size() < 3) known_.journeys.push_back(id);
    if (kind == Kind::obstacle && known_.obstacles.size() < 3) known_.obstacles.push_back(id);
  }

  void read_item(const Item& item) {
    ask_("json", [&] { ignore(item.json()); });
    ask_("html", [&] { ignore(item.html()); });
    ask_("text", [&] { ignore(item.text()); });
    ask_("markdown", [&] { ignore(item.markdown()); });
    ask_("headings", [&] { ignore(item.headings()); });
    ask_("steps", [&] { ignore(item.steps()); });
    ask_("property", [&] {
      ignore(item.property("sources"));
      ignore(item.property("transcript"));
    });
    ask_("links", [&] {
      for (const Item::Link& link : item.links()) ignore(link.item.title());
    });
    ask_("backlinks", [&] {
      for (const Item::Link& link : item.backlinks()) ignore(link.item.title());
    });
    ask_("link_range", [&] {
      for (const Item::Link& link : item.link_range()) ignore(link.type);
    });
    ask_("linked", [&] { ignore(item.linked(LinkType::related)); });
    if (dice_.one_in(3)) {
      ask_("related", [&] {
        for (const Item::Related& related : item.related()) ignore(related.item.title());
      });
    }
    ask_("item", [&] { ignore(pack_.item(item.id())); });
  }

  void search(const char* query, const SearchOptions& options) {
    std::optional<SearchResult> result;
    ask_("search", [&] { result = pack_.search(query, options); });
    if (!result) return;
    for (std::size_t i = 0; i < result->hits.size() && i < 4; ++i) {
      ask_("snippet", [&] { ignore(result->hits[i].snippet().highlights_in_code_points()); });
      ask_("explain", [&] { ignore(result->hits[i].explain()); });
    }
    ask_("total", [&] { ignore(result->total()); });
    ask_("facets", [&] { ignore(result->facets()); });
    ask_("suggestion", [&] { ignore(result->suggestion()); });
    ask_("offers", [&] { ignore(result->offers()); });
  }

  const Pack& pack_;
  const Ask& ask_;
  MutationDice& dice_;
  Known known_;
};

}  // namespace

void walk(const Pack& pack, const Ask& ask, MutationDice& dice, std::size_t items) {
  ask("verify", [&] { ignore(verify(pack)); });
  Walk asked(pack, ask, dice);
  asked.read_items(items);
  asked.read_lists();
  asked.draw_map();
  asked.search();
}

}  // namespace landkaart::testing
