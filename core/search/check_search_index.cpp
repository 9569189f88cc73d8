// SPDX-License-Identifier: EUPL-1.2
#include "core/search/check_search_index.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/base/malformed.h"
#include "core/format/string_dictionary_layout.h"
#include "core/search/posting_cursor.h"

namespace landkaart::inline v0 {
namespace {

// The lengths of the fields of all documents.
class FieldLengths {
 public:
  explicit FieldLengths(const SearchIndex& index)
      : documents_(index.header().documents), codes_(index.lengths()) {
    for (unsigned code = 0; code < longest_.size(); ++code) {
      longest_[code] = code < kGreatestLengthCode
                           ? length_of_code(static_cast<std::uint8_t>(code + 1)) - 1
                           : ~std::uint32_t{0};
    }
    check_total_lengths(index.header());
  }

  std::uint8_t code(std::size_t field, std::uint32_t document) const {
    return codes_[field * documents_ + document];
  }
  // The greatest length that has the code of this field: a code stands for a range of lengths.
  std::uint32_t longest(std::size_t field, std::uint32_t document) const {
    return longest_[code(field, document)];
  }

 private:
  void check_total_lengths(const SearchHeader& header) const {
    for (std::size_t field = 0; field < header.fields.size(); ++field) {
      std::uint64_t least = 0, most = 0;
      for (const std::uint8_t code : codes_.subspan(field * documents_, documents_)) {
        if (code > kGreatestLengthCode) malformed("section 'leng' has an unknown length code");
        least += length_of_code(code);
        most += longest_[code];
      }
      const std::uint64_t total = header.fields[field].total_length;
      if (total < least || total > most) {
        malformed("the total length of a field differs from the lengths of its documents");
      }
    }
  }

  std::size_t documents_;
  Bytes codes_;  // by field, then by document
  std::array<std::uint32_t, 256> longest_{};
};

// Checks the postings of one list after another.
class PostingChecker {
 public:
  PostingChecker(const SearchIndex& index, const FieldLengths& lengths)
      : index_(index), lengths_(lengths) {}

  // A list of at least two postings.
  void check_list(const ListPlace& place, const ListTraits& traits) {
    PostingCursor cursor(index_, place, traits);
    for (auto document = cursor.seek(0); document != kNoDocument; document = cursor.next()) {
      const PostingBlock& block = cursor.block();
      if (cursor.index() == 0 && cursor.has_bounds()) check_bounds(block, cursor.bounds());
      if (traits.has_positions) cursor.read_positions(positions_);
      check_posting(document, block.all_frequencies(cursor.index()), traits);
    }
  }

  // A posting in the dictionary. Returns the bytes after it.
  Bytes check_single(const ListPlace& place, const ListTraits& traits) {
    const PostingCursor checked(index_, place, traits);  // checks the document and the fields
    Cursor cursor(place.inline_posting, "the entry of a word");
    Posting posting = decode_single_posting(cursor, traits.has_forms, traits.has_positions);
    positions_ = std::move(posting.positions);
    check_posting(posting.document, posting.frequencies, traits);
    return cursor.rest();
  }

 private:
  // A search trusts the bounds of a block, and leaves out documents when they are too low.
  void check_bounds(const PostingBlock& block, const SkipEntry& bounds) const {
    std::uint32_t forms = 0;
    for (std::uint32_t i = 0; i < block.count; ++i) forms |= block.forms[i];
    bool equal = forms == bounds.forms;
    for (std::size_t field = 0; field < limits::kFields; ++field) {
      std::uint32_t greatest = 0;
      std::uint8_t least = 255;
      for (std::uint32_t i = 0; i < block.count; ++i) {
        const std::uint32_t frequency = block.frequency(field, i);
        if (frequency == 0) continue;
        greatest = std::max(greatest, frequency);
        least = std::min(least, lengths_.code(field, block.documents[i]));
      }
      equal &= greatest == bounds.fields[field].greatest_frequency;
      equal &= greatest == 0 || least == bounds.fields[field].least_length_code;
    }
    if (!equal) malformed("a skip entry differs from the block that it describes");
  }

  // `positions_` are those of the posting, if the list has positions.
  void check_posting(std::uint32_t document, const Frequencies& frequencies,
                     const ListTraits& traits) const {
    std::size_t end = 0;  // of the positions in the fields up to the current one
    bool has_word = false;
    for (std::size_t field = 0; field < frequencies.size(); ++field) {
      if (frequencies[field] == 0) continue;
      has_word = true;
      end += frequencies[field];
      const std::uint32_t words =
          traits.has_positions ? positions_[end - 1] + 1 : frequencies[field];
      if (words > lengths_.longest(field, document)) {
        malformed("a word has more occurrences than its field has words");
      }
    }
    if (!has_word) malformed("a word has a posting without occurrences");
  }

  const SearchIndex& index_;
  const FieldLengths& lengths_;
  std::vector<std::uint32_t> positions_;  // of the current posting
};

// Checks the dictionary of words and collects the lists to which it refers; then checks the lists
// in the order in which they lie in the sections.
class WordChecker {
 public:
  WordChecker(const SearchIndex& index, const FieldLengths& lengths)
      : index_(index), postings_(index, lengths) {}

  std::uint64_t check() {
    std::array<bool, kDictionaryBlockEntries> owns_lists{};  // by place in the current block
    for (auto walker = index_.terms().walk(); !walker.at_end(); walker.next()) {
      const TermEntry entry =
          decode_term_entry(walker.value(), walker.key(), index_.header().has_positions);
      const std::uint32_t place = walker.rank() % kDictionaryBlockEntries;
      owns_lists[place] = entry.refers_back == 0;
      if (owns_lists[place]) {
        check_lists_of(entry, walker.rank());
      } else if (entry.refers_back > place || !owns_lists[place - entry.refers_back]) {
        malformed("a word refers to an entry without lists");
      }
    }
    check_lists();
    return index_.terms().size();
  }

 private:
  // A list in section `post` with the entry of the dictionary that refers to it.
  struct Reference {
    std::uint64_t offset;
    std::uint32_t rank;
    bool is_of_parts;  // the list of the documents in which the lemma is a part of a compound
  };

  void check_lists_of(const TermEntry& entry, std::uint32_t rank) {
    for (const bool is_of_parts : {true, false}) {
      const ListPlace& place = is_of_parts ? entry.parts : entry.words;
      if (place.document_frequency > index_.header().documents) {
        malformed("a word has a document frequency above the number of documents");
      }
      if (place.document_frequency == 1) {
        const bool at_end = postings_.check_single(place, traits(entry, is_of_parts)).empty();
        if (!is_of_parts && !at_end) malformed("the entry of a word has bytes after its end");
      }
      if (place.document_frequency > 1) references_.push_back({place.offset, rank, is_of_parts});
    }
  }

  template <typename Entry>
  ListTraits traits(const Entry& entry, bool is_of_parts) const {
    if (is_of_parts) return {false, false};
    return {index_.header().has_positions, entry.has_forms};
  }

  void check_lists() {
    std::ranges::stable_sort(references_, {}, &Reference::offset);
    for (auto reference = references_.begin(); reference != references_.end();) {
      const Term term = term_of(*reference);
      check_list(term, reference->is_of_parts);
      const auto first = reference++;
      for (; reference != references_.end() && reference->offset == first->offset; ++reference) {
        if (reference->is_of_parts != first->is_of_parts ||
            !are_same_list(term, term_of(*reference), first->is_of_parts)) {
          malformed("two words share a list");
        }
      }
    }
    if (lists_end_ != index_.lists_size() || skips_end_ != index_.skips_size() ||
        positions_end_ != index_.positions_size()) {
      malformed("the sections of the lists have bytes that belong to no word");
    }
  }

  Term term_of(const Reference& reference) const {
    const StringDictionary::Entry entry = index_.terms().entry_at(reference.rank);
    return index_.term_at(entry.key, entry.value, entry.rank);
  }

  // Forms of one lemma that lie in different blocks of the dictionary each refer to its lists.
  static bool are_same_list(const Term& a, const Term& b, bool is_of_parts) {
    const ListPlace& first = is_of_parts ? a.parts : a.words;
    const ListPlace& second = is_of_parts ? b.parts : b.words;
    return a.lemma == b.lemma && a.has_forms == b.has_forms &&
           first.document_frequency == second.document_frequency && first.length == second.length &&
           first.positions_offset == second.positions_offset &&
           first.positions_length == second.positions_length &&
           first.skips_offset == second.skips_offset && first.skips_length == second.skips_length;
  }

  void check_list(const Term& term, bool is_of_parts) {
    const ListPlace& place = is_of_parts ? term.parts : term.words;
    const ListTraits list = traits(term, is_of_parts);
    const auto follow = [](std::uint64_t& end, std::uint64_t offset, std::uint64_t length) {
      if (offset != end) malformed("the lists of the words do not follow each other");
      end += length;
    };
    follow(lists_end_, place.offset, place.length);
    if (list.has_positions) follow(positions_end_, place.positions_offset, place.positions_length);
    if (place.document_frequency > kPostingBlock) {
      follow(skips_end_, place.skips_offset, place.skips_length);
    }
    postings_.check_list(place, list);
  }

  const SearchIndex& index_;
  PostingChecker postings_;
  std::vector<Reference> references_;
  // The ends of the lists that were checked.
  std::uint64_t lists_end_ = 0, skips_end_ = 0, positions_end_ = 0;
};

void check_titles(const SearchIndex& index) {
  for (auto walker = index.titles().walk(); !walker.at_end(); walker.next()) {
    if (index.titled(walker.value()).empty()) malformed("a title has no document");
  }
}

void check_order(const SearchIndex& index) {
  if (!index.header().has_order) return;
  std::vector<bool> found(index.header().documents);
  for (std::uint32_t document = 0; document < found.size(); ++document) {
    const std::uint32_t item = index.order().item_of(document);
    if (found[item]) malformed("section 'ordr' has an item twice");
    found[item] = true;
  }
}

}  // namespace

std::uint64_t check_search_index(const SearchIndex& index) {
  const FieldLengths lengths(index);
  check_titles(index);
  check_order(index);
  return WordChecker(index, lengths).check();
}

}  // namespace landkaart::inline v0
