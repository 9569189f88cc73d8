// SPDX-License-Identifier: EUPL-1.2
#include "core/search/plan_context.h"

#include <algorithm>
#include <cassert>

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kMostAlternatives = 48;

// Whether both score the same documents, apart from their weights.
bool are_alike(const Alternative& a, const Alternative& b) {
  return a.sort == b.sort && std::ranges::equal(a.words, b.words, [](const auto& x, const auto& y) {
           return x.term.lemma == y.term.lemma && x.term.form_number == y.term.form_number &&
                  x.offset == y.offset && x.exact == y.exact;
         });
}

}  // namespace

bool is_known(const std::optional<Term>& term) {
  return term && (term->words.document_frequency > 0 || term->parts.document_frequency > 0);
}

bool is_function_word(const std::optional<Term>& term) { return term && term->is_function_word; }

Alternative alternative_of(MatchSort sort, const Term& term, double weight) {
  return {sort, {{term, 0, false}}, weight};
}

double PlanContext::rarity_of(const Term& term) const {
  return rarity(term.words.document_frequency > 0 ? term.words.document_frequency
                                                  : term.parts.document_frequency);
}

void PlanContext::add(std::size_t group, Alternative alternative) {
  auto& alternatives = plan.groups[group].alternatives;
  const bool is_repeated = std::ranges::any_of(alternatives, [&](const Alternative& each) {
    return each.weight >= alternative.weight && are_alike(each, alternative);
  });
  if (is_repeated) return;
  const auto completions = std::ranges::count(alternatives, MatchSort::prefix, &Alternative::sort);
  if (alternatives.size() - static_cast<std::size_t>(completions) < kMostAlternatives) {
    alternatives.push_back(std::move(alternative));
  }
}

void PlanContext::add_to_span(std::size_t begin, std::size_t end, const Alternative& alternative) {
  assert(begin < end && end <= words.size());
  std::vector<std::size_t> groups;
  for (std::size_t i = begin; i < end; ++i) {
    if (std::ranges::find(groups, words[i].group) == groups.end()) groups.push_back(words[i].group);
  }
  for (const std::size_t number : groups) {
    const PlannedGroup& group = plan.groups[number];
    Alternative divided = alternative;
    divided.weight /= static_cast<double>(groups.size());
    // A joined word weighs at least as much as each of its known parts, because it is more
    // specific.
    if (divided.sort == MatchSort::joined && !group.alternatives.empty()) {
      divided.weight = std::max(divided.weight, group.rarity * kJoinedWeight);
    }
    add(number, std::move(divided));
  }
}

}  // namespace landkaart::inline v0
