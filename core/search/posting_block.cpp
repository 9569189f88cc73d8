// SPDX-License-Identifier: EUPL-1.2
//
// Problem. Posting lists with their positions are a large part of a search index, so they must be
// small; and a query decodes thousands of postings, so decoding must be quick. Most queries need
// document numbers of many postings, frequencies of fewer, and positions of very few.
//
// Idea. A list is cut into blocks of 128 postings. Within a block, values of one kind are stored
// together, each kind as a packed run (patched frame of reference; Zukowski and others, 2006):
//
//   gaps between documents | field mask | frequencies of field 0, 1, ... | form masks
//
// Gaps instead of document numbers, because the numbers of a common word are near each other. The
// field mask names the fields that occur in the block, and only those have frequencies. If only one
// field occurs, no frequency is 0, so each is stored less 1. Form masks are stored less 1, because
// a posting has at least one form; they are absent when the lemma has only one form.
//
// Positions lie in a section of their own, because most queries do not need them: only phrases and
// long queries do. Eight postings share a run of Rice codes, and the lengths of the runs come
// first: the positions of one posting are found by decoding at most seven others.
//
// Invariant. Documents of a list ascend strictly, whatever the bytes are: a gap counts from the
// previous document plus 1, so that even the gap 0 leads to a later document, and a document at or
// above the number of documents is rejected before it is stored. Array indexes that are computed
// from documents therefore need no further check.
//
// Decoding ends because each loop runs over a count that is known before: 128 postings, or the rest
// for the last block. Positions are the exception, because their number is a frequency from the
// file. Each position takes at least one bit of its group, and no two groups share bytes, so that
// the positions of a list are at most 8 times its bytes. A run that is all zeros has no bits, so a
// difference of 0 between two positions of a field is rejected.
#include "core/search/posting_block.h"

#include <algorithm>
#include <cassert>

#include "core/base/varint.h"
#include "core/search/packed_run.h"
#include "landkaart/error.h"

namespace landkaart::inline v0 {
namespace {

using Values = std::array<std::uint32_t, kPostingBlock>;

// The amount by which frequencies are stored less: 1 in a block of one field, where none is 0.
std::uint32_t least_frequency(std::uint8_t fields) { return (fields & (fields - 1)) == 0 ? 1 : 0; }

void check_frequency(std::uint64_t frequency) {
  if (frequency > limits::kFieldWords) {
    throw Error(ErrorCode::limit_exceeded, "a word has a frequency above the limit of the format");
  }
}

// Checks frequencies to which `least` was added, also when an addition overflowed.
void check_frequencies(std::span<const std::uint32_t> frequencies, std::uint32_t least) {
  for (const std::uint32_t frequency : frequencies) {
    check_frequency(std::uint64_t{frequency - least} + least);
  }
}

template <typename Value>
void append_values(std::string& out, std::span<const Posting> postings, const Value& value_of) {
  Values values{};
  const auto used = std::span(values).first(postings.size());
  std::ranges::transform(postings, used.begin(), value_of);
  append_packed(out, used);
}

// The first position and the differences between neighbours, for each posting and field.
std::vector<std::uint32_t> position_differences(std::span<const Posting> postings) {
  std::vector<std::uint32_t> differences;
  for (const Posting& posting : postings) {
    auto position = posting.positions.begin();
    for (const std::uint32_t frequency : posting.frequencies) {
      std::uint32_t previous = 0;
      for (std::uint32_t i = 0; i < frequency; ++i, ++position) {
        differences.push_back(*position - previous);
        previous = *position;
      }
    }
  }
  return differences;
}

}  // namespace

std::uint8_t fields_in(std::span<const Posting> postings) {
  std::uint8_t fields = 0;
  for (const Posting& posting : postings) {
    for (std::size_t f = 0; f < limits::kFields; ++f) {
      if (posting.frequencies[f] > 0) fields |= static_cast<std::uint8_t>(1u << f);
    }
  }
  return fields;
}

Frequencies PostingBlock::all_frequencies(std::uint32_t index) const {
  Frequencies all{};
  for (std::size_t f = 0; f < all.size(); ++f) all[f] = frequency(f, index);
  return all;
}

void append_posting_block(std::string& out, std::span<const Posting> postings,
                          std::uint32_t first_gap_from, bool has_forms) {
  assert(!postings.empty() && postings.size() <= kPostingBlock);
  std::uint32_t from = first_gap_from;
  append_values(out, postings, [&](const Posting& posting) {
    assert(posting.document >= from && posting.forms != 0);
    const std::uint32_t gap = posting.document - from;
    from = posting.document + 1;
    return gap;
  });
  const std::uint8_t fields = fields_in(postings);
  append_little_endian(out, fields);
  for (std::size_t f = 0; f < limits::kFields; ++f) {
    if ((fields >> f & 1) == 0) continue;
    append_values(out, postings, [&](const Posting& posting) {
      return posting.frequencies[f] - least_frequency(fields);
    });
  }
  if (has_forms) {
    append_values(out, postings, [](const Posting& posting) { return posting.forms - 1u; });
  }
}

void read_posting_documents(Cursor& cursor, std::uint32_t count, std::uint32_t first_gap_from,
                            std::uint32_t documents, PostingBlock& block) {
  block.count = count;
  const auto used = std::span(block.documents).first(count);
  read_packed(cursor, used);
  std::uint64_t next = first_gap_from;
  for (std::uint32_t& document : used) {
    next += document;
    if (next >= documents) cursor.fail("has a document number that is too high");
    document = static_cast<std::uint32_t>(next++);
  }
}

void read_posting_frequencies(Cursor& cursor, bool has_forms, PostingBlock& block) {
  block.fields = cursor.u8();
  if (block.fields == 0) cursor.fail("has a block without fields");
  const std::uint32_t least = least_frequency(block.fields);
  for (std::size_t f = 0; f < limits::kFields; ++f) {
    if ((block.fields >> f & 1) == 0) continue;
    const auto used = std::span(block.frequencies[f]).first(block.count);
    read_packed(cursor, used);
    // The bits of all frequencies as stored. When these are below the limit, so is each frequency.
    std::uint32_t bits = 0;
    for (std::uint32_t& frequency : used) {
      bits |= frequency;
      frequency += least;
    }
    if (bits >= limits::kFieldWords) check_frequencies(used, least);
    if (bits + least == 0) cursor.fail("has a block with a field in which no posting is");
  }
  const auto forms = std::span(block.forms).first(block.count);
  if (has_forms) {
    read_packed(cursor, forms);
    std::uint32_t bits = 0;
    for (std::uint32_t& form : forms) {
      bits |= form;
      bits |= ++form;
    }
    if (bits > 0xff) cursor.fail("has a mask of forms over 8 bits");
  } else {
    std::ranges::fill(forms, 1u);
  }
}

void append_positions(std::string& out, std::span<const Posting> postings) {
  std::string groups;
  for (std::size_t begin = 0; begin < postings.size(); begin += kPositionGroup) {
    const std::size_t count = std::min<std::size_t>(kPositionGroup, postings.size() - begin);
    const std::size_t group_begin = groups.size();
    append_rice(groups, position_differences(postings.subspan(begin, count)));
    if (begin + count < postings.size()) append_varint(out, groups.size() - group_begin);
  }
  out += groups;
}

void read_positions(RiceReader& reader, std::uint32_t frequency,
                    std::vector<std::uint32_t>& positions) {
  std::uint64_t position = 0;  // at most 2^20 numbers of 37 bits, so that it cannot overflow
  for (std::uint32_t i = 0; i < frequency; ++i) {
    const std::uint64_t difference = reader.next();
    // Rejecting a difference of 0 also bounds the output, because a run of kRiceAllZero returns 0
    // without end.
    if (i > 0 && difference == 0) reader.fail("has the same position twice");
    position += difference;
    positions.push_back(static_cast<std::uint32_t>(position));
  }
  // The last position is the greatest.
  if (position >= limits::kFieldWords) {
    throw Error(ErrorCode::limit_exceeded, "a word has a position above the limit of the format");
  }
}

void skip_positions(RiceReader& reader, std::uint32_t frequency) {
  for (std::uint32_t i = 0; i < frequency; ++i) {
    if (reader.next() == 0 && i > 0) reader.fail("has the same position twice");
  }
}

std::string encode_single_posting(const Posting& posting, bool has_forms, bool has_positions) {
  std::string out;
  append_varint(out, posting.document);
  append_little_endian(out, fields_in({&posting, 1}));
  for (const std::uint32_t frequency : posting.frequencies) {
    if (frequency > 0) append_varint(out, frequency);
  }
  if (has_forms) append_little_endian(out, posting.forms);
  if (has_positions) append_positions(out, {&posting, 1});
  return out;
}

Posting decode_single_posting(Cursor& cursor, bool has_forms, bool has_positions) {
  Posting posting;
  posting.document = cursor.varint32();
  const std::uint8_t fields = cursor.u8();
  for (std::size_t f = 0; f < limits::kFields; ++f) {
    if ((fields >> f & 1) == 0) continue;
    posting.frequencies[f] = cursor.varint32();
    if (posting.frequencies[f] == 0) cursor.fail("names a field in which the word is not");
    check_frequency(posting.frequencies[f]);
  }
  if (fields == 0) cursor.fail("has a posting without fields");
  if (has_forms) posting.forms = cursor.u8();
  if (posting.forms == 0) cursor.fail("has a posting without forms");
  if (has_positions) {
    RiceReader reader(cursor);
    for (const std::uint32_t frequency : posting.frequencies) {
      read_positions(reader, frequency, posting.positions);
    }
    reader.finish();
  }
  return posting;
}

}  // namespace landkaart::inline v0
