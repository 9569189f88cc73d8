// SPDX-License-Identifier: EUPL-1.2
#include "core/format/release_statement.h"

#include "core/base/checksum.h"
#include "core/base/cursor.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::string_view kStatementMagic = "LKRS";
constexpr std::uint16_t kStatementVersion = 1;
constexpr std::size_t kKeyIdBytes = 8;
constexpr std::size_t kSignatureBytes = 64;

}  // namespace

std::string encode_release_statement(const ReleaseStatement& statement) {
  std::string out(kStatementMagic);
  append_little_endian(out, kStatementVersion);
  append_little_endian(out, static_cast<std::uint16_t>(statement.signatures.size()));
  append_little_endian(out, static_cast<std::uint32_t>(statement.payload.size()));
  out += statement.payload;
  for (const ReleaseSignature& signature : statement.signatures) {
    out += signature.key_id;
    out += signature.signature;
  }
  append_little_endian(out, crc32(as_bytes(out)));
  return out;
}

ReleaseStatement decode_release_statement(Bytes bytes) {
  if (bytes.size() > limits::kStatementBytes) {
    throw Error(ErrorCode::limit_exceeded, "the release statement is larger than allowed");
  }
  if (bytes.size() < 16) {
    throw Error(ErrorCode::truncated,
                "this pack ends before its release statement; download it again");
  }
  const Bytes covered = bytes.first(bytes.size() - 4);
  if (crc32(covered) != load_little_endian<std::uint32_t>(bytes.data() + covered.size())) {
    throw Error(ErrorCode::damaged, "the release statement is damaged; download the pack again");
  }
  Cursor cursor(covered, "the release statement");
  if (as_text(cursor.read(4)) != kStatementMagic) cursor.fail("does not begin with LKRS");
  if (cursor.u16() != kStatementVersion) cursor.fail("has an unknown version");
  const std::uint16_t signatures = cursor.u16();
  ReleaseStatement statement;
  statement.payload = as_text(cursor.read(cursor.u32()));
  for (std::uint16_t i = 0; i < signatures; ++i) {
    ReleaseSignature signature;
    signature.key_id = as_text(cursor.read(kKeyIdBytes));
    signature.signature = as_text(cursor.read(kSignatureBytes));
    statement.signatures.push_back(std::move(signature));
  }
  if (!cursor.at_end()) cursor.fail("has bytes after its last signature");
  return statement;
}

}  // namespace landkaart::inline v0
