// SPDX-License-Identifier: EUPL-1.2
#include "core/search/posting_block.h"

#include <algorithm>

#include "core/base/varint.h"
#include "core/search/packed_run.h"

namespace landkaart::inline v0 {
namespace {

using Values = std::array<std::uint32_t, kPostingBlock>;

// In a block of one field no frequency is 0, so that it is written less 1.
std::uint32_t least_frequency(std::uint8_t fields) { return (fields & (fields - 1)) == 0 ? 1 : 0; }

template <typename Value>
void append_values(std::string& out, std::span<const Posting> postings, const Value& value_of) {
  Values values{};
  const auto used = std::span(values).first(postings.size());
  std::ranges::transform(postings, used.begin(), value_of);
  append_packed(out, used);
}

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
  std::uint32_t from = first_gap_from;
  append_values(out, postings, [&](const Posting& posting) {
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
    if (next >= documents) cursor.fail("names a document that is not there");
    document = static_cast<std::uint32_t>(next++);
  }
}

void read_posting_frequencies(Cursor& cursor, bool has_forms, PostingBlock& block) {
  block.fields = cursor.u8();
  const std::uint32_t least = least_frequency(block.fields);
  for (std::size_t f = 0; f < limits::kFields; ++f) {
    if ((block.fields >> f & 1) == 0) continue;
    const auto used = std::span(block.frequencies[f]).first(block.count);
    read_packed(cursor, used);
    for (std::uint32_t& frequency : used) frequency += least;
  }
  const auto forms = std::span(block.forms).first(block.count);
  if (has_forms) {
    read_packed(cursor, forms);
    for (std::uint32_t& form : forms) ++form;
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
  std::uint32_t previous = 0;
  for (std::uint32_t i = 0; i < frequency; ++i) {
    const std::uint32_t difference = reader.next();
    // Also what keeps a run without bits from giving positions without end.
    if (i > 0 && difference == 0) reader.fail("has a position twice");
    previous += difference;
    positions.push_back(previous);
  }
}

void skip_positions(RiceReader& reader, std::uint32_t frequency) {
  for (std::uint32_t i = 0; i < frequency; ++i) {
    if (reader.next() == 0 && i > 0) reader.fail("has a position twice");
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
    if ((fields >> f & 1) != 0) posting.frequencies[f] = cursor.varint32();
  }
  if (has_forms) posting.forms = cursor.u8();
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
