// SPDX-License-Identifier: EUPL-1.2
#include "core/model/item_layout.h"

namespace landkaart::inline v0 {
namespace {

// Offset and length of a body share 8 bytes: the offset has the lower 40 bits, the length the upper
// 24.
constexpr unsigned kOffsetBits = 40;

}  // namespace

void append_item_record(std::string& out, const ItemRecord& record) {
  append_little_endian(out, static_cast<std::uint8_t>(record.kind));
  append_little_endian(out, static_cast<std::uint8_t>(record.purpose | record.difficulty << 4));
  append_little_endian(out, std::uint16_t{0});
  append_little_endian(out, record.minutes.min);
  append_little_endian(out, record.minutes.max);
  append_little_endian(out, record.group_size.min);
  append_little_endian(out, record.group_size.max);
  append_little_endian(out, record.label_set);
  append_little_endian(out, record.id_rank);
  append_little_endian(out, record.text_offset);
  append_little_endian(out, record.body_offset | std::uint64_t{record.body_bytes} << kOffsetBits);
}

ItemRecord decode_item_record(const std::uint8_t* bytes) {
  ItemRecord record;
  record.kind = static_cast<Kind>(bytes[0]);
  record.purpose = bytes[1] & 15;
  record.difficulty = bytes[1] >> 4;
  const auto u16 = [&](std::size_t at) { return load_little_endian<std::uint16_t>(bytes + at); };
  const auto u32 = [&](std::size_t at) { return load_little_endian<std::uint32_t>(bytes + at); };
  record.minutes = {u16(4), u16(6)};
  record.group_size = {u16(8), u16(10)};
  record.label_set = u32(12);
  record.id_rank = u32(16);
  record.text_offset = u32(20);
  const auto body = load_little_endian<std::uint64_t>(bytes + 24);
  record.body_offset = body & ((std::uint64_t{1} << kOffsetBits) - 1);
  record.body_bytes = static_cast<std::uint32_t>(body >> kOffsetBits);
  return record;
}

}  // namespace landkaart::inline v0
