// SPDX-License-Identifier: EUPL-1.2
#include "core/pack/item_filter.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace landkaart::inline v0 {
namespace {

static_assert(kKinds < 16, "a mask of 16 bits has a bit for each kind");

std::uint16_t mask_of(const std::vector<Kind>& kinds) {
  std::uint16_t mask = 0;
  for (const Kind kind : kinds) {
    const auto number = static_cast<unsigned>(kind);
    if (number <= kKinds) mask = static_cast<std::uint16_t>(mask | 1u << number);
  }
  return mask;
}

bool is_within(const Range& range, int value) { return value >= range.min && value <= range.max; }

}  // namespace

CompiledFilter::CompiledFilter(const ItemTable& table, const LinkTable& links, ItemFilter values)
    : table_(table), values_(std::move(values)), kinds_(mask_of(values_.kinds)) {
  for (const std::string& id : values_.themes) {
    if (const auto theme = table.find(id)) themes_.push_back(*theme);
  }
  accepts_none_ =
      (!values_.kinds.empty() && kinds_ == 0) || (!values_.themes.empty() && themes_.empty());
  if (!values_.obstacle.empty()) {
    const auto obstacle = table.find(values_.obstacle);
    if (obstacle) {
      for (const LinkRecord& link : links.from(*obstacle)) {
        if (link.type == LinkType::work_forms) route_.push_back(link.to);
      }
    }
    accepts_none_ = accepts_none_ || route_.empty();
    sorted_route_ = route_;
    std::ranges::sort(sorted_route_);
  }
  wants_work_forms_ = values_.purpose || values_.group_size || values_.max_minutes ||
                      values_.max_difficulty || !values_.obstacle.empty();
  const bool wants_labels =
      !values_.themes.empty() || !values_.tags.empty() || !values_.language.empty();
  accepts_all_ = values_.kinds.empty() && !wants_labels && !wants_work_forms_;
  if (wants_labels && !accepts_none_) {
    verdicts_ = std::vector<std::atomic<Verdict>>(table.label_set_count());
  }
}

bool CompiledFilter::accepts(Ordinal item) const {
  if (accepts_all_) return true;
  if (accepts_none_) return false;
  const ItemRecord record = table_.record(item);
  if (kinds_ != 0 && (kinds_ >> static_cast<unsigned>(record.kind) & 1) == 0) return false;
  if (wants_work_forms_ && !fits_work_form(record)) return false;
  if (!values_.obstacle.empty() && !std::ranges::binary_search(sorted_route_, item)) return false;
  return verdicts_.empty() || fits_labels(record.label_set);
}

bool CompiledFilter::fits_work_form(const ItemRecord& record) const {
  if (record.kind != Kind::work_form) return false;
  if (values_.purpose && record.purpose != static_cast<std::uint8_t>(*values_.purpose))
    return false;
  if (values_.group_size && !is_within(record.group_size, *values_.group_size)) return false;
  if (values_.max_minutes && record.minutes.min > *values_.max_minutes) return false;
  return !values_.max_difficulty ||
         record.difficulty <= static_cast<std::uint8_t>(*values_.max_difficulty);
}

bool CompiledFilter::fits_labels(std::uint32_t label_set) const {
  if (label_set >= verdicts_.size()) return has_wanted_labels(label_set);  // throws Error
  // Threads that test the same label set at the same time store the same verdict.
  std::atomic<Verdict>& verdict = verdicts_[label_set];
  if (verdict.load(std::memory_order_relaxed) == Verdict::unknown) {
    verdict.store(has_wanted_labels(label_set) ? Verdict::fits : Verdict::differs,
                  std::memory_order_relaxed);
  }
  return verdict.load(std::memory_order_relaxed) == Verdict::fits;
}

bool CompiledFilter::has_wanted_labels(std::uint32_t label_set) const {
  const auto has_theme = [&](Ordinal theme) { return table_.set_has_theme(label_set, theme); };
  const auto has_tag = [&](const std::string& tag) { return table_.set_has_tag(label_set, tag); };
  if (!themes_.empty() && std::ranges::none_of(themes_, has_theme)) return false;
  if (!values_.tags.empty() && std::ranges::none_of(values_.tags, has_tag)) return false;
  return values_.language.empty() || table_.set_has_language(label_set, values_.language);
}

}  // namespace landkaart::inline v0
