// SPDX-License-Identifier: EUPL-1.2
#include "core/text/utf8.h"

#include <gtest/gtest.h>

#include "landkaart/error.h"

namespace landkaart {
namespace {

TEST(Utf8, ReadsBackEveryCodePoint) {
  std::string text;
  for (char32_t code = 0; code <= 0x10ffff; ++code) {
    if (code == 0xd800) code = 0xe000;  // skips the surrogates, which are not code points of text
    text.clear();
    append_utf8(text, code);
    const DecodedLetter letter = decode_utf8(text, 0);
    ASSERT_EQ(letter.code, code);
    ASSERT_EQ(letter.length, text.size());
  }
}

TEST(Utf8, DecodesAnInvalidByteToTheReplacementCharacter) {
  for (const std::string_view broken :
       {"\x80", "\xff", "\xc3", "\xc3(", "\xe2\x82", "\xe2(\xac", "\xf0\x9f\x99", "\xc0\xaf",
        "\xc1\xbf", "\xe0\x80\xaf", "\xf0\x80\x80\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80",
        "\xf8\x88\x80\x80\x80"}) {
    const DecodedLetter letter = decode_utf8(broken, 0);
    EXPECT_EQ(letter.code, kReplacement);
    EXPECT_EQ(letter.length, 1u);
    EXPECT_FALSE(is_valid_utf8(broken));
  }
}

TEST(Utf8, ReplacesEachInvalidByteOfAText) {
  EXPECT_EQ(to_valid_utf8("a\xff"
                          "b\xe2\x82"),
            "a\xef\xbf\xbd"
            "b\xef\xbf\xbd\xef\xbf\xbd");
  EXPECT_EQ(to_valid_utf8("café 🌿"), "café 🌿");
}

TEST(Utf8, RejectsATextFromAPackThatIsNotUtf8) {
  EXPECT_EQ(checked_utf8("één"), "één");
  try {
    checked_utf8("een \xff");
    FAIL() << "the byte ff must be rejected";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::malformed);
  }
}

TEST(Utf8, AcceptsAReplacementCharacterInTheText) {
  EXPECT_TRUE(is_valid_utf8("\ufffd"));
  EXPECT_TRUE(is_valid_utf8(""));
  EXPECT_TRUE(is_valid_utf8("één 日本 🙂"));
}

TEST(Utf8, CountsTheCodePointsBeforeAByte) {
  const std::string_view text = "aé日🙂b";
  EXPECT_EQ(code_points(text, 0), 0u);
  EXPECT_EQ(code_points(text, 1), 1u);
  EXPECT_EQ(code_points(text, 3), 2u);
  EXPECT_EQ(code_points(text, 6), 3u);
  EXPECT_EQ(code_points(text, 10), 4u);
  EXPECT_EQ(code_points(text, text.size()), 5u);
}

}  // namespace
}  // namespace landkaart
