// SPDX-License-Identifier: EUPL-1.2
#include "core/text/names.h"

#include <string>

#include <gtest/gtest.h>

#include "core/text/utf8.h"
#include "landkaart/error.h"

namespace landkaart {
namespace {

using namespace std::string_literals;

ErrorCode code_of(std::string_view (*check)(std::string_view), std::string_view text) {
  try {
    EXPECT_EQ(check(text), text);
  } catch (const Error& error) {
    return error.code();
  }
  return {};
}

TEST(Ids, HaveTo128LowerCaseLettersDigitsAndHyphens) {
  for (const std::string& id : {"a"s, "wv-troika"s, "2030"s, "-"s, std::string(128, 'x')}) {
    EXPECT_TRUE(is_valid_id(id)) << id;
    EXPECT_EQ(code_of(checked_id, id), ErrorCode{}) << id;
  }
  for (const std::string& id : {""s, "A"s, "a b"s, "a/b"s, ".."s, "a.b"s, "é"s, "a\0"s, "x\">"s}) {
    EXPECT_FALSE(is_valid_id(id)) << id;
    EXPECT_EQ(code_of(checked_id, id), ErrorCode::malformed) << id;
  }
  EXPECT_FALSE(is_valid_id(std::string(129, 'x')));
  EXPECT_EQ(code_of(checked_id, std::string(129, 'x')), ErrorCode::limit_exceeded);
}

TEST(AssetNames, AreRelativePathsThatEveryFileSystemCanStore) {
  for (const std::string& name :
       {"a.png"s, "images/kring.png"s, "Één plaat (2) & meer.jpg"s, "a..b"s, ".a"s, "con-a.png"s,
        "a/console.png"s, "com10.png"s, std::string(512, 'x')}) {
    EXPECT_TRUE(is_valid_asset_name(name)) << name;
    EXPECT_EQ(code_of(checked_asset_name, name), ErrorCode{}) << name;
  }
  for (const std::string& name :
       {""s,       "/a"s,    "a/"s,    "a//b"s,      "."s,          ".."s,   "../a"s,
        "a/../b"s, "a/./b"s, "a\\b"s,  "c:a"s,       "c:/a"s,       "a\0b"s, "a\nb"s,
        "a\tb"s,   "a\x1b"s, "a\x7f"s, "a\xc2\x9b"s, "\xff"s,       "a."s,   "a "s,
        " a"s,     "a /b"s,  "a./b"s,  "a?b"s,       "a*b"s,        "a|b"s,  "a<b>"s,
        "a\"b"s,   "con"s,   "NUL"s,   "Aux.png"s,   "a/com1.txt"s, "LPT9"s, "nul .png"s}) {
    EXPECT_FALSE(is_valid_asset_name(name)) << name;
    EXPECT_EQ(code_of(checked_asset_name, name), ErrorCode::malformed) << name;
  }
  EXPECT_FALSE(is_valid_asset_name(std::string(513, 'x')));
  EXPECT_EQ(code_of(checked_asset_name, std::string(513, 'x')), ErrorCode::limit_exceeded);
}

TEST(AssetNames, DoNotEndWithAnExtensionThatABrowserOrServerRuns) {
  for (const std::string name : {"a.html", "a.JS", "b/a.mjs", "a.css", "a.Php", ".htaccess"}) {
    EXPECT_FALSE(is_valid_asset_name(name)) << name;
  }
  for (const std::string name : {"html", "js", "a.js.txt", "a.json", "a.svg"}) {
    EXPECT_TRUE(is_valid_asset_name(name)) << name;
  }
}

TEST(Labels, HaveNoControlCharactersExceptTabAndLineFeed) {
  for (const std::string& text : {""s, "a\tb\nc"s, "één €"s, "\xc2\xa0"s, "\u202f"s}) {
    EXPECT_EQ(code_of(checked_label, text), ErrorCode{}) << text;
  }
  for (const std::string& text :
       {"\0"s, "\x1b[2J"s, "a\rb"s, "\x7f"s, "\xc2\x80"s, "a\xc2\x9f"s, "\xc2"s, "\xff"s}) {
    EXPECT_EQ(code_of(checked_label, text), ErrorCode::malformed) << text;
  }
}

}  // namespace
}  // namespace landkaart
