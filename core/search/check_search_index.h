// SPDX-License-Identifier: EUPL-1.2
// check_search_index() reads everything in the search sections of a pack. A search reads only the
// parts that it needs, and leaves out the checks that would cost a query time.
#pragma once

#include <cstdint>

#include "core/search/search_index.h"

namespace landkaart::inline v0 {

// Returns the number of words. Throws Error: malformed, limit_exceeded, damaged. Beside all checks
// of the decoders it checks that
//
// - the words and the titles ascend, and a back reference names an entry with lists;
// - the lists take all bytes of their sections in one order, share no bytes, and each belongs to
// one
//   lemma;
// - the skip entries state the greatest frequencies and the least length codes of their blocks;
// - no frequency and no position exceeds the length of its field, and the lengths agree with the
//   total length of their field;
// - each posting has the word in at least one field;
// - the order of documents names each item once.
//
// Time is linear in the size of the sections. Memory is 16 bytes for each list of a word, and one
// bit for each item.
std::uint64_t check_search_index(const SearchIndex& index);

}  // namespace landkaart::inline v0
