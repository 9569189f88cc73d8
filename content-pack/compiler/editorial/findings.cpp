// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/editorial/findings.h"

#include <algorithm>
#include <tuple>

#include "content-pack/compiler/editorial/rules.h"
#include "core/base/parallel.h"

namespace landkaart::inline v0 {
namespace {

// Sorts items by file and place. repeated-sentence reports every occurrence after the first, so the
// order of the items decides which occurrence is the first.
std::vector<const ItemText*> in_order_of_file(std::vector<const ItemText*> items) {
  std::ranges::stable_sort(items, {},
                           [](const ItemText* item) { return std::tie(item->file, item->at); });
  return items;
}

void find_in_item(const ReadItem& item, const FolderText& folder, Findings& findings) {
  find_long_sentences(item, findings);
  find_passive_voice(item, findings);
  find_missing_alt_texts(item, findings);
  find_skipped_headings(item, findings);
  find_vague_links(item, findings);
  find_unsupported_markdown(item, findings);
  find_odd_minutes(item, findings);
  find_expired_reviews(item, folder, findings);
}

}  // namespace

void Findings::add(const ItemText& item, TextPlace place, Message message,
                   const Arguments& arguments) {
  const MessageText& text = text_of(message);
  std::string problem = filled(text.problem, arguments, language_);
  if (item.is_bulk) {
    if (place.line > 0) problem += filled(kLineOfBody, {std::to_string(place.line)}, language_);
    place = item.at;
  }
  findings_.push_back({item.file, place.line, place.column, std::string(text.code),
                       std::string(text.rule), std::move(problem),
                       filled(text.remedy, arguments, language_)});
}

void Findings::add(const std::string& file, Message message, const Arguments& arguments) {
  ItemText item;
  item.file = file;
  add(item, {}, message, arguments);
}

void Findings::add_all(Findings others) {
  std::ranges::move(others.findings_, std::back_inserter(findings_));
}

std::vector<Finding> Findings::take() {
  std::ranges::sort(findings_, {}, [](const Finding& finding) {
    return std::tie(finding.file, finding.line, finding.column, finding.code, finding.problem);
  });
  return std::move(findings_);
}

std::string beginning_of(const Sentence& sentence) {
  constexpr std::size_t kShown = 6;
  if (sentence.tokens.size() <= kShown) return "\"" + std::string(sentence.text) + "\"";
  return "\"" + std::string(sentence.text.substr(0, sentence.tokens[kShown - 1].end)) + " …\"";
}

std::vector<Finding> find_in_items(const FolderText& folder, unsigned jobs) {
  std::vector<Findings> found(folder.items.size(), Findings(folder.messages_in));
  parallel_for(found.size(), jobs,
               [&](std::size_t i) { find_in_item(ReadItem(*folder.items[i]), folder, found[i]); });
  Findings findings(folder.messages_in);
  for (Findings& some : found) findings.add_all(std::move(some));
  return findings.take();
}

std::vector<Finding> find_in(const FolderText& folder, unsigned jobs) {
  const std::vector<const ItemText*> items = in_order_of_file(folder.items);
  const JargonRule jargon(folder);
  std::vector<Findings> found(items.size(), Findings(folder.messages_in));
  std::vector<RepeatableSentences> repeatable(items.size());
  parallel_for(items.size(), jobs, [&](std::size_t i) {
    const ReadItem item(*items[i]);
    find_in_item(item, folder, found[i]);
    jargon.find(item, found[i]);
    repeatable[i] = repeatable_sentences(item);
  });
  Findings findings(folder.messages_in);
  for (Findings& some : found) findings.add_all(std::move(some));
  find_repeated_sentences(repeatable, findings);
  find_missing_captions(folder, findings);
  find_redirected_links(folder, findings);
  find_unreached_items(folder, findings);
  return findings.take();
}

}  // namespace landkaart::inline v0
