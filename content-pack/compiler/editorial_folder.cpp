// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/editorial_folder.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

#include "content-pack/compiler/editorial/rules.h"
#include "content-pack/compiler/front_matter_keys.h"
#include "core/base/file.h"
#include "core/map/map_features.h"

namespace landkaart::inline v0 {
namespace {

FolderText folder_text(const SourceFolder& source, const EditorialOptions& options) {
  FolderText folder;
  folder.today = options.today;
  folder.valid_on = options.valid_on;
  folder.messages_in = options.messages_in;
  const bool has_manifest = source.manifest.is_object();  // false when there is no pack.yaml
  const std::string language = has_manifest ? source.manifest.value("language", "") : "";
  for (const SourceItem& item : source.items) {
    if (item.editorial == nullptr) continue;  // read_item() could not read it
    if (item.editorial->language.empty()) item.editorial->language = language;
    folder.items.push_back(item.editorial.get());
  }
  return folder;
}

std::size_t cues_in(std::string_view captions) {
  constexpr std::string_view kArrow = "-->";
  std::size_t cues = 0;
  for (std::size_t at = captions.find(kArrow); at != std::string_view::npos;
       at = captions.find(kArrow, at + kArrow.size())) {
    ++cues;
  }
  return cues;
}

void add_captions(const SourceFolder& source, FolderText& folder) {
  for (const ItemText* item : folder.items) {
    if (!item->captions) continue;
    const auto asset = std::ranges::find(source.assets, item->captions->asset, &SourceAsset::name);
    if (asset != source.assets.end())
      folder.captions[asset->name] = cues_in(read_file(asset->path));
  }
}

void add_relations(const SourceFolder& source, const ResolvedReferences& references,
                   FolderText& folder) {
  for (const auto& [old_id, ordinal] : references.redirects) {
    folder.redirects[old_id] = source.items[ordinal].id;
  }
  for (const LinkRecord& link : references.links) {
    if (link.from == link.to) continue;
    // Readers reach a translation from its original, against the direction of the link.
    const bool is_translation = link.type == LinkType::translation_of;
    folder.reached.insert(source.items[is_translation ? link.from : link.to].id);
    folder.has_relations = true;
  }
  if (source.map.empty()) return;
  for (const MapFeature& feature : parse_map(source.map)) folder.reached.insert(feature.id);
}

// Rule: unknown-file.
void find_unknown_files(const SourceFolder& source, Findings& findings) {
  for (const UnreadFile& file : source.unread) {
    findings.add(file.name, file.is_folder ? Message::unknown_folder : Message::unknown_file,
                 {file.name});
  }
}

// Rules: unused-asset, empty-asset.
void find_odd_assets(const SourceFolder& source, Findings& findings) {
  std::unordered_set<std::string_view> used;
  const auto use = [&](const std::vector<Reference>& assets) {
    for (const Reference& asset : assets) used.insert(asset.target);
  };
  for (const SourceItem& item : source.items) use(item.assets);
  for (const auto& [unused, item] : source.left_out) use(item.assets);
  for (const SourceAsset& asset : source.assets) {
    const std::string file = "assets/" + asset.name;
    if (!used.contains(asset.name)) {
      findings.add(file, Message::unused_asset, {asset.name});
    } else if (std::filesystem::file_size(asset.path) == 0) {
      findings.add(file, Message::empty_asset);
    }
  }
}

// Rule: missing-positions.
void find_missing_positions(const SourceFolder& source, Findings& findings) {
  constexpr std::size_t kMostItems = 1000;
  const bool positions = !source.manifest.is_object() || source.manifest.value(kPositionsKey, true);
  if (positions || source.items.size() <= kMostItems) return;
  findings.add("pack.yaml", Message::no_positions, {std::to_string(source.items.size())});
}

std::vector<Finding> in_order(std::vector<Finding> findings, Findings more) {
  for (Finding& finding : more.take()) findings.push_back(std::move(finding));
  std::ranges::stable_sort(findings, {}, [](const Finding& finding) {
    return std::tie(finding.file, finding.line, finding.column);
  });
  return findings;
}

}  // namespace

std::vector<Finding> find_in_source(const SourceFolder& source,
                                    const ResolvedReferences& references,
                                    const EditorialOptions& options) {
  FolderText folder = folder_text(source, options);
  Findings findings(options.messages_in);
  find_unknown_files(source, findings);
  find_missing_positions(source, findings);
  if (folder.items.size() < source.items.size()) {
    return in_order(find_in_items(folder, options.jobs), std::move(findings));
  }
  find_odd_assets(source, findings);
  add_captions(source, folder);
  add_relations(source, references, folder);
  return in_order(find_in(folder, options.jobs), std::move(findings));
}

}  // namespace landkaart::inline v0
