// SPDX-License-Identifier: EUPL-1.2
#include "tests/conformance/calls.h"

#include <algorithm>
#include <map>

namespace landkaart::testing {
namespace {

using Json = nlohmann::json;

std::string text(const Json& arguments, const char* key) { return arguments.value(key, ""); }

template <typename Value>
std::optional<Value> given(const Json& arguments, const char* key) {
  if (!arguments.contains(key)) return std::nullopt;
  return arguments[key].get<Value>();
}

std::optional<Kind> kind(const Json& arguments) {
  return arguments.contains("kind") ? kind_from_name(text(arguments, "kind")) : std::nullopt;
}

template <typename List>
Json ids(const List& list) {
  Json ids = Json::array();
  for (const auto& element : list) {
    if constexpr (requires { element.id(); }) {
      ids.push_back(element.id());
    } else {
      ids.push_back(element.id);
    }
  }
  return ids;
}

Json item(const Pack& pack, const Json& arguments) {
  const auto item = pack.item(text(arguments, "id"));
  return item ? Json::parse(item->json()) : Json();
}

Json body(const Pack& pack, const Json& arguments) {
  const auto item = pack.item(text(arguments, "id"));
  const std::string format = text(arguments, "format");
  return format == "html" ? item->html() : format == "text" ? item->text() : item->markdown();
}

Json items(const Pack& pack, const Json& arguments) {
  ItemFilter filter;
  if (const auto wanted = kind(arguments)) filter.kinds = {*wanted};
  if (arguments.contains("theme")) filter.themes = {text(arguments, "theme")};
  if (arguments.contains("tag")) filter.tags = {text(arguments, "tag")};
  filter.language = text(arguments, "language");
  return ids(pack.items(filter));
}

Json counts(const Pack& pack, const Json&) {
  Json counts = Json::object();
  for (const Item& item : pack.items()) {
    Json& count = counts[std::string(name(item.kind()))];
    count = count.is_null() ? 1 : count.get<int>() + 1;
  }
  return counts;
}

Json work_forms(const Pack& pack, const Json& arguments) {
  ItemFilter filter;
  if (arguments.contains("purpose")) filter.purpose = purpose_from_name(text(arguments, "purpose"));
  filter.group_size = given<int>(arguments, "group-size");
  filter.max_minutes = given<int>(arguments, "max-minutes");
  if (const auto most = given<int>(arguments, "max-difficulty")) {
    filter.max_difficulty = static_cast<Difficulty>(*most);
  }
  if (arguments.contains("theme")) filter.themes = {text(arguments, "theme")};
  filter.obstacle = text(arguments, "obstacle");
  return ids(pack.work_forms(filter));
}

Json related(const Pack& pack, const Json& arguments) {
  Json list = Json::array();
  for (const Item::Related& each : pack.item(text(arguments, "id"))->related()) {
    list.push_back({{"id", each.item.id()},
                    {"linked", each.is_linked},
                    {"through", ids(each.through)},
                    {"words", each.words}});
  }
  return list;
}

Json route(const Pack& pack, const Json& arguments) {
  const auto route = pack.route(text(arguments, "id"));
  if (!route) return {};
  return {{"obstacle", route->obstacle.id()},     {"topics", ids(route->topics)},
          {"work-forms", ids(route->work_forms)}, {"articles", ids(route->articles)},
          {"stories", ids(route->stories)},       {"another-way", route->another_way}};
}

Json link_list(const std::vector<Item::Link>& links) {
  Json list = Json::array();
  for (const Item::Link& link : links) list.push_back({name(link.type), link.item.id()});
  return list;
}

Json counted(const std::vector<FacetCount>& facets) {
  Json counts = Json::object();
  for (const FacetCount& facet : facets) counts[facet.value] = facet.count;
  return counts;
}

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::ranges::count_if(
      text, [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0) != 0x80; }));
}

Json search(const Pack& pack, const Json& arguments) {
  SearchOptions options;
  options.limit = arguments.value("limit", options.limit);
  options.offset = arguments.value("offset", options.offset);
  if (const auto only = kind(arguments)) options.kinds = {*only};
  if (arguments.contains("theme")) options.themes = {text(arguments, "theme")};
  options.match = text(arguments, "match") == "all" ? Match::all : Match::any;
  const SearchResult result = pack.search(text(arguments, "query"), options);
  const auto suggestion = result.suggestion();
  const Facets facets = result.facets();
  Json answer = {{"hits", ids(result.hits)},
                 {"total", result.total()},
                 {"suggestion", suggestion ? Json(*suggestion) : Json()},
                 {"facets", {{"kinds", counted(facets.kinds)}, {"themes", counted(facets.themes)}}},
                 {"snippets", Json::array()}};
  for (const Hit& hit : result.hits) {
    const Snippet snippet = hit.snippet();
    const std::string_view text = snippet.text;
    Json highlights = Json::array();
    for (const Highlight& highlight : snippet.highlights) {
      highlights.push_back({code_points(text.substr(0, highlight.begin)),
                            code_points(text.substr(0, highlight.end))});
    }
    answer["snippets"].push_back({{"text", text}, {"highlights", highlights}});
  }
  return answer;
}

Point point(const Json& pair) { return {pair[0].get<double>(), pair[1].get<double>()}; }

Json locate(const Pack& pack, const Json& arguments) {
  const auto id = pack.map().locate(arguments["x"], arguments["y"]);
  return id ? Json(*id) : Json();
}

Json to_json(const Journey& journey) {
  Json path = Json::array();
  for (const Point& at : journey.path) path.push_back({at.x, at.y});
  return {{"id", journey.id}, {"stops", journey.stops}, {"path", path}};
}

Json journeys(const Pack& pack, const Json&) {
  Json list = Json::array();
  for (const Journey& journey : pack.map().journeys()) list.push_back(to_json(journey));
  return list;
}

Json journey(const Pack& pack, const Json& arguments) {
  const Map map = pack.map();
  const auto journey = arguments.contains("id")
                           ? map.journey(text(arguments, "id"))
                           : map.journey(text(arguments, "from"), text(arguments, "to"));
  return journey ? to_json(*journey) : Json();
}

// All texts in the SVG that follow `before`, up to the next quote. `before` ends in an opening
// quote.
std::vector<std::string> attributes(std::string_view svg, const std::string& before) {
  std::vector<std::string> values;
  for (std::size_t at = 0; (at = svg.find(before, at)) != std::string_view::npos;) {
    at += before.size();
    values.emplace_back(svg.substr(at, svg.find('"', at) - at));
  }
  return values;
}

Json svg(const Pack& pack, const Json& arguments) {
  SvgOptions options;
  options.base_url = text(arguments, "base-url");
  options.heading = text(arguments, "heading");
  options.highlight = text(arguments, "highlight");
  const std::string svg = pack.map().svg(options);
  return {{"links", attributes(svg, "<a href=\"")},
          {"label", attributes(svg, "role=\"group\" aria-label=\"").at(0)}};
}

Json map(const Pack& pack, const Json&) {
  const Json geojson = Json::parse(pack.map().geojson());
  Json answer;
  for (const Json& feature : geojson["features"]) {
    answer["roles"].push_back(feature["properties"]["role"]);
    answer["ids"].push_back(feature["properties"].value("id", Json()));
  }
  return answer;
}

Json assets(const Pack& pack, const Json&) {
  Json list = Json::array();
  for (const Asset& asset : pack.assets()) {
    list.push_back(
        {{"name", asset.name}, {"media-type", asset.media_type}, {"bytes", asset.content.size()}});
  }
  return list;
}

Json asset(const Pack& pack, const Json& arguments) {
  const auto asset = pack.asset(text(arguments, "name"));
  if (!asset) return {};
  const auto part = asset->range(arguments.value("offset", std::size_t{0}),
                                 arguments.value("length", asset->content.size()));
  const std::string content(reinterpret_cast<const char*>(part.data()), part.size());
  return {{"media-type", asset->media_type}, {"text", content}};
}

// Opens a damaged copy of the pack, and returns the number of the error.
Json open(const Pack& pack, const Json& arguments) {
  std::string content(reinterpret_cast<const char*>(pack.bytes().data()), pack.bytes().size());
  if (arguments.contains("text")) content = text(arguments, "text");
  if (const auto first = given<std::size_t>(arguments, "first")) content.resize(*first);
  if (const auto at = given<std::size_t>(arguments, "change")) {
    content[*at] = static_cast<char>(~content[*at]);
  }
  try {
    static_cast<void>(Pack::from_memory(std::move(content)));
  } catch (const Error& error) {
    return {{"error", static_cast<int>(error.code())}};
  }
  return {};
}

using Call = Json (*)(const Pack&, const Json&);

const std::map<std::string, Call> kCalls = {
    {"item", item},
    {"body", body},
    {"items", items},
    {"counts", counts},
    {"work-forms", work_forms},
    {"route", route},
    {"related", related},
    {"links",
     [](const Pack& pack, const Json& arguments) {
       return link_list(pack.item(text(arguments, "id"))->links());
     }},
    {"backlinks",
     [](const Pack& pack, const Json& arguments) {
       return link_list(pack.item(text(arguments, "id"))->backlinks());
     }},
    {"search", search},
    {"locate", locate},
    {"nearest",
     [](const Pack& pack, const Json& arguments) {
       return ids(pack.map().nearest(arguments["x"], arguments["y"], arguments["count"]));
     }},
    {"within",
     [](const Pack& pack, const Json& arguments) {
       return ids(pack.map().within({point(arguments["least"]), point(arguments["greatest"])}));
     }},
    {"journeys", journeys},
    {"journey", journey},
    {"svg", svg},
    {"map", map},
    {"redirects",
     [](const Pack& pack, const Json&) {
       Json redirects = Json::object();
       for (const auto& [from, to] : pack.redirects()) redirects[from] = to;
       return redirects;
     }},
    {"manifest", [](const Pack& pack, const Json&) { return Json::parse(pack.manifest().json); }},
    {"synonyms", [](const Pack& pack, const Json&) { return Json::parse(pack.synonyms()); }},
    {"assets", assets},
    {"asset", asset},
    {"open", open}};

}  // namespace

Json answer(const Pack& pack, const std::string& call, const Json& arguments) {
  return kCalls.at(call)(pack, arguments);
}

}  // namespace landkaart::testing
