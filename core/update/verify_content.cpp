// SPDX-License-Identifier: EUPL-1.2
#include "core/update/verify_content.h"

#include <string>

#include "core/base/json.h"
#include "core/base/malformed.h"
#include "core/pack/item_document.h"
#include "core/search/check_search_index.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

// Each kind must begin where the kind before it ends, and each record must have the kind in whose
// range it lies.
void verify_kinds(const ItemTable& table) {
  Ordinal end = 0;
  for (std::uint32_t number = 1; number <= kKinds; ++number) {
    const Kind kind = static_cast<Kind>(number);
    const OrdinalRange range = table.of_kind(kind);
    if (range.begin != end) malformed("the items of a kind do not follow those of the kind before");
    end = range.end;
    for (Ordinal item = range.begin; item < range.end; ++item) {
      if (table.record(item).kind != kind) malformed("an item lies among items of another kind");
    }
  }
  if (end != table.size()) malformed("some items have no kind");
}

// Each entry of the dictionary of ids must be a redirect, or the id of one item whose record has
// the rank of the entry.
void verify_ids(const PackState& pack) {
  const Container& container = pack.container;
  const StringDictionary ids(container.require(SectionId::id_top),
                             container.require(SectionId::id_pages),
                             container.require(SectionId::id_blocks), limits::kIdBytes);
  std::uint64_t items = 0;
  for (auto walker = ids.walk(); !walker.at_end(); walker.next()) {
    Cursor cursor(walker.value(), "an id");
    const std::uint64_t value = cursor.varint();
    if (!cursor.at_end()) cursor.fail("has bytes after its item");
    if (value >> 1 >= pack.table.size()) cursor.fail("names an item that does not exist");
    const auto item = static_cast<Ordinal>(value >> 1);
    if ((value & 1) == 0 && pack.table.record(item).id_rank != walker.rank()) {
      malformed("looking up the id '" + pack.table.id(item) + "' finds another item");
    }
    items += (value & 1) == 0 ? 1 : 0;
  }
  if (items != pack.table.size()) malformed("the dictionary of ids lacks the id of an item");
  static_cast<void>(pack.table.redirects());
}

void verify_item(const PackState& pack, Ordinal ordinal) {
  // Each of these calls throws an Error when the part that it decodes is malformed.
  const JsonTree document = full_document(pack, ordinal);
  static_cast<void>(document.dump());
  static_cast<void>(to_plain_text(body_in(document)));
  static_cast<void>(pack.related.of(ordinal));
}

}  // namespace

void verify_items(const PackState& pack) {
  verify_kinds(pack.table);
  verify_ids(pack);
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
  if (!pack.links.agrees_both_ways()) {
    malformed("the stored backlinks are not the reverse of the stored links");
  }
}

std::uint64_t verify_search(const PackState& pack) {
  const std::uint64_t words = check_search_index(pack.index);
  if (const auto section = pack.container.find(SectionId::synonyms)) {
    const std::string json = section->content(limits::kSynonymBytes);
    if (!parse_untrusted_json(json).is_array()) malformed("the synonyms are not a JSON array");
  }
  static_cast<void>(pack.synonyms());
  return words;
}

}  // namespace landkaart::inline v0
