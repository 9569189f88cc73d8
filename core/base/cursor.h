// SPDX-License-Identifier: EUPL-1.2
// Cursor reads numbers and texts from bytes, one after another, and checks each read against the
// end: a read past the end throws Error(malformed).
#pragma once

#include <string_view>

#include "core/base/bytes.h"

namespace landkaart::inline v0 {

class Cursor {
 public:
  // `what` names the bytes in error messages, such as "the header". It must outlive the cursor.
  Cursor(Bytes bytes, std::string_view what) : bytes_(bytes), what_(what) {}

  bool at_end() const { return position_ == bytes_.size(); }
  std::size_t position() const { return position_; }
  std::size_t remaining() const { return bytes_.size() - position_; }

  std::uint8_t u8() { return read(1)[0]; }
  std::uint16_t u16() { return load_little_endian<std::uint16_t>(read(2).data()); }
  std::uint32_t u32() { return load_little_endian<std::uint32_t>(read(4).data()); }
  std::uint64_t u64() { return load_little_endian<std::uint64_t>(read(8).data()); }

  std::uint64_t varint() {
    if (position_ < bytes_.size() && bytes_[position_] < 0x80) return bytes_[position_++];
    return long_varint();
  }
  // Throws Error(malformed) when the varint does not fit in 32 bits.
  std::uint32_t varint32();

  // The next `count` bytes.
  Bytes read(std::uint64_t count) {
    if (count > remaining()) fail("ends too early");
    const Bytes bytes = bytes_.subspan(position_, static_cast<std::size_t>(count));
    position_ += static_cast<std::size_t>(count);
    return bytes;
  }
  // All bytes that were not read yet. The cursor does not move.
  Bytes rest() const { return bytes_.subspan(position_); }
  // Reads a length as varint, then a text of so many bytes.
  std::string_view text() { return as_text(read(varint())); }

  // Throws Error(malformed) with the text "<what> <problem>", such as "the header ends too early".
  [[noreturn]] void fail(std::string_view problem) const;

 private:
  std::uint64_t long_varint();

  Bytes bytes_;
  std::string_view what_;
  std::size_t position_ = 0;
};

}  // namespace landkaart::inline v0
