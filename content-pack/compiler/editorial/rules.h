// SPDX-License-Identifier: EUPL-1.2
// The editorial rules. Most rules are one function, with the name of the rule in the comment above.
// A rule adds its findings in any order.
#pragma once

#include <string_view>
#include <vector>

#include "content-pack/compiler/editorial/findings.h"
#include "content-pack/compiler/editorial/sentences.h"
#include "content-pack/compiler/messages/messages.h"

namespace landkaart::inline v0 {

// An item and its sentences.
struct ReadItem {
  const ItemText& text;
  std::vector<Sentence> sentences;

  explicit ReadItem(const ItemText& item) : text(item), sentences(sentences_of(item)) {}
  bool is_dutch() const { return primary_language(text.language) == "nl"; }
};

// The findings of a rule, in any order.
class Findings {
 public:
  explicit Findings(MessageLanguage language) : language_(language) {}

  // Adds a finding at a place in an item. For an item in a JSONL file, the place is the line of the
  // item, and the problem names the line of the body.
  void add(const ItemText& item, TextPlace place, Message message, const Arguments& arguments = {});
  // Adds a finding about a whole file.
  void add(const std::string& file, Message message, const Arguments& arguments = {});
  // Moves all findings out, sorted by file and line.
  std::vector<Finding> take();
  void add_all(Findings others);

 private:
  MessageLanguage language_;
  std::vector<Finding> findings_;
};

// The first 6 words of a sentence in quotes, with an ellipsis when the sentence is longer.
std::string beginning_of(const Sentence& sentence);

// Rules: long-sentence, mean-sentence-length.
void find_long_sentences(const ReadItem& item, Findings& findings);
// Rule: passive-voice.
void find_passive_voice(const ReadItem& item, Findings& findings);
// Rule: missing-alt-text.
void find_missing_alt_texts(const ReadItem& item, Findings& findings);
// Rule: heading-order.
void find_skipped_headings(const ReadItem& item, Findings& findings);
// Rule: link-text.
void find_vague_links(const ReadItem& item, Findings& findings);
// Rule: unsupported-markdown.
void find_unsupported_markdown(const ReadItem& item, Findings& findings);
// Rule: step-minutes.
void find_odd_minutes(const ReadItem& item, Findings& findings);
// Rules: expired-review, missing-review-date, not-yet-valid.
void find_expired_reviews(const ReadItem& item, const FolderText& folder, Findings& findings);

// Rule: missing-captions.
void find_missing_captions(const FolderText& folder, Findings& findings);
// Rule: redirected-link.
void find_redirected_links(const FolderText& folder, Findings& findings);
// Rule: unreached-item.
void find_unreached_items(const FolderText& folder, Findings& findings);

// Rule: jargon-without-term.
class JargonRule {
 public:
  // Remembers the words that the terms of the folder explain.
  explicit JargonRule(const FolderText& folder);
  void find(const ReadItem& item, Findings& findings) const;

 private:
  std::unordered_set<std::string> explained_;  // lemmas
};

// repeated-sentence. repeatable_sentences() prepares each item, and find_repeated_sentences() then
// compares all items.
struct RepeatableSentence {
  std::string key;  // language and folded words; equal for repeated sentences
  std::string beginning;
  const ItemText* item;
  const Passage* passage;
  std::size_t offset;  // in the text of the passage
};
using RepeatableSentences = std::vector<RepeatableSentence>;
RepeatableSentences repeatable_sentences(const ReadItem& item);
// `items` must be sorted by file and line. Reports each sentence that also stands in an earlier
// item.
void find_repeated_sentences(const std::vector<RepeatableSentences>& items, Findings& findings);

}  // namespace landkaart::inline v0
