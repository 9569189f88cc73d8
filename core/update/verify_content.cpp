// SPDX-License-Identifier: EUPL-1.2
#include "core/update/verify_content.h"

#include <string>

#include "core/base/json.h"
#include "core/base/malformed.h"
#include "core/pack/item_document.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

void verify_item(const PackState& pack, Ordinal ordinal) {
  // Each of these calls throws an Error when the part that it decodes is malformed.
  const nlohmann::json document = full_document(pack, ordinal);
  static_cast<void>(document.dump());
  static_cast<void>(to_plain_text(body_in(document)));
}

// The places of the lists in one section. Lists that overlap could take much longer to read than
// the section has bytes, so all lists together may not be longer than the section.
class ListBytes {
 public:
  explicit ListBytes(const Section& section) : name_(section.name()), left_(section.size()) {}

  void add(std::uint64_t length) {
    if (length > left_) malformed("lists of words overlap in section '" + name_ + "'");
    left_ -= length;
  }

 private:
  std::string name_;
  std::uint64_t left_;
};

bool is_same_list(const ListPlace& a, const ListPlace& b) {
  return a.document_frequency == b.document_frequency && a.offset == b.offset &&
         a.length == b.length && a.positions_offset == b.positions_offset &&
         a.positions_length == b.positions_length && a.skips_offset == b.skips_offset &&
         a.skips_length == b.skips_length;
}

// Checks the words of the dictionary one after another.
class WordVerifier {
 public:
  explicit WordVerifier(const PackState& pack)
      : index_(pack.index),
        lists_(pack.container.require(SectionId::postings)),
        skips_(pack.container.require(SectionId::skips)),
        positions_(pack.container.section(SectionId::positions)) {}

  // A lemma is a word of the dictionary itself, so its lists are read when the walk is at the
  // lemma. Its other forms must refer to the same lists.
  void verify(const Term& term) {
    if (term.form == term.lemma) {
      verify_list(term.words, index_.word_traits(term));
      verify_list(term.parts, {});
      return;
    }
    const auto lemma = index_.find(term.lemma);
    if (!lemma || lemma->lemma != term.lemma || lemma->has_forms != term.has_forms ||
        !is_same_list(term.words, lemma->words) || !is_same_list(term.parts, lemma->parts)) {
      malformed("a word has other lists than its lemma");
    }
  }

 private:
  void verify_list(const ListPlace& place, const ListTraits& traits) {
    lists_.add(place.length);
    skips_.add(place.skips_length);
    positions_.add(place.positions_length);
    static_cast<void>(index_.postings(place, traits));
  }

  const SearchIndex& index_;
  ListBytes lists_, skips_, positions_;
};

std::uint64_t verify_words(const PackState& pack) {
  WordVerifier verifier(pack);
  std::uint64_t words = 0;
  for (auto walker = pack.index.terms().walk(); !walker.at_end(); walker.next(), ++words) {
    verifier.verify(pack.index.term_at(walker));
  }
  return words;
}

}  // namespace

void verify_items(const PackState& pack) {
  pack.table.check();
  // In the order of the documents, each block of bodies is inflated at most twice.
  std::uint64_t end = 0;
  for (std::uint32_t document = 0; document < pack.table.size(); ++document) {
    const Ordinal item = pack.index.order().item_of(document);
    if (pack.table.body_begin(item) != end) {
      malformed("the documents of two items overlap, leave a gap or are out of order");
    }
    end += pack.table.body_bytes(item);
    verify_item(pack, item);
  }
  if (end != pack.bodies.size()) malformed("section 'body' has bytes after its last document");
  pack.related.check();
  if (!pack.links.agrees_both_ways()) {
    malformed("the stored backlinks are not the reverse of the stored links");
  }
}

std::uint64_t verify_search(const PackState& pack) {
  const std::uint64_t words = verify_words(pack);
  for (auto walker = pack.index.titles().walk(); !walker.at_end(); walker.next()) {
    static_cast<void>(pack.index.titled(walker.value()));
  }
  static_cast<void>(pack.scoring());
  if (const auto section = pack.container.find(SectionId::synonyms)) {
    const std::string json = section->content(limits::kSynonymBytes);
    if (!parse_untrusted_json(json).is_array()) malformed("the synonyms are not a JSON array");
  }
  static_cast<void>(pack.synonyms());
  return words;
}

}  // namespace landkaart::inline v0
