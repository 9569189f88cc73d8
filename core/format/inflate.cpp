// SPDX-License-Identifier: EUPL-1.2
#include "core/format/inflate.h"

#include <limits>
#include <new>

#include <zlib.h>

#include "core/base/malformed.h"

namespace landkaart::inline v0 {
namespace {

// zlib allocates through operator new, so that a program that replaces operator new also sees the
// memory of zlib.
voidpf allocate(voidpf, uInt count, uInt size) {
  return ::operator new (std::size_t{count} * size, std::nothrow);
}
void release(voidpf, voidpf memory) { ::operator delete(memory); }

// Owns the state of one inflation.
class Inflater {
 public:
  Inflater() {
    constexpr int kRawDeflate = -15;  // no header; a window of 2^15 bytes
    stream_.zalloc = allocate;
    stream_.zfree = release;
    if (inflateInit2(&stream_, kRawDeflate) != Z_OK) throw std::bad_alloc();
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  ~Inflater() { inflateEnd(&stream_); }

  // Fills `out`, or as much of it as the block inflates to; returns the number of bytes.
  std::uint64_t inflate(Bytes block, std::string& out) {
    stream_.next_in = const_cast<Bytef*>(block.data());
    stream_.avail_in = static_cast<uInt>(block.size());
    stream_.next_out = reinterpret_cast<Bytef*>(out.data());
    stream_.avail_out = static_cast<uInt>(out.size());
    if (::inflate(&stream_, Z_SYNC_FLUSH) == Z_MEM_ERROR) throw std::bad_alloc();
    return stream_.total_out;
  }

 private:
  z_stream stream_{};
};

}  // namespace

std::string inflate(Bytes block, std::uint64_t length) {
  constexpr std::uint64_t kLongest = std::numeric_limits<uInt>::max();
  if (block.size() > kLongest || length > kLongest) malformed("a block is longer than 4 GiB");
  std::string out(static_cast<std::size_t>(length), '\0');
  if (Inflater().inflate(block, out) != length) {
    malformed("a block does not inflate to the length it claims");
  }
  return out;
}

}  // namespace landkaart::inline v0
