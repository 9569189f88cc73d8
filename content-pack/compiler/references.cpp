// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/references.h"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

#include "content-pack/compiler/body_addresses.h"
#include "content-pack/compiler/front_matter_keys.h"
#include "landkaart/limits.h"

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
      mistakes_.add(item.at, Message::id_used_twice, {item.id, place(other)});
    }
  }

  void resolve_redirects() {
    for (const SourceRedirect& redirect : source_.redirects) targets_[redirect.from] = &redirect;
    for (const SourceRedirect& redirect : source_.redirects) {
      if (ordinals_.contains(redirect.from)) {
        const SourcePosition& other = item(ordinals_.at(redirect.from)).at;
        mistakes_.add(redirect.to.at, Message::redirect_of_item, {redirect.from, place(other)});
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
        if (report_left_out(id, first.to.at)) return std::nullopt;
        mistakes_.add(first.to.at, Message::redirect_to_no_item, {first.from, id}, nearest_id(id));
        return std::nullopt;
      }
      if (!seen.insert(id).second) {
        mistakes_.add(first.to.at, Message::circle_of_redirects, {first.from, id});
        return std::nullopt;
      }
      id = next->second->to.target;
    }
  }

  // The ordinal of the item with this id or old id.
  std::optional<std::uint32_t> find_silently(const std::string& id) const {
    const auto found = ordinals_.find(id);
    if (found != ordinals_.end()) return found->second;
    const auto old = resolved_.redirects.find(id);
    if (old != resolved_.redirects.end()) return old->second;
    return std::nullopt;
  }

  // The ordinal of the item with this id or old id. Reports a mistake when there is none.
  std::optional<std::uint32_t> find(const Reference& reference) {
    if (const auto found = find_silently(reference.target)) return found;
    if (!report_left_out(reference.target, reference.at)) {
      mistakes_.add(reference.at, Message::unknown_item, {reference.target},
                    nearest_id(reference.target));
    }
    return std::nullopt;
  }

  // Returns false, and reports nothing, when `id` is not the id of an item that was left out.
  bool report_left_out(const std::string& id, const SourcePosition& at) {
    const auto left_out = source_.left_out.find(id);
    if (left_out == source_.left_out.end()) return false;
    const auto& [file, valid_from, unused] = left_out->second;
    mistakes_.add(at, valid_from.empty() ? Message::link_to_draft : Message::link_to_later_item,
                  {id, file, valid_from});
    return true;
  }

  // The id that an author may have meant; empty when no id is near. Sorts the ids on the first
  // call.
  std::string_view nearest_id(std::string_view id) {
    if (known_ids_.empty()) {
      for (const auto& [known, unused] : ordinals_) known_ids_.push_back(known);
      std::ranges::sort(known_ids_);
    }
    return nearest_word(id, known_ids_);
  }

  Kind kind_of(std::uint32_t ordinal) const { return item(ordinal).record.kind; }

  // Whether the target of a link has a kind that the link allows.
  bool check_kind(const SourceLink& link, std::uint32_t target, Kind kind_of_source) {
    const Kind kind = kind_of(target);
    if (link.type == LinkType::translation_of) {
      if (kind == kind_of_source) return true;
      mistakes_.add(link.to.at, Message::wrong_kind_of_original,
                    {link.to.target, name(kind), name(kind_of_source)});
      return false;
    }
    return check_kind(link.to, target, target_kind(name(link.type)));
  }

  bool check_kind(const Reference& reference, std::uint32_t target, std::optional<Kind> wanted) {
    const Kind kind = kind_of(target);
    if (!wanted || kind == *wanted) return true;
    mistakes_.add(reference.at, Message::wrong_kind,
                  {reference.target, name(kind), name(*wanted), folder_of(kind)});
    return false;
  }

  void resolve_item(std::uint32_t ordinal) {
    const SourceItem& item = this->item(ordinal);
    resolved_.themes.emplace_back();
    std::vector<std::uint32_t>& themes = resolved_.themes.back();
    for (const Reference& theme : item.themes) {
      const auto found = find(theme);
      if (!found || !check_kind(theme, *found, Kind::theme)) continue;
      if (std::ranges::find(themes, *found) != themes.end()) report_twice(*found, theme);
      themes.push_back(*found);
    }
    std::set<std::pair<LinkType, std::uint32_t>> linked;
    for (const SourceLink& link : item.links) {
      const auto found = find(link.to);
      if (!found || !check_kind(link, *found, item.record.kind)) continue;
      if (*found == ordinal && link.type != LinkType::mentions) {
        mistakes_.add(link.to.at, Message::link_to_itself);
      }
      if (!linked.emplace(link.type, *found).second) {
        if (link.type != LinkType::mentions) report_twice(*found, link.to);
        continue;
      }
      resolved_.links.push_back({ordinal, *found, link.type});
    }
    if (linked.size() > limits::kLinks) {
      mistakes_.add(item.at, Message::too_many_links,
                    {std::to_string(linked.size()), std::to_string(limits::kLinks)});
    }
    for (const Reference& asset : item.assets) check_asset(asset);
    for (const AnchorLink& link : item.anchor_links) check_anchor(link, ordinal);
  }

  // Reports nothing for an item that does not exist, because the check of its id has reported that.
  void check_anchor(const AnchorLink& link, std::uint32_t ordinal) {
    const bool is_own = link.to.target == item(ordinal).id;
    const std::optional<std::uint32_t> target = is_own ? ordinal : find_silently(link.to.target);
    if (!target) return;
    const std::vector<std::string>& anchors = item(*target).anchors;
    if (leads_to_anchor(link.fragment, anchors)) return;
    const std::string& id = item(*target).id;
    if (anchors.empty()) {
      mistakes_.add(link.to.at, Message::anchor_without_headings, {id, link.fragment});
      return;
    }
    const std::string_view nearest = nearest_word(link.fragment, {anchors.begin(), anchors.end()});
    mistakes_.add(link.to.at, Message::unknown_anchor, {id, link.fragment, listed(anchors)},
                  nearest.empty() ? std::string() : "#" + std::string(nearest));
  }

  // "#a, #b, #c, …"
  static std::string listed(const std::vector<std::string>& anchors) {
    constexpr std::size_t kMostListed = 8;
    std::string list;
    for (std::size_t i = 0; i < std::min(anchors.size(), kMostListed); ++i) {
      list += (i == 0 ? "#" : ", #") + anchors[i];
    }
    return anchors.size() > kMostListed ? list + ", …" : list;
  }

  // Reports a second id for the same item in one key. At least one of the two is an old id.
  void report_twice(std::uint32_t ordinal, const Reference& reference) {
    mistakes_.add(reference.at, Message::two_ids_of_one_item, {reference.target, item(ordinal).id});
  }

  static std::string place(const SourcePosition& at) {
    return at.file + ":" + std::to_string(at.line);
  }

  void check_asset(const Reference& asset) {
    if (assets_.contains(asset.target)) return;
    mistakes_.add(asset.at, Message::unknown_asset, {asset.target},
                  nearest_word(asset.target, {assets_.begin(), assets_.end()}));
  }

  void check_feature(const SourceMapFeature& feature) {
    const auto found = find(feature.item);
    if (!found) return;
    if (item(*found).id != feature.item.target) {
      mistakes_.add(feature.item.at, Message::old_id_on_map,
                    {feature.item.target, item(*found).id});
    }
    if (feature.role == "territory") check_kind_on_map(feature, *found, Kind::theme);
    if (feature.role == "hazard") check_kind_on_map(feature, *found, Kind::obstacle);
    if (!on_map_.insert(feature.item.target).second) {
      mistakes_.add(feature.item.at, Message::id_twice_on_map, {feature.item.target});
    }
  }

  void check_kind_on_map(const SourceMapFeature& feature, std::uint32_t target, Kind wanted) {
    const Kind kind = kind_of(target);
    if (kind == wanted) return;
    mistakes_.add(feature.item.at, Message::wrong_kind_on_map,
                  {feature.item.target, name(kind), name(wanted), feature.role});
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
