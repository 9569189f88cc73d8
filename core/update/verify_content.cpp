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

// Each of these calls throws an Error when the part that it decodes is malformed.
void verify_document(const PackState& pack, Ordinal item) {
  const JsonTree document = full_document(pack, item);
  static_cast<void>(to_plain_text(body_in(document)));
}

}  // namespace

void verify_items(const PackState& pack) {
  pack.table.check();
  // In the order of the documents, each block of bodies is inflated at most twice.
  std::uint64_t end = 0;
  for (std::uint32_t document = 0; document < pack.table.size(); ++document) {
    const Ordinal item = pack.index.order().item_of(document);
    if (pack.table.body_begin(item) != end) {
      malformed("the documents of the items overlap, leave gaps or are out of order");
    }
    end += pack.table.body_bytes(item);
    verify_document(pack, item);
  }
  if (end != pack.bodies.size()) malformed("section 'body' has bytes after its last document");
  pack.related.check();
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
