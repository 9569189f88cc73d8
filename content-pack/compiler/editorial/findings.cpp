// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/editorial/findings.h"

#include <algorithm>
#include <tuple>

#include "content-pack/compiler/editorial/rules.h"
#include "core/base/parallel.h"

namespace landkaart::inline v0 {
namespace {

Findings in_order(Findings findings) {
  std::ranges::sort(findings, {}, [](const Finding& finding) {
    return std::tie(finding.file, finding.line, finding.column, finding.rule, finding.problem);
  });
  return findings;
}

// Sorts items by file and place. repeated-sentence reports every occurrence after the first, so the
// order of the items decides which occurrence is the first.
std::vector<const ItemText*> in_order_of_file(std::vector<const ItemText*> items) {
  std::ranges::stable_sort(items, {},
                           [](const ItemText* item) { return std::tie(item->file, item->at); });
  return items;
}

void find_in_item(const ReadItem& item, std::string_view today, Findings& findings) {
  find_long_sentences(item, findings);
  find_passive_voice(item, findings);
  find_missing_alt_texts(item, findings);
  find_skipped_headings(item, findings);
  find_vague_links(item, findings);
  find_odd_minutes(item, findings);
  find_expired_reviews(item, today, findings);
}

Findings joined(std::vector<Findings> parts) {
  Findings all;
  for (Findings& part : parts) std::ranges::move(part, std::back_inserter(all));
  return all;
}

}  // namespace

Finding finding_at(const ItemText& item, TextPlace place, std::string_view rule,
                   std::string problem, std::string remedy) {
  if (item.is_bulk) {
    if (place.line > 0) problem += " (line " + std::to_string(place.line) + " of the body)";
    place = item.at;
  }
  return {item.file,         place.line,         place.column,
          std::string(rule), std::move(problem), std::move(remedy)};
}

std::string beginning_of(const Sentence& sentence) {
  constexpr std::size_t kShown = 6;
  if (sentence.tokens.size() <= kShown) return "\"" + std::string(sentence.text) + "\"";
  return "\"" + std::string(sentence.text.substr(0, sentence.tokens[kShown - 1].end)) + " …\"";
}

std::vector<Finding> find_in_items(const FolderText& folder, unsigned jobs) {
  std::vector<Findings> found(folder.items.size());
  parallel_for(found.size(), jobs, [&](std::size_t i) {
    find_in_item(ReadItem(*folder.items[i]), folder.today, found[i]);
  });
  return in_order(joined(std::move(found)));
}

std::vector<Finding> find_in(const FolderText& folder, unsigned jobs) {
  const std::vector<const ItemText*> items = in_order_of_file(folder.items);
  const JargonRule jargon(folder);
  std::vector<Findings> found(items.size());
  std::vector<RepeatableSentences> repeatable(items.size());
  parallel_for(items.size(), jobs, [&](std::size_t i) {
    const ReadItem item(*items[i]);
    find_in_item(item, folder.today, found[i]);
    jargon.find(item, found[i]);
    repeatable[i] = repeatable_sentences(item);
  });
  Findings findings = joined(std::move(found));
  find_repeated_sentences(repeatable, findings);
  find_missing_captions(folder, findings);
  find_redirected_links(folder, findings);
  find_unreached_items(folder, findings);
  find_missing_positions(folder, findings);
  return in_order(std::move(findings));
}

}  // namespace landkaart::inline v0
