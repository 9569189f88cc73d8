// SPDX-License-Identifier: EUPL-1.2
// mutate() changes a pack with knowledge of its structure: a number of a record, an entry of a
// dictionary, a posting, a member of a document, a feature of the map.
#pragma once

#include <string>

#include "tests/hostile/dice.h"
#include "tests/hostile/pack_parts.h"

namespace landkaart::testing {

// Makes one to three changes. Returns their names, such as "record+posting".
std::string mutate(PackParts& parts, MutationDice& dice);

// Each function makes one random change of its area. When the pack lacks the section that the
// change needs, or when that section cannot be parsed, the function throws Error or changes
// nothing.

// Items: records, texts, labels, links, related items.
void mutate_records(PackParts& parts, MutationDice& dice);
void mutate_texts(PackParts& parts, MutationDice& dice);
void mutate_strings(PackParts& parts, MutationDice& dice);
void mutate_grouped(PackParts& parts, MutationDice& dice);

// Search: dictionaries, values of words, postings, the header of the search sections.
void mutate_dictionary_bytes(PackParts& parts, MutationDice& dice);
void mutate_dictionary_entries(PackParts& parts, MutationDice& dice);
void mutate_words(PackParts& parts, MutationDice& dice);
void mutate_postings(PackParts& parts, MutationDice& dice);
void mutate_search_header(PackParts& parts, MutationDice& dice);
void mutate_positions(PackParts& parts, MutationDice& dice);

// JSON: documents with their bodies, the map, the synonyms, the manifest.
void mutate_documents(PackParts& parts, MutationDice& dice);
void mutate_map(PackParts& parts, MutationDice& dice);
void mutate_synonyms(PackParts& parts, MutationDice& dice);
void mutate_manifest(PackParts& parts, MutationDice& dice);

// The file: blocks of bodies, bytes anywhere, whole sections, the number of items.
void mutate_blocks(PackParts& parts, MutationDice& dice);
void mutate_bytes(PackParts& parts, MutationDice& dice);
void mutate_sections(PackParts& parts, MutationDice& dice);
void mutate_item_count(PackParts& parts, MutationDice& dice);

// Functions that these functions share.

// Writes `bytes` over the content at an offset; keeps the length.
void overwrite(std::string& content, std::size_t at, std::string_view bytes);
void put_u32(std::string& content, std::size_t at, std::uint32_t value);
std::uint32_t get_u32(std::string_view content, std::size_t at);  // 0 outside the content
std::string varint_of(std::uint64_t value);

}  // namespace landkaart::testing
