// SPDX-License-Identifier: EUPL-1.2
#include "core/pack/item_selection.h"

#include <optional>
#include <utility>

#include "core/pack/item_filter.h"

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

// A position is an index in the candidates.
class ItemSelection final : public ItemRange::Source {
 public:
  // `range` contains every item that can satisfy the filter.
  ItemSelection(std::shared_ptr<const PackState> pack, const ItemFilter& filter, OrdinalRange range)
      : pack_(std::move(pack)), filter_(pack_->table, pack_->links, filter), candidates_{range} {
    if (!filter.obstacle.empty()) candidates_.listed = filter_.route();
    if (filter_.accepts_none()) candidates_.listed.emplace();
  }

  std::size_t next(std::size_t from) const override {
    for (std::size_t position = from; position < candidates_.size(); ++position) {
      if (filter_.accepts(candidates_.at(position))) return position;
    }
    return ItemRange::kEnd;
  }

  Item at(std::size_t position) const override { return pack_->item(candidates_.at(position)); }

 private:
  std::shared_ptr<const PackState> pack_;
  CompiledFilter filter_;
  Candidates candidates_;
};

// A position is an index in the links.
class LinkList final : public LinkRange::Source {
 public:
  LinkList(std::shared_ptr<const PackState> pack, std::vector<LinkRecord> links,
           std::uint32_t LinkRecord::*other_end)
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
  std::uint32_t LinkRecord::*other_end_;
};

}  // namespace

ItemRange select_items(std::shared_ptr<const PackState> pack, const ItemFilter& filter) {
  const ItemTable& table = pack->table;
  const bool is_one_kind = filter.kinds.size() == 1 && !name(filter.kinds.front()).empty();
  const OrdinalRange range =
      is_one_kind ? table.of_kind(filter.kinds.front()) : OrdinalRange{0, table.size()};
  return ItemRange(std::make_shared<const ItemSelection>(std::move(pack), filter, range));
}

ItemRange select_work_forms(std::shared_ptr<const PackState> pack, const ItemFilter& filter) {
  const OrdinalRange range = pack->table.of_kind(Kind::work_form);
  return ItemRange(std::make_shared<const ItemSelection>(std::move(pack), filter, range));
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
