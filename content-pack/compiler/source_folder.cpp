// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/source_folder.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "content-pack/compiler/body_text.h"
#include "content-pack/compiler/composed_letters.h"
#include "content-pack/compiler/front_matter_keys.h"
#include "content-pack/compiler/front_matter_text.h"
#include "content-pack/compiler/map_source.h"
#include "content-pack/compiler/pack_yaml.h"
#include "content-pack/compiler/source_links.h"
#include "content-pack/compiler/source_text.h"
#include "content-pack/compiler/synonyms_yaml.h"
#include "core/base/parallel.h"
#include "core/text/names.h"
#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLinesInOneJob = 256;

// The work of one job: one Markdown file, or up to kLinesInOneJob lines of a JSONL file.
struct Piece {
  std::string file;
  Kind kind{};
  std::string text;
  unsigned first_line = 1;
  bool is_json = false;
};

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::is_directory(folder)) return files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && !name.starts_with('.')) files.push_back(entry.path());
  }
  std::ranges::sort(files, {}, [](const fs::path& path) { return path.generic_string(); });
  return files;
}

void add_json_lines(std::vector<Piece>& pieces, const std::string& file, Kind kind,
                    std::string_view text) {
  unsigned line = 1;
  while (!text.empty()) {
    std::size_t end = 0;
    std::size_t lines = 0;
    while (lines < kLinesInOneJob && end < text.size()) {
      const std::size_t newline = text.find('\n', end);
      end = newline == std::string_view::npos ? text.size() : newline + 1;
      ++lines;
    }
    pieces.push_back({file, kind, std::string(text.substr(0, end)), line, true});
    text.remove_prefix(end);
    line += static_cast<unsigned>(lines);
  }
}

std::vector<Piece> find_pieces(const fs::path& folder, MistakeList& mistakes) {
  std::vector<Piece> pieces;
  for (std::uint8_t number = 1; number <= kKinds; ++number) {
    const auto kind = static_cast<Kind>(number);
    for (const fs::path& path : files_below(folder / folder_of(kind))) {
      const std::string file = path.lexically_relative(folder).generic_string();
      const std::string extension = path.extension().string();
      if (extension != ".md" && extension != ".jsonl") {
        mistakes.add({file}, Message::not_an_item_file);
      } else if (auto text = read_text(path, file, mistakes)) {
        if (extension == ".jsonl") add_json_lines(pieces, file, kind, *text);
        if (extension == ".md") pieces.push_back({file, kind, std::move(*text), 1, false});
      }
    }
  }
  return pieces;
}

std::unique_ptr<ItemText> editorial_text(const SourceItem& item, const SourceValue& front_matter,
                                         const WrittenYaml& yaml, std::string_view body,
                                         unsigned body_line) {
  auto text = std::make_unique<ItemText>();
  text->file = item.at.file;
  text->at = {item.at.line, item.at.column};
  text->id = item.id;
  text->kind = item.record.kind;
  text->language = item.language;
  read_front_matter_text(front_matter, yaml, *text);
  read_body_text(body, body_line, *text);
  for (const SourceLink& link : item.links) {
    if (link.type == LinkType::mentions) {
      text->relations.push_back({link.to.target, {link.to.at.line, link.to.at.column}});
    }
  }
  return text;
}

// The number of the line before which the front matter of a text without a second fence probably
// ends: the first line that is empty, a heading, or text without a colon.
std::size_t first_line_after_keys(std::string_view text) {
  std::size_t number = 1;
  for (std::size_t begin = text.find('\n') + 1; begin < text.size();) {
    ++number;
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    const bool continues = line.starts_with(' ') || line.starts_with('-');
    if (line.starts_with('#') || (!continues && line.find(':') == std::string_view::npos)) {
      return number;
    }
    begin = end + 1;
  }
  return number + 1;
}

SourceItem read_markdown_item(const Piece& piece, ReadFor purpose, MistakeList& mistakes) {
  constexpr std::string_view kFence = "---\n";
  constexpr std::string_view kEnd = "\n---\n";
  const std::string text = piece.text.ends_with('\n') ? piece.text : piece.text + "\n";
  const std::size_t end = text.find(kEnd);
  SourceItem item;
  item.at = {piece.file, 1, 1};
  item.record.kind = piece.kind;
  if (!text.starts_with(kFence)) {
    mistakes.add(item.at,
                 text.starts_with("+++\n") ? Message::toml_front_matter : Message::no_front_matter);
    return item;
  }
  if (end == std::string::npos) {
    mistakes.add(item.at, Message::unclosed_front_matter,
                 {std::to_string(first_line_after_keys(text))});
    return item;
  }
  const std::string_view yaml =
      std::string_view(text).substr(kFence.size(), end + 1 - kFence.size());
  const std::string_view body = std::string_view(text).substr(end + kEnd.size());
  const std::optional<SourceValue> front_matter = parse_yaml(yaml, piece.file, 2, mistakes);
  if (!front_matter) return item;
  if (front_matter->type != SourceValue::Type::map) {
    mistakes.add({piece.file, 2, 1}, Message::front_matter_without_keys);
    return item;
  }
  const auto body_line = static_cast<unsigned>(std::ranges::count(yaml, '\n')) + 3;
  const std::string stem = fs::path(piece.file).stem().string();
  item = read_item(*front_matter, body, TextOrigin::written_here, {piece.file, body_line, 1},
                   piece.kind, stem, mistakes);
  if (purpose == ReadFor::linting) {
    item.editorial = editorial_text(item, *front_matter, {yaml, 2}, body, body_line);
  }
  return item;
}

// Reads a line of JSON, which holds front-matter keys, and the body under the key "body".
SourceItem read_json_item(std::string_view line, const SourcePosition& at, Kind kind,
                          ReadFor purpose, MistakeList& mistakes) {
  SourceItem item;
  item.at = at;
  item.record.kind = kind;
  std::optional<SourceValue> value = parse_json(line, at.file, at.line, mistakes);
  if (!value) return item;
  if (value->type != SourceValue::Type::map) {
    mistakes.add(at, Message::not_a_json_object);
    return item;
  }
  std::string body;
  std::erase_if(value->map, [&](auto& member) {
    if (member.key.scalar != "body") return false;
    if (!member.value.list.empty() || !member.value.map.empty()) {
      mistakes.add(at, Message::must_be_text, {"body"});
    }
    body = std::move(member.value.scalar);
    return true;
  });
  MistakeList in_line(mistakes.language());
  item =
      read_item(*value, body, TextOrigin::exported_elsewhere, {at.file, 1, 1}, kind, {}, in_line);
  mistakes.add_all(in_line, at);
  item.at = at;
  for (SourceLink& link : item.links) link.to.at = at;
  for (AnchorLink& link : item.anchor_links) link.to.at = at;
  for (Reference& theme : item.themes) theme.at = at;
  for (Reference& asset : item.assets) asset.at = at;
  if (purpose == ReadFor::linting) {
    item.editorial = editorial_text(item, *value, {}, body, 1);
    item.editorial->is_bulk = true;
  }
  return item;
}

std::vector<SourceItem> read_piece(const Piece& piece, ReadFor purpose, MistakeList& mistakes) {
  std::vector<SourceItem> items;
  if (!piece.is_json) {
    items.push_back(read_markdown_item(piece, purpose, mistakes));
    return items;
  }
  std::string_view rest = piece.text;
  for (unsigned line = piece.first_line; !rest.empty(); ++line) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view text = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (text.find_first_not_of(" \t") == std::string_view::npos) continue;
    items.push_back(read_json_item(text, {piece.file, line, 1}, piece.kind, purpose, mistakes));
  }
  return items;
}

std::vector<SourceItem> read_items(const fs::path& folder, ReadFor purpose, unsigned jobs,
                                   const std::function<void(const Progress&)>& progress,
                                   MistakeList& mistakes) {
  const std::vector<Piece> pieces = find_pieces(folder, mistakes);
  std::vector<std::vector<SourceItem>> read(pieces.size());
  // The pieces are read in rounds, so that the calling thread can report progress between rounds.
  constexpr std::size_t kRounds = 20;
  const std::size_t step = pieces.size() / kRounds + 1;
  for (std::size_t begin = 0; begin < pieces.size(); begin += step) {
    const std::size_t count = std::min(step, pieces.size() - begin);
    parallel_for(count, jobs, [&](std::size_t i) {
      read[begin + i] = read_piece(pieces[begin + i], purpose, mistakes);
    });
    if (progress) progress({"reading", begin + count, pieces.size()});
  }
  std::vector<SourceItem> items;
  for (auto& some : read) std::ranges::move(some, std::back_inserter(items));
  std::ranges::stable_sort(items, {}, [](const SourceItem& item) {
    return std::tie(item.record.kind, item.order, item.id);
  });
  return items;
}

std::vector<SourceAsset> find_assets(const fs::path& folder, MistakeList& mistakes) {
  std::vector<SourceAsset> assets;
  const fs::path root = folder / kAssetFolder;
  for (const fs::path& path : files_below(root)) {
    const std::string name = path.lexically_relative(root).generic_string();
    if (!is_valid_utf8(name)) {
      mistakes.add({"assets/" + name}, Message::asset_name_not_utf8);
    } else if (name.find('\\') != std::string::npos) {
      mistakes.add({"assets/" + name}, Message::asset_name_with_backslash);
    } else if (!is_valid_asset_name(with_composed_letters(name))) {
      mistakes.add({"assets/" + name}, Message::asset_name_not_allowed);
    } else {
      assets.push_back({with_composed_letters(name), path});
    }
  }
  std::ranges::sort(assets, {}, &SourceAsset::name);
  const auto twice = std::ranges::adjacent_find(assets, {}, &SourceAsset::name);
  if (twice != assets.end()) {
    mistakes.add({"assets/" + twice->name}, Message::asset_name_twice);
  }
  return assets;
}

}  // namespace

SourceFolder read_source_folder(const fs::path& folder, ReadFor purpose, unsigned jobs,
                                const std::function<void(const Progress&)>& progress,
                                MistakeList& mistakes) {
  if (!fs::is_directory(folder)) {
    throw Error(ErrorCode::io, "there is no such folder; check the path", folder.string(),
                std::make_error_code(std::errc::no_such_file_or_directory));
  }
  SourceFolder source;
  if (!check_links(folder, mistakes)) return source;
  const auto read_top_file = [&](const char* file) -> std::optional<std::string> {
    if (!fs::exists(folder / file)) return std::nullopt;
    return read_text(folder / file, file, mistakes);
  };
  const bool has_pack_yaml = fs::is_regular_file(folder / "pack.yaml");
  if (has_pack_yaml) {
    if (const auto text = read_top_file("pack.yaml")) read_pack_yaml(*text, source, mistakes);
  }
  source.unread = find_unread_files(folder, source.not_read, mistakes);
  if (!has_pack_yaml) {
    if (mistakes.empty()) mistakes.add({"pack.yaml"}, Message::no_pack_yaml);
    return source;
  }
  if (const auto text = read_top_file("map.geojson")) read_map(*text, source, mistakes);
  if (const auto text = read_top_file("synonyms.yaml")) {
    source.synonyms = read_synonyms(*text, mistakes);
  }
  source.items = read_items(folder, purpose, jobs, progress, mistakes);
  source.assets = find_assets(folder, mistakes);
  return source;
}

LeftOut leave_out(SourceFolder& source, const ChosenItems& chosen) {
  LeftOut counts;
  std::erase_if(source.items, [&](const SourceItem& item) {
    const std::string valid_from = item.document.value("valid-from", "");
    const bool is_draft = item.is_draft && !chosen.with_drafts;
    const bool is_future = !is_draft && !chosen.with_future && valid_from > chosen.valid_on;
    if (!is_draft && !is_future) return false;
    counts.drafts += is_draft ? 1 : 0;
    counts.future += is_future ? 1 : 0;
    if (is_future && (counts.next_date.empty() || valid_from < counts.next_date)) {
      counts.next_date = valid_from;
    }
    source.left_out[item.id] = {item.at.file, is_draft ? "" : valid_from, item.assets};
    return true;
  });
  return counts;
}

}  // namespace landkaart::inline v0
