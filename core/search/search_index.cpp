// SPDX-License-Identifier: EUPL-1.2
#include "core/search/search_index.h"

#include <algorithm>

#include "core/base/malformed.h"
#include "core/format/string_dictionary_layout.h"
#include "core/search/posting_cursor.h"
#include "core/search/title_key.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
SearchIndex::SearchIndex(const Container& container)
    : header_(decode_search_header(container.require(SectionId::search).all())),
      terms_(container.require(SectionId::term_top), container.require(SectionId::term_pages),
             container.require(SectionId::term_blocks), limits::kTermBytes),
      titles_(container.require(SectionId::title_top), container.require(SectionId::title_pages),
              container.require(SectionId::title_blocks), kMostTitleKeyBytes),
      list_section_(container.require(SectionId::postings)),
      skip_section_(container.require(SectionId::skips)),
      position_section_(header_.has_positions ? container.require(SectionId::positions)
                                              : Section()),
      length_section_(container.require(SectionId::lengths)) {
  if (header_.documents != container.header().item_count ||
      length_section_.size() != std::uint64_t{header_.documents} * header_.fields.size()) {
    malformed("the search sections have another number of documents than the pack has items");
  }
  if (header_.has_order) {
    order_ = DocumentOrder(container.require(SectionId::document_order), header_.documents);
  }
}

Term SearchIndex::term_at(std::string form, Bytes value, std::uint32_t rank) const {
  TermEntry entry = decode_term_entry(value, form, header_.has_positions);
  Term term;
  term.form_number = entry.form_number;
  term.form_parts = std::move(entry.form_parts);
  std::string owner = form;
  if (entry.refers_back > 0) {
    if (entry.refers_back > rank % kDictionaryBlockEntries) {
      malformed("a word refers to an entry in another block of the dictionary");
    }
    StringDictionary::Entry target = terms_.entry_at(rank - entry.refers_back);
    owner = std::move(target.key);
    entry = decode_term_entry(target.value, owner, header_.has_positions);
    if (entry.refers_back > 0) malformed("a word refers to an entry that itself refers to another");
  }
  term.lemma = entry.lemma.empty() ? std::move(owner) : std::move(entry.lemma);
  term.form = std::move(form);
  term.has_forms = entry.has_forms;
  term.is_function_word = entry.is_function_word;
  term.words = entry.words;
  term.parts = entry.parts;
  for (const std::uint32_t frequency :
       {term.words.document_frequency, term.parts.document_frequency}) {
    if (frequency > header_.documents)
      malformed("a word has a document frequency above the number of documents");
  }
  return term;
}

std::optional<Term> SearchIndex::find(std::string_view form) const {
  auto entry = terms_.find_entry(form);
  if (!entry) return std::nullopt;
  return term_at(std::move(entry->key), entry->value, entry->rank);
}

std::vector<std::uint32_t> SearchIndex::titled(Bytes value) const {
  std::vector<std::uint32_t> documents;
  std::uint64_t document = 0;
  for (Cursor cursor(value, "the entry of a title"); !cursor.at_end();) {
    const std::uint32_t step = cursor.varint32();
    if (step == 0 && !documents.empty()) cursor.fail("has the same document twice");
    document += step;
    if (document >= header_.documents) cursor.fail("has a document number that is too high");
    documents.push_back(static_cast<std::uint32_t>(document));
  }
  return documents;
}

void SearchIndex::check_fields(std::uint8_t fields) const {
  if (fields >> header_.fields.size() != 0)
    malformed("a word has postings in a field that the pack does not have");
}

std::vector<Posting> SearchIndex::postings(const ListPlace& place, const ListTraits& traits) const {
  std::vector<Posting> postings;
  if (place.document_frequency == 0) return postings;
  PostingCursor cursor(*this, place, traits);
  for (std::uint32_t document = cursor.seek(0); document != kNoDocument; document = cursor.next()) {
    const PostingBlock& block = cursor.block();
    postings.push_back({document,
                        block.all_frequencies(cursor.index()),
                        static_cast<std::uint8_t>(block.forms[cursor.index()]),
                        {}});
    if (traits.has_positions) cursor.read_positions(postings.back().positions);
  }
  return postings;
}

}  // namespace landkaart::inline v0
