// SPDX-License-Identifier: EUPL-1.2
// find_together finds the documents that contain several words, in any order or as a phrase.
//
// Problem. The words "de raad" are a phrase of two common words. Each has a posting list with half
// of all documents, but few documents have the words one after the other. The search needs these
// documents as one list, with a score and without reading more of the lists than necessary.
//
// Idea. Intersection by leapfrog: every word has a cursor on its posting list, and the cursors are
// sorted by document frequency. The cursor of the rarest word proposes a document. Each other
// cursor seeks it; the first that stops at a later document makes the rarest cursor seek that one.
// Skip entries let a cursor jump over whole blocks (Moffat and Zobel, "Self-indexing inverted
// files", 1996). Only in a document that has all words are positions decoded: a word at position p
// that is the third word of the phrase means that the phrase would begin at p - 2. The sets of such
// beginnings are intersected, the rarest word first; the phrase occurs if one beginning remains.
// A pack without positions keeps the texts: the phrase is then looked for in the text itself.
//
// Allowance. Two of the commonest words are together in most documents, and to verify their order
// in all of them would take seconds. So the caller gives an allowance of work. When it does not
// suffice for all documents with the words, those with the highest scores are verified. The others
// count as if they had the phrase, because leaving them out would hide documents that have it; they
// score less (kPhraseWeight).
//
// Invariant. When a document is proposed, no document before it has all words, except those that
// were already found: a cursor that stops at document n proves that its word is in no document
// between the proposed one and n.
//
// The search ends because each step moves at least one cursor forward, and no cursor moves back.
#pragma once

#include <cstdint>
#include <vector>

#include "core/search/checkpoint.h"
#include "core/search/phrase_texts.h"
#include "core/search/score_list.h"

namespace landkaart::inline v0 {

// One word of a phrase, or of a set of words.
struct TogetherWord {
  Term term;
  std::uint32_t offset = 0;  // words between the beginning of the phrase and this word
  bool exact = false;        // true: only this form of the lemma counts, not its other forms
};

// The score of a document with a phrase is this times the score of its words. A document whose
// order of words was not verified scores its words only.
inline constexpr double kPhraseWeight = 1.3;

struct FoundTogether {
  std::vector<FoundScoreList::Found> documents;  // in ascending order
  std::uint64_t postings_read = 0;               // number of postings that were decoded
  std::uint64_t work = 0;                        // of verifying phrases, as in TogetherLimits
  std::uint32_t unverified = 0;  // documents that have all words of the phrase, in unknown order
};

enum class Order {
  any,    // the words occur anywhere in the document
  phrase  // the words follow each other at their offsets
};

struct TogetherLimits {
  // The most work of verifying the order of words: word positions decoded, or bytes of text read in
  // a pack without positions. To begin with a document also counts: as kSeekWork positions for each
  // word, or as kTextWork bytes. The work may exceed the allowance by one document, and be done
  // twice.
  std::uint64_t allowance = ~std::uint64_t{0};
  const FoundTogether* within = nullptr;  // only these documents are of interest; nullptr: all
  // false: nothing uses the scores, so the first documents are verified, not the best ones.
  bool uses_scores = true;
  Checkpoint checkpoint = {};  // called before each 1024th step through the posting lists
};

inline constexpr std::uint64_t kSeekWork = 4;
inline constexpr std::uint64_t kTextWork = 4096;

// The work that all phrases of a query together may take, in the units of TogetherLimits. Grows
// with the number of documents.
std::uint64_t phrase_allowance(const SearchIndex& index);

// The score of a document is the sum, over the words, of inverse document frequency times BM25F
// weight. In a pack without positions the phrase is looked for in the texts that `read` returns; if
// `read` is empty, Order::phrase means Order::any there. Throws Error, and what the functions
// throw.
FoundTogether find_together(const SearchIndex& index, const Scoring& scoring,
                            std::vector<TogetherWord> words, Order order,
                            const ReadField& read = {}, const TogetherLimits& limits = {});

}  // namespace landkaart::inline v0
