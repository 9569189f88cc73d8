// SPDX-License-Identifier: EUPL-1.2
// The memory for the largest JSON texts that the limits of the format allow.
#include <iostream>
#include <string>

#include <gtest/gtest.h>

#include "core/base/json.h"
#include "landkaart/error.h"
#include "landkaart/limits.h"
#include "tests/support/allocations.h"

namespace landkaart {
namespace {

constexpr std::size_t kMost = 64 * 1024 * 1024;  // bytes

// The most bytes that were allocated at one time during the call, above those before it.
std::size_t bytes_of(const auto& call) {
  testing::reset_peaks();
  const std::size_t before = testing::live_bytes();
  call();
  return testing::peak_bytes() - before;
}

// An array with as many copies of `element` as the limits allow. `values` is the number of values
// and names in `element`.
std::string largest_array(const std::string& element, std::size_t values) {
  std::string text = "[" + element;
  const std::size_t count = (limits::kJsonValues - 1) / values;
  for (std::size_t i = 1; i < count; ++i) {
    if (text.size() + element.size() + 2 > limits::kDocumentBytes) break;
    text += "," + element;
  }
  return text + "]";
}

TEST(JsonMemory, TheLargestDocumentTakesAtMost64MiB) {
  const struct {
    const char* element;
    std::size_t values;
  } kCases[] = {{"0", 1},
                {"[]", 1},
                {"{}", 1},
                {"\"\"", 1},
                {R"({"":{}})", 3},
                {R"({"":[]})", 3},
                {R"({"":0})", 3},
                {R"("abcdefghijklmnop")", 1},
                {"[[[[[[[]]]]]]]", 7}};
  for (const auto& [element, values] : kCases) {
    const std::string text = largest_array(element, values);
    const std::size_t bytes = bytes_of([&] {
      const JsonTree tree = parse_untrusted_json(text);
      ASSERT_TRUE(tree.is_array()) << element;
      static_cast<void>(tree.dump());
    });
    EXPECT_LE(bytes, kMost) << element;
    std::cout << element << ": " << bytes / 1024 << " KiB\n";
  }
}

TEST(JsonMemory, AnObjectWithAsManyMembersAsAllowedTakesAtMost64MiB) {
  std::string text = "{";
  for (std::size_t i = 0; i < (limits::kJsonValues - 1) / 2; ++i) {
    text += (i == 0 ? "\"" : ",\"") + std::to_string(i) + "\":{}";
    if (text.size() + 20 > limits::kDocumentBytes) break;
  }
  text += "}";
  const std::size_t bytes = bytes_of([&] { ASSERT_TRUE(parse_untrusted_json(text).is_object()); });
  EXPECT_LE(bytes, kMost);
  std::cout << "members: " << bytes / 1024 << " KiB\n";
}

TEST(JsonMemory, ATextAboveTheLimitTakesNoMoreMemory) {
  std::string text = "[{}";
  while (text.size() < limits::kDocumentBytes - 4) text += ",{}";
  text += "]";
  EXPECT_LE(bytes_of([&] { EXPECT_THROW(parse_untrusted_json(text), Error); }), kMost);
}

}  // namespace
}  // namespace landkaart
