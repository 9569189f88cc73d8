// SPDX-License-Identifier: EUPL-1.2
// Error::offset() is a place in the file, or not known.
#include <algorithm>

#include <gtest/gtest.h>

#include "core/format/container.h"
#include "tests/broken/reseal.h"
#include "tests/pack/sample_pack.h"

namespace landkaart {
namespace {

using testing::sample_pack;

std::string sample_bytes() {
  const Pack pack = sample_pack();
  return std::string(reinterpret_cast<const char*>(pack.bytes().data()), pack.bytes().size());
}

// Every body, so that every page of the bodies is read.
void read_all(const Pack& pack) {
  for (const Item& item : pack.item_range()) static_cast<void>(item.json());
}

Error error_of(const std::string& bytes) {
  try {
    read_all(Pack::from_memory(bytes));
  } catch (const Error& error) {
    return error;
  }
  return Error(ErrorCode::not_found, "no error");
}

SectionEntry entry_of(const std::string& bytes, SectionId id) {
  return Container({as_bytes(bytes), nullptr}).require(id).entry();
}

TEST(ErrorOffset, OfADamagedPageIsWhereThePageBegins) {
  std::string bytes = sample_bytes();
  const std::uint64_t damaged = entry_of(bytes, SectionId::bodies).offset + 5;
  bytes[damaged] = static_cast<char>(bytes[damaged] ^ 1);
  const Error error = error_of(bytes);
  EXPECT_EQ(error.code(), ErrorCode::damaged);
  EXPECT_EQ(error.offset(), damaged / kPageBytes * kPageBytes);
}

// A pack whose label sets end with `count` bytes 0xff. The byte says that a variable-length number
// continues.
std::string with_broken_labels(std::uint64_t count) {
  std::string bytes = sample_bytes();
  const SectionEntry labels = entry_of(bytes, SectionId::label_sets);
  const auto end =
      bytes.begin() + static_cast<std::ptrdiff_t>(labels.offset + labels.stored_length);
  std::fill_n(end - static_cast<std::ptrdiff_t>(std::min(count, labels.stored_length)),
              std::min(count, labels.stored_length), '\xff');
  testing::reseal(bytes);
  return bytes;
}

TEST(ErrorOffset, OfARecordThatPointsOutsideItsSectionIsAtTheSection) {
  const SectionEntry labels = entry_of(sample_bytes(), SectionId::label_sets);
  const Error error = error_of(with_broken_labels(labels.stored_length));
  EXPECT_EQ(error.code(), ErrorCode::malformed);
  EXPECT_GE(error.offset(), labels.offset);
  EXPECT_LE(error.offset(), labels.offset + labels.stored_length);
}

TEST(ErrorOffset, IsUnknownForAnErrorWithinARecord) {
  const Error error = error_of(with_broken_labels(1));
  EXPECT_EQ(error.code(), ErrorCode::malformed);
  EXPECT_EQ(error.offset(), Error::kNoOffset);
  EXPECT_NE(std::string(error.what()).find("(at byte "), std::string::npos) << error.what();
}

}  // namespace
}  // namespace landkaart
