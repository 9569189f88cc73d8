// SPDX-License-Identifier: EUPL-1.2
#include "core/format/release_statement.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace landkaart
