// SPDX-License-Identifier: EUPL-1.2
#include "core/pack/item_selection.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>

namespace landkaart::inline v0 {
namespace {

// The items to test: `listed` when it has a value, else all items of `range`.
struct Candidates {
  OrdinalRange range;
  std::optional<std::vector<Ordinal>> listed = std::nullopt;

  std::size_t size() const { return listed ? listed->size() : range.end - range.begin; }
  Ordinal at(std::size_t position) const {
    return listed ? (*listed)[position] : range.begin + static_cast<Ordinal>(position);
  }
};

using Condition = std::function<bool(Ordinal)>;

// A position is an index in the candidates.
class ItemSelection final : public ItemRange::Source {
 public:
  ItemSelection(std::shared_ptr<const PackState> pack, Candidates candidates, Condition condition)
      : pack_(std::move(pack)),
        candidates_(std::move(candidates)),
        condition_(std::move(condition)) {}

  std::size_t next(std::size_t from) const override {
    for (std::size_t position = from; position < candidates_.size(); ++position) {
      if (condition_(candidates_.at(position))) return position;
    }
    return ItemRange::kEnd;
  }

  Item at(std::size_t position) const override { return pack_->item(candidates_.at(position)); }

 private:
  std::shared_ptr<const PackState> pack_;
  Candidates candidates_;
  Condition condition_;
};

ItemRange make_range(std::shared_ptr<const PackState> pack, Candidates candidates,
                     Condition condition) {
  return ItemRange(std::make_shared<const ItemSelection>(std::move(pack), std::move(candidates),
                                                         std::move(condition)));
}

// An id in a filter. When the pack does not have the id, no item satisfies the filter.
struct RequiredItem {
  bool is_given = false;
  std::optional<Ordinal> ordinal;

  bool is_unknown() const { return is_given && !ordinal; }
};

RequiredItem required_item(const ItemTable& table, const std::string& id) {
  if (id.empty()) return {};
  return {true, table.find(id)};
}

bool satisfies(const ItemTable& table, Ordinal item, const ItemFilter& filter,
               const std::optional<Ordinal>& theme) {
  return (!theme || table.has_theme(item, *theme)) &&
         (filter.tag.empty() || table.has_tag(item, filter.tag)) &&
         (filter.language.empty() || table.labels(item).language == filter.language);
}

bool satisfies(const ItemTable& table, Ordinal item, const WorkFormFilter& filter,
               const std::optional<Ordinal>& theme) {
  const ItemRecord record = table.record(item);
  const auto contains = [](const Range& range, int value) {
    return value >= range.min && value <= range.max;
  };
  if (record.kind != Kind::work_form) return false;
  if (filter.purpose && record.purpose != static_cast<std::uint8_t>(*filter.purpose)) return false;
  if (filter.group_size && !contains(record.group_size, *filter.group_size)) return false;
  if (filter.max_minutes && record.minutes.min > *filter.max_minutes) return false;
  if (filter.max_difficulty &&
      record.difficulty > static_cast<std::uint8_t>(*filter.max_difficulty)) {
    return false;
  }
  return !theme || table.has_theme(item, *theme);
}

// The work forms to which an obstacle links, or all work forms when there is no obstacle.
Candidates work_forms(const PackState& pack, const std::optional<Ordinal>& obstacle) {
  if (!obstacle) return {pack.table.of_kind(Kind::work_form)};
  std::vector<Ordinal> linked;
  for (const LinkRecord& link : pack.links.from(*obstacle)) {
    if (link.type == LinkType::work_forms) linked.push_back(link.to);
  }
  return {{}, std::move(linked)};
}

// A position is an index in the links.
class LinkList final : public LinkRange::Source {
 public:
  LinkList(std::shared_ptr<const PackState> pack, std::vector<LinkRecord> links,
           std::uint32_t LinkRecord::* other_end)
      : pack_(std::move(pack)), links_(std::move(links)), other_end_(other_end) {}

  std::size_t next(std::size_t from) const override {
    return from < links_.size() ? from : LinkRange::kEnd;
  }

  Item::Link at(std::size_t position) const override {
    const LinkRecord& link = links_[position];
    return {link.type, pack_->item(link.*other_end_)};
  }

 private:
  std::shared_ptr<const PackState> pack_;
  std::vector<LinkRecord> links_;
  std::uint32_t LinkRecord::* other_end_;
};

}  // namespace

ItemRange select_items(std::shared_ptr<const PackState> pack, const ItemFilter& filter) {
  const ItemTable& table = pack->table;
  const RequiredItem theme = required_item(table, filter.theme);
  if (theme.is_unknown()) return {};
  const OrdinalRange all{0, table.size()};
  return make_range(std::move(pack), {filter.kind ? table.of_kind(*filter.kind) : all},
                    [&table, filter, theme = theme.ordinal](Ordinal item) {
                      return satisfies(table, item, filter, theme);
                    });
}

ItemRange select_work_forms(std::shared_ptr<const PackState> pack, const WorkFormFilter& filter) {
  const ItemTable& table = pack->table;
  const RequiredItem theme = required_item(table, filter.theme);
  const RequiredItem obstacle = required_item(table, filter.obstacle);
  if (theme.is_unknown() || obstacle.is_unknown()) return {};
  Candidates candidates = work_forms(*pack, obstacle.ordinal);
  return make_range(std::move(pack), std::move(candidates),
                    [&table, filter, theme = theme.ordinal](Ordinal item) {
                      return satisfies(table, item, filter, theme);
                    });
}

LinkRange links_from(std::shared_ptr<const PackState> pack, Ordinal item) {
  std::vector<LinkRecord> links = pack->links.from(item);
  return LinkRange(
      std::make_shared<const LinkList>(std::move(pack), std::move(links), &LinkRecord::to));
}

LinkRange links_to(std::shared_ptr<const PackState> pack, Ordinal item) {
  std::vector<LinkRecord> links = pack->links.to(item);
  return LinkRange(
      std::make_shared<const LinkList>(std::move(pack), std::move(links), &LinkRecord::from));
}

}  // namespace landkaart::inline v0
