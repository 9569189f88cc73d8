// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/references.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

#include "content-pack/compiler/front_matter_keys.h"

namespace landkaart::inline v0 {
namespace {

class Resolver {
 public:
  Resolver(const SourceFolder& source, MistakeList& mistakes)
      : source_(source), mistakes_(mistakes) {}

  ResolvedReferences resolve() {
    number_items();
    resolve_redirects();
    for (const SourceAsset& asset : source_.assets) assets_.insert(asset.name);
    for (std::uint32_t i = 0; i < source_.items.size(); ++i) resolve_item(i);
    for (const SourceMapFeature& feature : source_.map_features) check_feature(feature);
    return std::move(resolved_);
  }

 private:
  const SourceItem& item(std::uint32_t ordinal) const { return source_.items[ordinal]; }

  void number_items() {
    for (std::uint32_t i = 0; i < source_.items.size(); ++i) {
      const SourceItem& item = this->item(i);
      if (item.id.empty()) continue;  // read_item() has reported it
      const auto [first, added] = ordinals_.emplace(item.id, i);
      if (added) continue;
      const SourcePosition& other = this->item(first->second).at;
      mistakes_.add(item.at,
                    "id: \"" + item.id + "\" is also the id of the item at " + place(other),
                    "change the id of one of the two items");
    }
  }

  void resolve_redirects() {
    for (const SourceRedirect& redirect : source_.redirects) targets_[redirect.from] = &redirect;
    for (const SourceRedirect& redirect : source_.redirects) {
      if (ordinals_.contains(redirect.from)) {
        const SourcePosition& other = item(ordinals_.at(redirect.from)).at;
        mistakes_.add(redirect.to.at,
                      "redirects: \"" + redirect.from + "\" is the id of the item at " +
                          place(other) + ", so it cannot redirect",
                      "remove the redirect, or change the id of the item");
      } else if (const auto ordinal = follow(redirect)) {
        resolved_.redirects[redirect.from] = *ordinal;
      }
    }
  }

  std::optional<std::uint32_t> follow(const SourceRedirect& first) {
    std::set<std::string> seen{first.from};
    std::string id = first.to.target;
    while (true) {
      if (const auto found = ordinals_.find(id); found != ordinals_.end()) return found->second;
      const auto next = targets_.find(id);
      if (next == targets_.end()) {
        report_unknown(first.to,
                       "redirects: \"" + first.from + "\" leads to \"" + id +
                           "\", and there is no item \"" + id + "\"",
                       id);
        return std::nullopt;
      }
      if (!seen.insert(id).second) {
        mistakes_.add(first.to.at,
                      "redirects: \"" + first.from +
                          "\" leads to no item, because the redirects form a circle at \"" + id +
                          "\"",
                      "write the id of an item in one redirect of the circle");
        return std::nullopt;
      }
      id = next->second->to.target;
    }
  }

  // The ordinal of the item with this id or old id. Reports a mistake when there is none.
  std::optional<std::uint32_t> find(const Reference& reference) {
    const auto found = ordinals_.find(reference.target);
    if (found != ordinals_.end()) return found->second;
    const auto old = resolved_.redirects.find(reference.target);
    if (old != resolved_.redirects.end()) return old->second;
    report_unknown(reference, "there is no item \"" + reference.target + "\"", reference.target);
    return std::nullopt;
  }

  void report_unknown(const Reference& reference, std::string problem, std::string_view id) {
    mistakes_.add(reference.at, std::move(problem),
                  did_you_mean(id, known_ids(), "write the id of an item in this folder"));
  }

  // All ids in ascending order. Sorted on the first call only.
  const std::vector<std::string_view>& known_ids() {
    if (known_ids_.empty()) {
      for (const auto& [id, unused] : ordinals_) known_ids_.push_back(id);
      std::ranges::sort(known_ids_);
    }
    return known_ids_;
  }

  bool has_kind(std::uint32_t ordinal, std::optional<Kind> wanted, const Reference& reference,
                std::string remedy) {
    const Kind kind = item(ordinal).record.kind;
    if (!wanted || kind == *wanted) return true;
    mistakes_.add(reference.at,
                  "\"" + reference.target + "\" is " + with_article(kind) +
                      ", and only the id of " + with_article(*wanted) + " is allowed here",
                  std::move(remedy));
    return false;
  }

  // The remedy for an id of the wrong kind in a list of ids.
  std::string move_to_right_key(std::uint32_t ordinal) const {
    const Kind kind = item(ordinal).record.kind;
    return "move it to \"" + std::string(folder_of(kind)) + "\" or to \"related\"";
  }

  void resolve_item(std::uint32_t ordinal) {
    const SourceItem& item = this->item(ordinal);
    resolved_.themes.emplace_back();
    std::vector<std::uint32_t>& themes = resolved_.themes.back();
    for (const Reference& theme : item.themes) {
      const auto found = find(theme);
      if (!found || !has_kind(*found, Kind::theme, theme, move_to_right_key(*found))) continue;
      if (std::ranges::find(themes, *found) != themes.end()) report_twice(*found, theme);
      themes.push_back(*found);
    }
    std::set<std::pair<LinkType, std::uint32_t>> linked;
    for (const SourceLink& link : item.links) {
      const auto found = find(link.to);
      const bool is_translation = link.type == LinkType::translation_of;
      const std::optional<Kind> wanted =
          is_translation ? item.record.kind : target_kind(name(link.type));
      if (!found) continue;
      if (!has_kind(*found, wanted, link.to,
                    is_translation ? "write the id of the item that this item translates"
                                   : move_to_right_key(*found))) {
        continue;
      }
      if (*found == ordinal && link.type != LinkType::mentions) {
        mistakes_.add(link.to.at, "this item links to itself", "remove the link");
      }
      if (!linked.emplace(link.type, *found).second) {
        if (link.type != LinkType::mentions) report_twice(*found, link.to);
        continue;
      }
      resolved_.links.push_back({ordinal, *found, link.type});
    }
    for (const Reference& asset : item.assets) check_asset(asset);
  }

  // Reports a second id for the same item in one key. At least one of the two is an old id.
  void report_twice(std::uint32_t ordinal, const Reference& reference) {
    mistakes_.add(reference.at,
                  "\"" + reference.target + "\" and an earlier id of this key both refer to \"" +
                      item(ordinal).id + "\"",
                  "remove one of the two");
  }

  static std::string place(const SourcePosition& at) {
    return at.file + ":" + std::to_string(at.line);
  }

  void check_asset(const Reference& asset) {
    if (assets_.contains(asset.target)) return;
    mistakes_.add(asset.at, "there is no file \"assets/" + asset.target + "\"",
                  did_you_mean(asset.target, {assets_.begin(), assets_.end()},
                               "add this file, or write the path of an existing file"));
  }

  void check_feature(const SourceMapFeature& feature) {
    const auto found = find(feature.item);
    if (!found) return;
    if (item(*found).id != feature.item.target) {
      mistakes_.add(feature.item.at,
                    "\"" + feature.item.target + "\" is an old id of \"" + item(*found).id + "\"",
                    "write \"" + item(*found).id + "\"");
    }
    const std::string remedy = "change the id or the role of this feature";
    if (feature.role == "territory") has_kind(*found, Kind::theme, feature.item, remedy);
    if (feature.role == "hazard") has_kind(*found, Kind::obstacle, feature.item, remedy);
    if (!on_map_.insert(feature.item.target).second) {
      mistakes_.add(feature.item.at,
                    "two features of the map have the id \"" + feature.item.target + "\"",
                    "remove one of the two");
    }
  }

  const SourceFolder& source_;
  MistakeList& mistakes_;
  std::unordered_map<std::string, std::uint32_t> ordinals_;
  std::vector<std::string_view> known_ids_;
  std::map<std::string, const SourceRedirect*> targets_;
  std::set<std::string_view> assets_;
  std::set<std::string> on_map_;
  ResolvedReferences resolved_;
};

}  // namespace

ResolvedReferences resolve_references(const SourceFolder& source, MistakeList& mistakes) {
  return Resolver(source, mistakes).resolve();
}

}  // namespace landkaart::inline v0
