// SPDX-License-Identifier: EUPL-1.2
#include "core/format/inflate.h"

#include <zlib.h>

#include "landkaart/error.h"

namespace landkaart::inline v0 {

std::string inflate(Bytes block, std::uint64_t length) {
  constexpr int kRawDeflate = -15;
  z_stream stream{};
  if (inflateInit2(&stream, kRawDeflate) != Z_OK) {
    throw Error(ErrorCode::limit_exceeded, "there is not enough memory to inflate");
  }
  std::string out(static_cast<std::size_t>(length), '\0');
  stream.next_in = const_cast<Bytef*>(block.data());
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

}  // namespace landkaart::inline v0
