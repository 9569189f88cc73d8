// SPDX-License-Identifier: EUPL-1.2
// Cursor, the bounds-checked way to read bytes. Every read past the end is an Error(malformed).
#pragma once

#include <string_view>

#include "core/base/bytes.h"

namespace landkaart::inline v0 {

class Cursor {
 public:
  // `what` names the bytes in messages and must outlive the cursor; a literal is best.
  Cursor(Bytes bytes, std::string_view what) : bytes_(bytes), what_(what) {}

  bool at_end() const { return position_ == bytes_.size(); }
  std::size_t position() const { return position_; }
  std::size_t remaining() const { return bytes_.size() - position_; }

  std::uint8_t u8() { return take(1)[0]; }
  std::uint16_t u16() { return load_little_endian<std::uint16_t>(take(2).data()); }
  std::uint32_t u32() { return load_little_endian<std::uint32_t>(take(4).data()); }
  std::uint64_t u64() { return load_little_endian<std::uint64_t>(take(8).data()); }

  std::uint64_t varint() {
    if (position_ < bytes_.size() && bytes_[position_] < 0x80) return bytes_[position_++];
    return long_varint();
  }
  // A varint that must fit in 32 bits.
  std::uint32_t varint32();

  Bytes take(std::uint64_t count) {
    if (count > remaining()) fail("ends too early");
    const Bytes taken = bytes_.subspan(position_, static_cast<std::size_t>(count));
    position_ += static_cast<std::size_t>(count);
    return taken;
  }
  // All bytes that were not read yet; the cursor stays where it is.
  Bytes rest() const { return bytes_.subspan(position_); }
  // A length as varint, then as many bytes.
  std::string_view text() { return as_text(take(varint())); }

  [[noreturn]] void fail(std::string_view problem) const;

 private:
  std::uint64_t long_varint();

  Bytes bytes_;
  std::string_view what_;
  std::size_t position_ = 0;
};

}  // namespace landkaart::inline v0
