// SPDX-License-Identifier: EUPL-1.2
// The two codes for runs of numbers: packed runs and Rice codes.
#include <random>

#include <gtest/gtest.h>

#include "core/search/packed_run.h"
#include "core/search/rice_code.h"
#include "landkaart/error.h"

namespace landkaart {
namespace {

using Numbers = std::vector<std::uint32_t>;

Numbers random_numbers(std::mt19937& random, std::size_t count, unsigned width) {
  Numbers numbers(count);
  for (std::uint32_t& number : numbers) {
    number = width == 0 ? 0 : static_cast<std::uint32_t>(random() & (~0ull >> (64 - width)));
  }
  return numbers;
}

std::vector<std::uint32_t> read_packed_run(const std::string& coded, std::size_t count) {
  std::vector<std::uint32_t> numbers(count);
  Cursor cursor(as_bytes(coded), "a test");
  read_packed(cursor, numbers);
  EXPECT_TRUE(cursor.at_end());
  return numbers;
}

TEST(RiceCode, ReadsTheNumbersThatWereWritten) {
  std::mt19937 random(2);
  for (unsigned width = 0; width <= 20; ++width) {
    const Numbers numbers = random_numbers(random, 300, width);
    std::string coded;
    append_rice(coded, numbers);
    Cursor cursor(as_bytes(coded), "a test");
    RiceReader reader(cursor);
    for (const std::uint32_t number : numbers) ASSERT_EQ(reader.next(), number);
    reader.finish();
    EXPECT_TRUE(cursor.at_end());
  }
}

TEST(RiceCode, CodesNumbersOf32Bits) {
  const Numbers numbers(3, ~0u);
  std::string coded;
  append_rice(coded, numbers);
  Cursor cursor(as_bytes(coded), "a test");
  RiceReader reader(cursor);
  for (const std::uint32_t number : numbers) EXPECT_EQ(reader.next(), number);
}

TEST(PackedRun, ReadsNumbersOfAnyWidthInRunsOfAnyLength) {
  std::mt19937 random(7);
  for (unsigned width = 0; width <= 32; ++width) {
    for (const std::size_t count : {0u, 1u, 31u, 32u, 33u, 127u, 128u, 256u}) {
      std::vector<std::uint32_t> numbers(count);
      for (auto& number : numbers) {
        number = static_cast<std::uint32_t>(random() & ((std::uint64_t{1} << width) - 1));
      }
      std::string coded;
      append_packed(coded, numbers);
      EXPECT_EQ(read_packed_run(coded, count), numbers)
          << width << " bits, " << count << " numbers";
    }
  }
}

TEST(PackedRun, PatchesFewLargeNumbersAmongSmallOnes) {
  std::vector<std::uint32_t> numbers(128, 1);
  numbers[0] = 0xffffffff;
  numbers[127] = 70'000;
  std::string coded;
  append_packed(coded, numbers);
  EXPECT_LT(coded.size(), 32u) << "128 numbers of one bit take 16 bytes, two patches at most 14";
  EXPECT_EQ(read_packed_run(coded, numbers.size()), numbers);
}

TEST(PackedRun, RejectsInvalidRuns) {
  const auto refused = [](const std::string& coded, std::size_t count) {
    std::vector<std::uint32_t> numbers(count);
    Cursor cursor(as_bytes(coded), "a test");
    EXPECT_THROW(read_packed(cursor, numbers), Error) << coded.size();
  };
  refused("", 1);
  refused("\x21", 0);                                       // a width of 33
  refused("\x81", 0);                                       // an unknown flag
  refused("\x08\x01", 2);                                   // one byte too few
  refused({"\x40\x00\x01\x01", 4}, 1);                      // a patch for a number after the last
  refused({"\x41\x00\x00\x00\xff\xff\xff\xff\x0f", 9}, 1);  // a number of 33 bits
}

TEST(RiceCode, RejectsReadingPastTheEnd) {
  const std::string endless(40, '\xff');
  Cursor cursor(as_bytes(endless).subspan(0, 20), "a test");
  EXPECT_THROW(RiceReader reader(cursor), Error) << "255 is not a number of low bits";
  std::string ones(1, '\0');
  ones.append(40, '\xff');
  Cursor second(as_bytes(ones), "a test");
  RiceReader reader(second);
  EXPECT_THROW(reader.next(), Error);
}

// The bytes that content-pack/spec/v1.md gives for a packed run: a byte with the width and a bit
// for patches, the low bits, and the patches.
TEST(PackedRun, HasTheBytesOfTheSpecification) {
  const auto coded = [](const Numbers& numbers) {
    std::string out;
    append_packed(out, numbers);
    return out;
  };
  EXPECT_EQ(coded({}), std::string(1, '\0'));
  EXPECT_EQ(coded({0, 0, 0}), std::string(1, '\0'));
  EXPECT_EQ(coded({1, 2, 3, 7}), std::string("\x03\xd1\x0e", 3));
  EXPECT_EQ(coded({0x04030201}), std::string("\x1b\x01\x02\x03\x04", 5));
}

TEST(PackedRun, AppliesAPatchToTheHighBitsOfANumber) {
  std::string coded = {2 | 0x40, 0b1011, 0, 1, static_cast<char>(0xac), 0x02};
  EXPECT_EQ(read_packed_run(coded, 2), (Numbers{3, 2 + 4 * 300}));
  coded = {0x40, 1, 1, 9, 3, 1};
  EXPECT_EQ(read_packed_run(coded, 4), (Numbers{0, 9, 0, 1}));
}

TEST(PackedRun, ReadsNumbersOf32BitsBesidePatches) {
  const std::string coded = {0x41, 0, 0, 0, '\xff', '\xff', '\xff', '\xff', 0x07};
  EXPECT_EQ(read_packed_run(coded, 1), Numbers{0xfffffffe});
}

TEST(RiceCode, HasTheBytesOfTheSpecification) {
  const auto coded = [](const Numbers& numbers) {
    std::string out;
    append_rice(out, numbers);
    return out;
  };
  EXPECT_EQ(coded({}), std::string(1, kRiceAllZero));
  EXPECT_EQ(coded({0, 0}), std::string(1, kRiceAllZero));
  EXPECT_EQ(coded({4, 3}), std::string("\x01\x53", 2)) << "0b0'10'10'0'11, from the lowest bit";
}

TEST(RiceCode, FinishesBehindItsLastByteWhateverFollows) {
  std::mt19937 random(12);
  for (std::size_t count = 1; count < 80; ++count) {
    const Numbers numbers = random_numbers(random, count, 6);
    std::string coded;
    append_rice(coded, numbers);
    const std::size_t length = coded.size();
    coded += "what follows the run";
    Cursor cursor(as_bytes(coded), "a test");
    RiceReader reader(cursor);
    for (const std::uint32_t number : numbers) ASSERT_EQ(reader.next(), number);
    reader.finish();
    ASSERT_EQ(cursor.position(), length);
  }
}

TEST(RiceCode, ReadsNumbersWithoutBitsForever) {
  const std::string coded(1, kRiceAllZero);
  Cursor cursor(as_bytes(coded), "a test");
  RiceReader reader(cursor);
  for (int i = 0; i < 1000; ++i) ASSERT_EQ(reader.next(), 0u);
  reader.finish();
  EXPECT_TRUE(cursor.at_end());
}

TEST(PackedRun, PatchesNumbersWhenThatTakesFewerBytes) {
  const auto coded = [](std::size_t zeros, std::uint32_t last) {
    Numbers numbers(zeros, 0);
    numbers.push_back(last);
    std::string out;
    append_packed(out, numbers);
    return out;
  };
  // One patch takes 3 bytes when its high bits are below 128: the number of patches, the place of
  // the number, and the high bits.
  EXPECT_EQ(coded(16, 1), std::string("\x01\x00\x00\x01", 4)) << "17 bits take 3 bytes as well";
  EXPECT_EQ(coded(24, 1), std::string("\x40\x00\x18\x01", 4)) << "25 bits would take 4 bytes";
  EXPECT_EQ(coded(3, 127), std::string("\x40\x00\x03\x7f", 4)) << "28 bits would take 4 bytes";
  EXPECT_EQ(coded(2, 127), std::string("\x07\x00\xc0\x1f", 4)) << "21 bits take 3 bytes as well";
  EXPECT_EQ(coded(3, 128), std::string("\x08\x00\x00\x00\x80", 5));
  EXPECT_EQ(coded(4, 128), std::string("\x41\x00\x00\x04\x40", 5)) << "one low bit each";
}

TEST(PackedRun, CountsSeveralPatches) {
  Numbers numbers(128, 0);
  numbers[3] = 5;
  numbers[100] = 300;
  std::string out;
  append_packed(out, numbers);
  EXPECT_EQ(out, std::string("\x40\x01\x03\x05\x64\xac\x02", 7));
}

TEST(RiceCode, WritesALargeNumberAmongSmallOnesInOneBits) {
  for (const std::uint32_t large : {31u, 32u, 33u, 63u, 64u, 65u, 100u}) {
    Numbers numbers(200, 0);
    numbers[50] = large;
    std::string coded;
    append_rice(coded, numbers);
    EXPECT_EQ(coded.size(), 1 + (numbers.size() + large + 7) / 8) << "no low bits";
    Cursor cursor(as_bytes(coded), "a test");
    RiceReader reader(cursor);
    for (const std::uint32_t number : numbers) EXPECT_EQ(reader.next(), number) << large;
  }
}

}  // namespace
}  // namespace landkaart
