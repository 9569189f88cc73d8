// SPDX-License-Identifier: EUPL-1.2
#include <memory>
#include <ostream>

#include <landkaart/landkaart.h>

#include "bindings/cli/commands.h"
#include "bindings/cli/output.h"

namespace landkaart::inline v0 {
namespace {

// The options of every query command: the pack, and whether to answer in JSON.
struct QueryOptions {
  std::string pack_path;
  bool json = false;

  Pack pack() const { return open_pack(pack_path); }
};

// Adds a command. The callback shares `options`, so the object lives as long as the program.
template <typename Options, typename Run>
CLI::App* add_command(CLI::App& program, const std::string& name, const std::string& description,
                      std::shared_ptr<Options> options, Run run) {
  CLI::App* command = program.add_subcommand(name, description);
  command->add_flag("--json", options->json, "Answer in JSON, in the shape of docs/json.md");
  command->callback([options, run] { run(*options); });
  return command;
}

void add_pack_option(CLI::App* command, QueryOptions& options) {
  command->add_option("--pack", options.pack_path,
                      "The pack file to query; default: the default pack");
}

void print_json(std::ostream& out, const Json& json) { out << json_text(json) << '\n'; }

[[noreturn]] void unknown_value(const std::string& what, const std::string& value,
                                const std::string& allowed) {
  throw Error(ErrorCode::invalid_argument,
              "\"" + value + "\" is not a " + what + "; write " + allowed);
}

std::optional<Kind> parse_kind(const std::string& value) {
  if (value.empty()) return std::nullopt;
  const auto kind = kind_from_name(value);
  if (kind) return kind;
  std::string allowed;
  for (std::uint8_t i = 1; i <= kKinds; ++i) {
    allowed += (i == 1 ? "" : ", ") + std::string(name(static_cast<Kind>(i)));
  }
  unknown_value("kind", value, allowed);
}

std::optional<Purpose> parse_purpose(const std::string& value) {
  if (value.empty()) return std::nullopt;
  const auto purpose = purpose_from_name(value);
  if (purpose) return purpose;
  unknown_value("purpose", value, "survive, build-competencies or learn-together");
}

[[noreturn]] void not_found(const std::string& what, const std::string& id) {
  throw Error(ErrorCode::not_found,
              "there is no " + what + " \"" + id + "\"; \"landkaart list\" prints all ids");
}

void add_info(CLI::App& program, const Streams& streams) {
  const auto options = std::make_shared<QueryOptions>();
  auto* command = add_command(program, "info", "Describe a pack and count its items", options,
                              [streams](const QueryOptions& asked) {
                                const Pack pack = asked.pack();
                                if (asked.json) return print_json(streams.out, info_to_json(pack));
                                print_info(streams.out, pack);
                              });
  command->add_option("PACK", options->pack_path, "The pack file; default: the default pack");
}

void add_list(CLI::App& program, const Streams& streams) {
  struct Options : QueryOptions {
    std::string kind, theme;
  };
  const auto options = std::make_shared<Options>();
  auto* command =
      add_command(program, "list", "List the items", options, [streams](const Options& asked) {
        ItemFilter filter;
        if (const auto kind = parse_kind(asked.kind)) filter.kinds = {*kind};
        if (!asked.theme.empty()) filter.themes = {asked.theme};
        const auto items = asked.pack().items(filter);
        if (asked.json) return print_json(streams.out, {{"items", items_to_json(items)}});
        print_items(streams.out, items);
      });
  add_pack_option(command, *options);
  command->add_option("--kind", options->kind, "Only items of this kind, such as work-form");
  command->add_option("--theme", options->theme, "Only items of the theme with this id");
}

void add_show(CLI::App& program, const Streams& streams) {
  struct Options : QueryOptions {
    std::string id, format = "text";
  };
  const auto options = std::make_shared<Options>();
  auto* command =
      add_command(program, "show", "Print one item", options, [streams](const Options& asked) {
        const auto item = asked.pack().item(asked.id);
        if (!item) not_found("item", asked.id);
        if (asked.json || asked.format == "json") {
          return print_json(streams.out, Json::parse(item->json()));
        }
        if (asked.format == "html") {
          streams.out << printable(item->html()) << '\n';
        } else if (asked.format == "markdown") {
          streams.out << printable(item->markdown());
        } else {
          print_item(streams.out, *item);
        }
      });
  add_pack_option(command, *options);
  command->add_option("ID", options->id, "The id of the item")->required();
  command->add_option("--format", options->format, "text, markdown, html or json")
      ->check(CLI::IsMember({"text", "markdown", "html", "json"}));
}

struct SearchArguments : QueryOptions {
  std::vector<std::string> words, kinds, themes, tags;
  std::string language, purpose, obstacle, match = "any";
  std::optional<int> group_size, max_minutes, difficulty;
  std::size_t limit = 10;
  bool as_you_type = false, explain = false;
};

void run_search(const SearchArguments& asked, const Streams& streams) {
  const std::string query = CLI::detail::join(asked.words, " ");
  SearchOptions options{.limit = asked.limit,
                        .themes = asked.themes,
                        .tags = asked.tags,
                        .language = asked.language,
                        .purpose = parse_purpose(asked.purpose),
                        .group_size = asked.group_size,
                        .max_minutes = asked.max_minutes,
                        .obstacle = asked.obstacle,
                        .match = asked.match == "all" ? Match::all : Match::any,
                        .as_you_type = asked.as_you_type};
  for (const std::string& each : asked.kinds) {
    if (const auto kind = parse_kind(each)) options.kinds.push_back(*kind);
  }
  if (asked.difficulty) options.max_difficulty = static_cast<Difficulty>(*asked.difficulty);
  const SearchResult result = asked.pack().search(query, options);
  if (asked.json) return print_json(streams.out, search_to_json(query, result, asked.explain));
  print_search(streams.out, result, asked.explain);
}

void add_search(CLI::App& program, const Streams& streams) {
  const auto options = std::make_shared<SearchArguments>();
  auto* command =
      add_command(program, "search", "Find items by words", options,
                  [streams](const SearchArguments& asked) { run_search(asked, streams); });
  add_pack_option(command, *options);
  command->footer(
      "\"words in quotes\" match as a phrase, word* matches words that begin with word, and "
      "kind:topic matches only topics.\n"
      "To exclude items with a word, write -- before the query: landkaart search -- regels -raad");
  command->add_option("QUERY", options->words, "The words to search for")->required();
  command->add_option("--kind", options->kinds, "Only items of these kinds, such as work-form")
      ->allow_extra_args(false);
  command->add_option("--theme", options->themes, "Only items of the themes with these ids")
      ->allow_extra_args(false);
  command->add_option("--tag", options->tags, "Only items with one of these tags")
      ->allow_extra_args(false);
  command->add_option("--language", options->language, "Only items in this language, such as nl");
  command->add_option("--purpose", options->purpose,
                      "Only work forms for survive, build-competencies or learn-together");
  command->add_option("--group-size", options->group_size, "Only work forms for this many people")
      ->check(CLI::PositiveNumber);
  command
      ->add_option("--max-minutes", options->max_minutes,
                   "Only work forms that fit in this many minutes")
      ->check(CLI::PositiveNumber);
  command
      ->add_option("--difficulty", options->difficulty,
                   "Only work forms of at most this difficulty: 1 anyone, 2 some experience, "
                   "3 experienced")
      ->check(CLI::Range(1, 3));
  command->add_option("--obstacle", options->obstacle,
                      "Only work forms on the route of the obstacle with this id");
  command->add_option("--limit", options->limit, "Largest number of hits; default: 10")
      ->check(CLI::NonNegativeNumber);
  command->add_option("--match", options->match, "Match any word (default) or all words")
      ->check(CLI::IsMember({"any", "all"}));
  command->add_flag("--as-you-type", options->as_you_type,
                    "Also match words that begin with the last word");
  command->add_flag("--explain", options->explain, "Print the parts of the score of each hit");
}

void add_suggest(CLI::App& program, const Streams& streams) {
  struct Options : QueryOptions {
    std::vector<std::string> words;
    std::size_t limit = 8;
  };
  const auto options = std::make_shared<Options>();
  auto* command = add_command(program, "suggest", "List titles and words that complete a text",
                              options, [streams](const Options& asked) {
                                const auto suggestions = asked.pack().suggest(
                                    CLI::detail::join(asked.words, " "), asked.limit);
                                if (asked.json)
                                  return print_json(streams.out, suggestions_to_json(suggestions));
                                print_suggestions(streams.out, suggestions);
                              });
  add_pack_option(command, *options);
  command->add_option("TEXT", options->words, "The text that was typed so far")->required();
  command->add_option("--limit", options->limit, "Largest number of suggestions; default: 8")
      ->check(CLI::NonNegativeNumber);
}

void add_work_forms(CLI::App& program, const Streams& streams) {
  struct Options : QueryOptions {
    std::string purpose, theme, obstacle;
    std::optional<int> group_size, max_minutes, difficulty;
  };
  const auto options = std::make_shared<Options>();
  auto* command = add_command(program, "work-forms", "List work forms for a session", options,
                              [streams](const Options& asked) {
                                ItemFilter filter{.purpose = parse_purpose(asked.purpose),
                                                  .group_size = asked.group_size,
                                                  .max_minutes = asked.max_minutes,
                                                  .obstacle = asked.obstacle};
                                if (!asked.theme.empty()) filter.themes = {asked.theme};
                                if (asked.difficulty)
                                  filter.max_difficulty =
                                      static_cast<Difficulty>(*asked.difficulty);
                                const auto forms = asked.pack().work_forms(filter);
                                if (asked.json)
                                  return print_json(streams.out, {{"items", items_to_json(forms)}});
                                print_work_forms(streams.out, forms);
                              });
  add_pack_option(command, *options);
  command->add_option("--purpose", options->purpose,
                      "survive, build-competencies or "
                      "learn-together");
  command->add_option("--group-size", options->group_size, "Number of participants")
      ->check(CLI::PositiveNumber);
  command->add_option("--max-minutes", options->max_minutes, "Available time in minutes")
      ->check(CLI::PositiveNumber);
  command
      ->add_option("--difficulty", options->difficulty,
                   "Highest difficulty: 1 for anyone, 2 for some experience, 3 for experts")
      ->check(CLI::Range(1, 3));
  command->add_option("--theme", options->theme, "Only items of the theme with this id");
  command->add_option("--obstacle", options->obstacle,
                      "Only work forms on the route of the obstacle with this id");
}

void add_route(CLI::App& program, const Streams& streams) {
  struct Options : QueryOptions {
    std::string obstacle;
  };
  const auto options = std::make_shared<Options>();
  auto* command = add_command(program, "route", "List items that help with an obstacle", options,
                              [streams](const Options& asked) {
                                const auto route = asked.pack().route(asked.obstacle);
                                if (!route) not_found("obstacle", asked.obstacle);
                                if (asked.json)
                                  return print_json(streams.out, route_to_json(*route));
                                print_route(streams.out, *route);
                              });
  add_pack_option(command, *options);
  command->add_option("OBSTACLE", options->obstacle, "The id of the obstacle")->required();
}

void add_related(CLI::App& program, const Streams& streams) {
  struct Options : QueryOptions {
    std::string id;
  };
  const auto options = std::make_shared<Options>();
  auto* command = add_command(program, "related", "List related items with the reason", options,
                              [streams](const Options& asked) {
                                const auto item = asked.pack().item(asked.id);
                                if (!item) not_found("item", asked.id);
                                if (asked.json)
                                  return print_json(streams.out, related_to_json(item->related()));
                                print_related(streams.out, item->related());
                              });
  add_pack_option(command, *options);
  command->add_option("ID", options->id, "The id of the item")->required();
}

struct MapCommand : QueryOptions {
  std::string output, palette = "light";
  bool embed = false, with_list = false, stylesheet = false;
  SvgOptions drawing;
};

std::string drawn_map(const Pack& pack, const MapCommand& asked) {
  if (asked.json) return pack.map().geojson();
  SvgOptions drawing = asked.drawing;
  if (!drawing.highlight.empty() && !pack.map().journey(drawing.highlight)) {
    not_found("journey or obstacle", drawing.highlight);
  }
  if (asked.with_list) return pack.map().html(drawing);
  if (asked.embed) drawing.variant = SvgVariant::embedded;
  if (asked.palette == "dark") drawing.palette = SvgPalette::dark;
  if (asked.palette == "print") drawing.palette = SvgPalette::print;
  return pack.map().svg(drawing);
}

void run_map(std::ostream& out, const MapCommand& asked) {
  if (asked.stylesheet && asked.output.empty()) {
    out << map_stylesheet();
    return;
  }
  const Pack pack = asked.pack();
  if (asked.output.empty()) {
    if (asked.json) return print_json(out, Json::parse(pack.map().geojson()));
    return print_map(out, pack);
  }
  write_file(asked.output, asked.stylesheet ? map_stylesheet() : drawn_map(pack, asked) + '\n');
}

void add_map(CLI::App& program, const Streams& streams) {
  const auto options = std::make_shared<MapCommand>();
  auto* command =
      add_command(program, "map", "Print the map as a list, as SVG or as GeoJSON", options,
                  [streams](const MapCommand& asked) { run_map(streams.out, asked); });
  add_pack_option(command, *options);
  SvgOptions& drawing = options->drawing;
  command->add_option("-o,--output", options->output,
                      "File to write as SVG, or as GeoJSON with --json");
  command->add_flag("--embed", options->embed,
                    "SVG for a web page, with classes instead of colours");
  command->add_flag("--with-list", options->with_list,
                    "HTML with the SVG of --embed and a list of all its links");
  command->add_flag("--stylesheet", options->stylesheet, "The stylesheet for --embed");
  command->add_option("--palette", options->palette, "light (default), dark or print")
      ->check(CLI::IsMember({"light", "dark", "print"}));
  command->add_option("--highlight", drawing.highlight,
                      "Id of a journey or obstacle to draw as a path");
  command->add_option("--selected", drawing.selected, "Ids of items to show as selected");
  command->add_option("--base-url", drawing.base_url, "Text before the id in each link");
  command->add_option("--heading", drawing.heading,
                      "Name of the drawing; default: the title of the pack");
  command->add_option("--language", drawing.language,
                      "Language of the legend; default: the language of the pack");
}

}  // namespace

void add_query_commands(CLI::App& program, const Streams& streams) {
  add_info(program, streams);
  add_list(program, streams);
  add_show(program, streams);
  add_search(program, streams);
  add_suggest(program, streams);
  add_work_forms(program, streams);
  add_related(program, streams);
  add_route(program, streams);
  add_map(program, streams);
}

}  // namespace landkaart::inline v0
