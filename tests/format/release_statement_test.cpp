// SPDX-License-Identifier: EUPL-1.2
#include "core/format/release_statement.h"

#include <gtest/gtest.h>

#include "core/base/checksum.h"
#include "landkaart/error.h"

namespace landkaart {
namespace {

TEST(ReleaseStatement, ReadsWhatWasWritten) {
  const ReleaseStatement written{R"({"pack":"proef"})",
                                 {{std::string(8, 'k'), std::string(64, 's')}}};
  const std::string bytes = encode_release_statement(written);
  const ReleaseStatement read = decode_release_statement(as_bytes(bytes));
  EXPECT_EQ(read.payload, written.payload);
  ASSERT_EQ(read.signatures.size(), 1u);
  EXPECT_EQ(read.signatures[0].key_id, written.signatures[0].key_id);
  EXPECT_EQ(read.signatures[0].signature, written.signatures[0].signature);
}

TEST(ReleaseStatement, RejectsEveryChangedByteAndEveryTruncation) {
  const std::string bytes = encode_release_statement({"{}", {}});
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 4);
    EXPECT_THROW(decode_release_statement(as_bytes(changed)), Error) << i;
    EXPECT_THROW(decode_release_statement(as_bytes(bytes.substr(0, i))), Error) << i;
  }
}

// Replaces the checksum at the end of a statement by that of its changed bytes.
std::string with_checksum(std::string bytes) {
  bytes.resize(bytes.size() - 4);
  append_little_endian(bytes, crc32(as_bytes(bytes)));
  return bytes;
}

ErrorCode code_of(const std::string& bytes) {
  try {
    decode_release_statement(as_bytes(bytes));
  } catch (const Error& error) {
    return error.code();
  }
  return {};
}

TEST(ReleaseStatement, EachFaultHasItsCode) {
  const std::string bytes = encode_release_statement({"{}", {}});
  std::string magic = bytes, version = bytes, signatures = bytes, longer = bytes;
  magic[0] = 'X';
  version[4] = 2;
  signatures[6] = 1;
  longer.insert(longer.size() - 4, "?");
  EXPECT_EQ(code_of(bytes), ErrorCode{});
  EXPECT_EQ(code_of(bytes.substr(0, 15)), ErrorCode::truncated);
  EXPECT_EQ(code_of(magic), ErrorCode::damaged);
  EXPECT_EQ(code_of(with_checksum(magic)), ErrorCode::malformed);
  EXPECT_EQ(code_of(with_checksum(version)), ErrorCode::malformed);
  EXPECT_EQ(code_of(with_checksum(signatures)), ErrorCode::malformed) << "no signature is there";
  EXPECT_EQ(code_of(with_checksum(longer)), ErrorCode::malformed);
}

TEST(ReleaseStatement, AnEmptyPayloadTakes16Bytes) {
  const std::string bytes = encode_release_statement({"", {}});
  EXPECT_EQ(bytes.size(), 16u);
  EXPECT_EQ(bytes.substr(0, 6), std::string("LKRS\1\0", 6)) << "magic bytes and version";
  EXPECT_EQ(decode_release_statement(as_bytes(bytes)).payload, "");
}

TEST(ReleaseStatement, MayTake64KiB) {
  const std::string longest = encode_release_statement({std::string(64 * 1024 - 16, ' '), {}});
  EXPECT_EQ(longest.size(), 64u * 1024);
  EXPECT_EQ(code_of(longest), ErrorCode{});
  EXPECT_EQ(code_of(encode_release_statement({std::string(64 * 1024 - 15, ' '), {}})),
            ErrorCode::limit_exceeded);
}

}  // namespace
}  // namespace landkaart
