// SPDX-License-Identifier: EUPL-1.2
#include "core/format/deflate.h"

#include <zlib.h>

#include "landkaart/error.h"

namespace landkaart {
namespace {

constexpr int kRawDeflate = -15;
constexpr int kLevel = 9;
constexpr int kMemoryLevel = 9;

Bytef* input(const void* bytes) { return static_cast<Bytef*>(const_cast<void*>(bytes)); }

[[noreturn]] void out_of_memory() {
  throw Error(ErrorCode::limit_exceeded, "there is not enough memory to compress");
}

}  // namespace

std::string deflate(std::string_view content) {
  z_stream stream{};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kRawDeflate, kMemoryLevel, Z_DEFAULT_STRATEGY) !=
      Z_OK) {
    out_of_memory();
  }
  std::string out(deflateBound(&stream, static_cast<uLong>(content.size())), '\0');
  stream.next_in = input(content.data());
  stream.avail_in = static_cast<uInt>(content.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int status = ::deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (status != Z_STREAM_END) out_of_memory();
  return out;
}

std::string inflate(Bytes block, std::uint64_t length) {
  z_stream stream{};
  if (inflateInit2(&stream, kRawDeflate) != Z_OK) out_of_memory();
  std::string out(static_cast<std::size_t>(length), '\0');
  stream.next_in = input(block.data());
  stream.avail_in = static_cast<uInt>(block.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  ::inflate(&stream, Z_SYNC_FLUSH);
  const bool complete = stream.total_out == length;
  inflateEnd(&stream);
  if (!complete) {
    throw Error(ErrorCode::malformed,
                "this pack breaks the format: a block does not inflate to the length it claims");
  }
  return out;
}

}  // namespace landkaart
