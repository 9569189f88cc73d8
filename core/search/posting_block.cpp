// SPDX-License-Identifier: EUPL-1.2
#include "core/search/posting_block.h"

#include <algorithm>

#include "core/base/varint.h"
#include "core/search/bit_packing.h"

namespace landkaart {
namespace {

using Values = std::array<std::uint32_t, kPostingBlock>;

std::uint8_t fields_in(std::span<const Posting> postings) {
  std::uint8_t fields = 0;
  for (const Posting& posting : postings) {
    for (std::size_t f = 0; f < limits::kFields; ++f) {
      if (posting.frequencies[f] > 0) fields |= static_cast<std::uint8_t>(1u << f);
    }
  }
  return fields;
}

void append_frequencies(std::string& out, std::span<const Posting> postings, std::size_t field) {
  Values values{};
  const auto used = std::span(values).first(postings.size());
  std::ranges::transform(postings, used.begin(),
                         [&](const Posting& posting) { return posting.frequencies[field]; });
  const auto [least, greatest] = std::ranges::minmax(used);
  const unsigned width = bits_for(greatest - least);
  append_varint(out, least);
  append_little_endian(out, static_cast<std::uint8_t>(width));
  for (std::uint32_t& value : used) value -= least;
  append_packed(out, used, width);
}

unsigned read_width(Cursor& cursor) {
  const unsigned width = cursor.u8();
  if (width > 32) cursor.fail("has numbers over 32 bits");
  return width;
}

void read_frequencies(Cursor& cursor, std::span<std::uint32_t> values) {
  const std::uint32_t least = cursor.varint32();
  const unsigned width = read_width(cursor);
  unpack(cursor.take(packed_bytes(values.size(), width)), width, values);
  for (std::uint32_t& value : values) value += least;
}

}  // namespace

void append_posting_block(std::string& out, std::span<const Posting> postings,
                          std::uint32_t first_gap_from) {
  Values gaps{};
  const auto used = std::span(gaps).first(postings.size());
  std::uint32_t from = first_gap_from;
  std::ranges::transform(postings, used.begin(), [&](const Posting& posting) {
    const std::uint32_t gap = posting.document - from;
    from = posting.document + 1;
    return gap;
  });
  const unsigned width = bits_for(std::ranges::max(used));
  append_little_endian(out, static_cast<std::uint8_t>(width));
  append_packed(out, used, width);
  const std::uint8_t fields = fields_in(postings);
  append_little_endian(out, fields);
  for (std::size_t f = 0; f < limits::kFields; ++f) {
    if ((fields >> f & 1) != 0) append_frequencies(out, postings, f);
  }
}

void read_posting_block(Cursor& cursor, std::uint32_t count, std::uint32_t first_gap_from,
                        std::uint32_t documents, PostingBlock& block) {
  block.count = count;
  const auto used = std::span(block.documents).first(count);
  const unsigned width = read_width(cursor);
  unpack(cursor.take(packed_bytes(count, width)), width, used);
  std::uint64_t next = first_gap_from;
  for (std::uint32_t& document : used) {
    next += document;
    if (next >= documents) cursor.fail("names a document that is not there");
    document = static_cast<std::uint32_t>(next++);
  }
  block.fields = cursor.u8();
  for (std::size_t f = 0; f < limits::kFields; ++f) {
    if ((block.fields >> f & 1) != 0) {
      read_frequencies(cursor, std::span(block.frequencies[f]).first(count));
    }
  }
}

void append_positions(std::string& out, std::span<const Posting> postings) {
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
  append_rice(out, differences);
}

std::vector<std::uint32_t> read_positions(
    RiceReader& reader, const std::array<std::uint32_t, limits::kFields>& frequencies) {
  std::vector<std::uint32_t> positions;
  for (const std::uint32_t frequency : frequencies) {
    std::uint32_t previous = 0;
    for (std::uint32_t i = 0; i < frequency; ++i) {
      previous += reader.next();
      positions.push_back(previous);
    }
  }
  return positions;
}

std::string encode_single_posting(const Posting& posting, bool has_positions) {
  std::string out;
  append_varint(out, posting.document);
  append_little_endian(out, fields_in({&posting, 1}));
  for (const std::uint32_t frequency : posting.frequencies) {
    if (frequency > 0) append_varint(out, frequency);
  }
  if (has_positions) append_positions(out, {&posting, 1});
  return out;
}

Posting decode_single_posting(Cursor& cursor, bool has_positions) {
  Posting posting;
  posting.document = cursor.varint32();
  const std::uint8_t fields = cursor.u8();
  for (std::size_t f = 0; f < limits::kFields; ++f) {
    if ((fields >> f & 1) != 0) posting.frequencies[f] = cursor.varint32();
  }
  if (has_positions) {
    RiceReader reader(cursor);
    posting.positions = read_positions(reader, posting.frequencies);
  }
  return posting;
}

}  // namespace landkaart
