// SPDX-License-Identifier: EUPL-1.2
#include "core/search/search_layout.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "core/base/varint.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

// Weights are stored as whole thousandths, so that a pack contains no floating-point numbers.
constexpr double kThousandth = 1000;
constexpr std::uint16_t kHasPositions = 1;
constexpr std::uint16_t kHasOrder = 2;

// Codes 0 to 39 are the lengths themselves. From 40 on, each doubling of the length has 8 codes:
// 40, 45, 50 ... 75, then 80, 90, 100 ... 150, then 160, 180 and so on.
constexpr std::uint32_t kExactLengths = 40;
constexpr std::uint32_t kStepsPerDoubling = 8;
constexpr std::uint32_t kStep = kExactLengths / kStepsPerDoubling;

constexpr std::uint32_t kMostDoublings = 26;  // 40 * 2^26 is the last that 32 bits hold

std::uint16_t in_thousandths(double value) {
  return static_cast<std::uint16_t>(std::lround(value * kThousandth));
}

}  // namespace

std::optional<std::size_t> SearchHeader::text_field() const {
  const auto found = std::ranges::find(fields, kTextField, &SearchField::name);
  if (found == fields.end()) return std::nullopt;
  return static_cast<std::size_t>(found - fields.begin());
}

std::string encode_search_header(const SearchHeader& header) {
  std::string out;
  append_little_endian(out, header.documents);
  append_little_endian(out, static_cast<std::uint16_t>((header.has_positions ? kHasPositions : 0) |
                                                       (header.has_order ? kHasOrder : 0)));
  append_little_endian(out, in_thousandths(header.saturation));
  append_little_endian(out, static_cast<std::uint32_t>(header.fields.size()));
  for (const SearchField& field : header.fields) {
    append_little_endian(out, in_thousandths(field.weight));
    append_little_endian(out, in_thousandths(field.length_weight));
    append_little_endian(out, field.total_length);
    append_text(out, field.name);
  }
  return out;
}

SearchHeader decode_search_header(Bytes bytes) {
  Cursor cursor(bytes, "section 'srch'");
  SearchHeader header;
  header.documents = cursor.u32();
  const std::uint16_t flags = cursor.u16();
  header.has_positions = (flags & kHasPositions) != 0;
  header.has_order = (flags & kHasOrder) != 0;
  header.saturation = cursor.u16() / kThousandth;
  const std::uint32_t fields = cursor.u32();
  if (fields > limits::kFields) {
    throw Error(ErrorCode::limit_exceeded, "this pack has more search fields than allowed");
  }
  for (std::uint32_t i = 0; i < fields; ++i) {
    SearchField field;
    field.weight = cursor.u16() / kThousandth;
    field.length_weight = cursor.u16() / kThousandth;
    if (field.length_weight > 1) cursor.fail("has a length weight above 1000 thousandths");
    field.total_length = cursor.u64();
    field.name = cursor.text();
    header.fields.push_back(std::move(field));
  }
  return header;
}

std::uint32_t length_of_code(std::uint8_t code) {
  if (code < kExactLengths) return code;
  const std::uint32_t above = code - kExactLengths;
  return kStep * (kStepsPerDoubling + above % kStepsPerDoubling) << (above / kStepsPerDoubling);
}

std::uint8_t length_code(std::uint32_t length) {
  if (length < kExactLengths) return static_cast<std::uint8_t>(length);
  std::uint32_t doublings = 0;
  while (doublings < kMostDoublings && (length >> doublings) >= 2 * kExactLengths) ++doublings;
  const std::uint32_t step = (length >> doublings) / kStep - kStepsPerDoubling;
  return static_cast<std::uint8_t>(kExactLengths + doublings * kStepsPerDoubling + step);
}

void append_skip_entry(std::string& out, const SkipEntry& entry, std::uint32_t previous_document,
                       const ListTraits& traits) {
  assert(entry.last_document >= previous_document);
  append_varint(out, entry.last_document - previous_document);
  append_varint(out, entry.list_bytes);
  if (traits.has_positions) append_varint(out, entry.positions_bytes);
  if (traits.has_forms) append_little_endian(out, entry.forms);
  std::uint8_t present = 0;
  for (std::size_t f = 0; f < entry.fields.size(); ++f) {
    if (entry.fields[f].greatest_frequency > 0) present |= static_cast<std::uint8_t>(1u << f);
  }
  append_little_endian(out, present);
  for (const SkipField& field : entry.fields) {
    if (field.greatest_frequency == 0) continue;
    append_varint(out, field.greatest_frequency);
    append_little_endian(out, field.least_length_code);
  }
}

SkipEntry read_skip_entry(Cursor& cursor, std::uint32_t previous_document,
                          const ListTraits& traits) {
  SkipEntry entry;
  const std::uint32_t step = cursor.varint32();
  if (step > ~std::uint32_t{0} - previous_document) cursor.fail("have a document over 32 bits");
  entry.last_document = previous_document + step;
  entry.list_bytes = cursor.varint32();
  if (traits.has_positions) entry.positions_bytes = cursor.varint32();
  if (traits.has_forms) entry.forms = cursor.u8();
  const std::uint8_t present = cursor.u8();
  for (std::size_t f = 0; f < entry.fields.size(); ++f) {
    if ((present >> f & 1) == 0) continue;
    entry.fields[f].greatest_frequency = cursor.varint32();
    entry.fields[f].least_length_code = cursor.u8();
  }
  return entry;
}

}  // namespace landkaart::inline v0
