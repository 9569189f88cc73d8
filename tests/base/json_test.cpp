// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json.h"

#include <gtest/gtest.h>

#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart {
namespace {

constexpr std::size_t kMost = limits::kJsonValues;

// The code of the error from parsing the text; ErrorCode{} when it is JSON.
ErrorCode code_of(std::string_view text) {
  try {
    return parse_untrusted_json(text).is_discarded() ? ErrorCode::malformed : ErrorCode{};
  } catch (const Error& error) {
    return error.code();
  }
}

// An array of `count` times `value`.
std::string array_of(std::size_t count, const std::string& value) {
  std::string text = "[";
  for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : ",") + value;
  return text + "]";
}

std::string nested(std::size_t levels) {
  std::string text;
  for (std::size_t i = 0; i < levels; ++i) text += i % 2 == 0 ? "[" : "{\"a\":";
  text += "1";
  for (std::size_t i = levels; i > 0; --i) text += i % 2 == 1 ? "]" : "}";
  return text;
}

TEST(Json, IsParsed) {
  EXPECT_EQ(parse_untrusted_json(R"( {"a": [1, "é\n", null]} )").dump(), R"({"a":[1,"é\n",null]})");
}

TEST(Json, MustBeWellFormedUtf8) {
  for (const char* text : {"", "{", "[1", "[1,]", "\"a", "\"\\", "nul", "1e999", "\"\xff\"", "]"}) {
    EXPECT_EQ(code_of(text), ErrorCode::malformed) << text;
  }
}

TEST(Json, HasTheValuesOfTheText) {
  for (const char* text : {"null", "true", "12", "-3", "18446744073709551615", "0.25", "\"a\\\"b\"",
                           "[]", "{}", R"([[],[1,[2,{}]],{"a":{"b":[null]},"c":"d"},3])"}) {
    EXPECT_EQ(parse_untrusted_json(text).dump(), text);
  }
}

TEST(Json, HasNoTwoMembersWithOneName) {
  EXPECT_EQ(code_of(R"({"a":1,"b":{"a":2}})"), ErrorCode{});
  EXPECT_EQ(code_of(R"({"a":1,"a":1})"), ErrorCode::malformed);
}

TEST(Json, HasAtMost100Levels) {
  EXPECT_EQ(code_of(nested(limits::kJsonDepth)), ErrorCode{});
  EXPECT_EQ(code_of(nested(limits::kJsonDepth + 1)), ErrorCode::limit_exceeded);
  EXPECT_EQ(code_of(std::string(4'000'000, '[')), ErrorCode::limit_exceeded);
  EXPECT_EQ(code_of('"' + std::string(200, '[') + '"'), ErrorCode{}) << "brackets in a string";
  EXPECT_EQ(code_of(array_of(200, "[[]]")), ErrorCode{}) << "levels that end";
}

TEST(Json, HasAtMost524288ValuesAndNames) {
  for (const std::string& value :
       {std::string("1"), std::string("-1.5e3"), std::string("true"), std::string("\"a, b\""),
        std::string("\"\\\",\""), std::string("{}"), std::string("[ ]")}) {
    EXPECT_EQ(code_of(array_of(kMost - 1, value)), ErrorCode{}) << value;
    EXPECT_EQ(code_of(array_of(kMost, value)), ErrorCode::limit_exceeded) << value;
  }
}

TEST(Json, CountsNamesOfMembers) {
  EXPECT_EQ(code_of(array_of((kMost - 1) / 3, R"({"a":1})")), ErrorCode{});
  EXPECT_EQ(code_of(array_of((kMost - 1) / 3 + 1, R"({"a":1})")), ErrorCode::limit_exceeded);
}

}  // namespace
}  // namespace landkaart
