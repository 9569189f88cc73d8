// SPDX-License-Identifier: EUPL-1.2
#include "bindings/cli/output.h"

namespace landkaart::inline v0 {
namespace {

Json range_to_json(const Range& range) { return {{"min", range.min}, {"max", range.max}}; }

Json snippet_to_json(const Snippet& snippet) {
  Json highlights = Json::array();
  for (const Highlight& highlight : snippet.highlights_in_code_points()) {
    highlights.push_back({highlight.begin, highlight.end});
  }
  return {{"text", snippet.text}, {"highlights", highlights}};
}

Json counts_to_json(const std::vector<FacetCount>& counts) {
  Json list = Json::array();
  for (const FacetCount& facet : counts) {
    list.push_back({{"value", facet.value}, {"count", facet.count}});
  }
  return list;
}

Json explanation_to_json(const std::vector<Explanation>& explanations) {
  Json list = Json::array();
  for (const Explanation& each : explanations) {
    list.push_back({{"word", each.word},
                    {"sort", name(each.sort)},
                    {"found", each.found},
                    {"fields", each.fields},
                    {"weight", each.weight},
                    {"all-words-factor", each.all_words_factor},
                    {"kind-factor", each.kind_factor},
                    {"score", each.score}});
  }
  return list;
}

}  // namespace

std::string json_text(const Json& json) {
  constexpr std::string_view kHexadecimal = "0123456789abcdef";
  const std::string text = json.dump(2, ' ', false, Json::error_handler_t::replace);
  std::string safe;
  // dump() has escaped U+0000 to U+001F. The loop escapes U+007F, and U+0080 to U+009F, which UTF-8
  // writes as two bytes.
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0u;
    const bool control = byte == 0xc2 && next < 0xa0;
    if (byte == 0x7f) {
      safe += "\\u007f";
    } else if (control) {
      safe += std::string("\\u00") + kHexadecimal[next >> 4] + kHexadecimal[next & 15];
      ++i;
    } else {
      safe += text[i];
    }
  }
  return safe;
}

Json item_to_json(const Item& item) {
  Json json = {{"id", item.id()}, {"kind", name(item.kind())}, {"title", item.title()}};
  if (!item.summary().empty()) json["summary"] = item.summary();
  if (const auto purpose = item.purpose()) json["purpose"] = name(*purpose);
  if (item.kind() == Kind::work_form) {
    json["group-size"] = range_to_json(item.group_size());
    json["minutes"] = range_to_json(item.minutes());
  }
  if (const auto difficulty = item.difficulty()) json["difficulty"] = static_cast<int>(*difficulty);
  return json;
}

Json items_to_json(const std::vector<Item>& items) {
  Json list = Json::array();
  for (const Item& item : items) list.push_back(item_to_json(item));
  return list;
}

Json search_to_json(std::string_view query, const SearchResult& result, bool explain) {
  Json hits = Json::array();
  for (const Hit& hit : result.hits) {
    hits.push_back({{"id", hit.id()},
                    {"kind", name(hit.kind())},
                    {"title", hit.title()},
                    {"score", hit.score()},
                    {"snippet", snippet_to_json(hit.snippet())}});
    if (explain) hits.back()["explanation"] = explanation_to_json(hit.explain());
  }
  const Offers offers = result.offers();
  Json offered = Json::object();
  if (offers.group_size) offered["group-size"] = *offers.group_size;
  if (offers.max_minutes) offered["max-minutes"] = *offers.max_minutes;
  const Facets facets = result.facets();
  const auto suggestion = result.suggestion();
  return {{"query", query},
          {"total", result.total()},
          {"hits", hits},
          {"suggestion", suggestion ? Json(*suggestion) : Json(nullptr)},
          {"offers", offered},
          {"facets",
           {{"kinds", counts_to_json(facets.kinds)}, {"themes", counts_to_json(facets.themes)}}}};
}

Json suggestions_to_json(const std::vector<Suggestion>& suggestions) {
  Json list = Json::array();
  for (const Suggestion& each : suggestions) {
    list.push_back({{"text", each.text}});
    if (each.item) list.back()["id"] = each.item->id();
  }
  return {{"suggestions", list}};
}

Json route_to_json(const Route& route) {
  return {
      {"obstacle", item_to_json(route.obstacle)},      {"topics", items_to_json(route.topics)},
      {"work-forms", items_to_json(route.work_forms)}, {"articles", items_to_json(route.articles)},
      {"stories", items_to_json(route.stories)},       {"another-way", route.another_way}};
}

Json related_to_json(const std::vector<Item::Related>& related) {
  Json list = Json::array();
  for (const Item::Related& each : related) {
    Json through = Json::array();
    for (const Item& item : each.through) through.push_back(item.id());
    Json json = item_to_json(each.item);
    json["reason"] = {{"linked", each.is_linked}, {"through", through}, {"words", each.words}};
    list.push_back(std::move(json));
  }
  return {{"related", list}};
}

Json info_to_json(const Pack& pack) {
  const Manifest& manifest = pack.manifest();
  Json counts = Json::object();
  for (std::uint8_t number = 1; number <= kKinds; ++number) {
    const auto kind = static_cast<Kind>(number);
    counts[std::string(name(kind))] = pack.items({.kinds = {kind}}).size();
  }
  return {{"id", manifest.id},
          {"title", manifest.title},
          {"version", manifest.version},
          {"release", manifest.release},
          {"language", manifest.language},
          {"publisher", manifest.publisher},
          {"licence", manifest.licence},
          {"description", manifest.description},
          {"format-version", manifest.format_version},
          {"root", manifest.root},
          {"items", counts},
          {"assets", pack.assets().size()},
          {"bytes", pack.bytes().size()}};
}

Json report_to_json(const LintReport& report) {
  const auto place = [](const auto& described) {
    return Json{{"file", described.file}, {"line", described.line}, {"column", described.column}};
  };
  Json mistakes = Json::array();
  for (const Mistake& mistake : report.mistakes) {
    mistakes.push_back(place(mistake));
    mistakes.back().update(
        {{"code", mistake.code}, {"problem", mistake.problem}, {"remedy", mistake.remedy}});
  }
  Json findings = Json::array();
  for (const Finding& finding : report.findings) {
    findings.push_back(place(finding));
    findings.back().update({{"code", finding.code},
                            {"rule", finding.rule},
                            {"problem", finding.problem},
                            {"remedy", finding.remedy}});
  }
  return {{"mistakes", mistakes}, {"findings", findings}};
}

}  // namespace landkaart::inline v0
