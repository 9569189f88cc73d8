// SPDX-License-Identifier: EUPL-1.2
// Functions that print answers as text for people, or convert them to the JSON of docs/json.md.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <landkaart/compiler.h>
#include <landkaart/landkaart.h>

namespace landkaart::inline v0 {

using Json = nlohmann::ordered_json;

// Removes control characters, except tabs and line feeds, and bytes that are not UTF-8, so that a
// text from a pack cannot send commands to the terminal.
std::string printable(std::string_view text);

// JSON with an indentation of 2 spaces. Control characters are escaped.
std::string json_text(const Json& json);

Json item_to_json(const Item& item);
Json items_to_json(const std::vector<Item>& items);
Json search_to_json(std::string_view query, const SearchResult& result, bool explain);
Json suggestions_to_json(const std::vector<Suggestion>& suggestions);
Json related_to_json(const std::vector<Item::Related>& related);
Json route_to_json(const Route& route);
Json info_to_json(const Pack& pack);
Json report_to_json(const LintReport& report);

void print_items(std::ostream& out, const std::vector<Item>& items);
void print_work_forms(std::ostream& out, const std::vector<Item>& forms);
void print_search(std::ostream& out, const SearchResult& result, bool explain);
void print_suggestions(std::ostream& out, const std::vector<Suggestion>& suggestions);
void print_related(std::ostream& out, const std::vector<Item::Related>& related);
void print_route(std::ostream& out, const Route& route);
void print_item(std::ostream& out, const Item& item);
void print_info(std::ostream& out, const Pack& pack);
void print_map(std::ostream& out, const Pack& pack);
struct ReportOptions {
  MessageLanguage language = MessageLanguage::english;
  bool all = false;
};
// Prints mistakes and findings together, one on each line, sorted by file and line. When there are
// more than 20, prints the first 3 of each code and then a table of the codes, unless `options.all`
// is true.
void print_report(std::ostream& out, const LintReport& report, const ReportOptions& options);
// Prints how many items a build left out; nothing when it left out none.
void print_left_out(std::ostream& out, const LeftOut& left_out, MessageLanguage language);
// "1 mistake", "12 findings" or both.
std::string report_total(const LintReport& report, MessageLanguage language);

}  // namespace landkaart::inline v0
