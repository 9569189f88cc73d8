// SPDX-License-Identifier: EUPL-1.2
// Thousands of packs with a few bytes changed and the checksums made right again: each gives
// answers or one clear error, and never a crash or a large allocation.
#include <atomic>
#include <cstdlib>
#include <new>
#include <random>

#include <gtest/gtest.h>

#include "tests/broken/exercise.h"
#include "tests/broken/reseal.h"
#include "tests/support/temporary_folder.h"

namespace {

std::atomic<std::size_t> largest_allocation{0};

void* allocate(std::size_t size) {
  std::size_t largest = largest_allocation.load();
  while (size > largest && !largest_allocation.compare_exchange_weak(largest, size)) {
  }
  return std::malloc(size);
}

}  // namespace

void* operator new(std::size_t size) {
  if (void* memory = allocate(size)) return memory;
  throw std::bad_alloc();
}
// The address sanitizer of clang has one of its own, whose memory may not be freed here.
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return allocate(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace landkaart {
namespace {

constexpr std::size_t kLargestHonestAllocation = 2 * 1024 * 1024;
constexpr int kMutations = 6000;

std::string starter_pack() {
  testing::TemporaryFolder folder;
  const std::filesystem::path source = folder.path() / "starter";
  init(source);
  folder.write("starter/assets/plaat.svg", "<svg/>");
  std::string lines;
  for (int i = 0; i < 300; ++i) {
    lines +=
        R"({"id": "a-)" + std::to_string(i) +
        R"(", "title": "Artikel over samenwerken", "tags": ["draagvlak"], "body": "Wie missen wij in deze kring?"})"
        "\n";
  }
  folder.write("starter/articles/veel.jsonl", lines);
  return build_to_memory(source, {.jobs = 1});
}

// One change of the sort that breaks parsers: a flipped bit, an extreme number, a piece moved.
void mutate(std::string& pack, std::mt19937& random) {
  const std::size_t offset = random() % pack.size();
  constexpr std::uint64_t kExtremes[] = {0,      1,          0x7f,       0x80, 0xff,
                                         0xffff, 0x7fffffff, 0xffffffff, ~0ull};
  switch (random() % 4) {
    case 0: pack[offset] = static_cast<char>(pack[offset] ^ (1 << random() % 8)); break;
    case 1: pack[offset] = static_cast<char>(random()); break;
    case 2: {
      const std::size_t width = std::size_t{1} << random() % 4;
      const std::uint64_t value = kExtremes[random() % std::size(kExtremes)];
      for (std::size_t i = 0; i < width && offset + i < pack.size(); ++i) {
        pack[offset + i] = static_cast<char>(value >> (8 * i));
      }
      break;
    }
    default: {
      const std::size_t from = random() % pack.size();
      const std::size_t length =
          std::min({std::size_t{16}, pack.size() - from, pack.size() - offset});
      pack.replace(offset, length, pack.substr(from, length));
    }
  }
}

bool survives(const std::string& pack_bytes, std::size_t& errors) {
  try {
    const Pack pack = Pack::from_memory(pack_bytes);
    try {
      verify(pack);
    } catch (const Error&) {
      ++errors;
    }
    testing::ask_everything(pack);
  } catch (const Error&) {
    ++errors;
  }
  return largest_allocation.load() <= kLargestHonestAllocation + pack_bytes.size();
}

TEST(Mutation, GivesAnswersOrOneClearError) {
  const std::string original = starter_pack();
  std::mt19937 random(20261123);
  std::size_t errors = 0;
  for (int i = 0; i < kMutations; ++i) {
    std::string pack = original;
    const unsigned changes = 1 + random() % 4;
    for (unsigned change = 0; change < changes; ++change) mutate(pack, random);
    testing::reseal(pack);
    largest_allocation = 0;
    ASSERT_TRUE(survives(pack, errors)) << "mutation " << i << " allocated " << largest_allocation;
  }
  EXPECT_GT(errors, static_cast<std::size_t>(kMutations) / 2) << "the mutations should be noticed";
}

TEST(Mutation, EveryTruncationIsRefused) {
  const std::string original = starter_pack();
  for (std::size_t length = 0; length < original.size(); length += 1 + length / 64) {
    EXPECT_THROW(verify(Pack::from_memory(original.substr(0, length))), Error) << length;
  }
}

TEST(Mutation, EveryFlippedByteIsNoticed) {
  const std::string original = starter_pack();
  for (std::size_t offset = 0; offset < original.size(); offset += 1 + offset / 128) {
    std::string pack = original;
    pack[offset] = static_cast<char>(pack[offset] ^ 0x10);
    EXPECT_THROW(verify(Pack::from_memory(pack)), Error) << offset;
  }
}

}  // namespace
}  // namespace landkaart
