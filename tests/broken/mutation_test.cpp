// SPDX-License-Identifier: EUPL-1.2
// Opens and queries 3000 packs in which one to four places were changed at random. The page
// checksums are correct again after each change, so that damage reaches the bounds checks. Each
// call must return or throw Error; no call may crash or make a large allocation.
#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <random>

#include <gtest/gtest.h>

#include "tests/broken/exercise.h"
#include "tests/broken/reseal.h"
#include "tests/support/allocations.h"
#include "tests/support/temporary_folder.h"

namespace landkaart {
namespace {

constexpr std::size_t kLargestAllocation = 2 * 1024 * 1024;  // bytes, beside the pack itself
constexpr int kMutations = 3000;

// The pack of `init`, with an asset, a journey and 300 articles.
std::string starter_pack() {
  testing::TemporaryFolder folder;
  const std::filesystem::path source = folder.path() / "starter";
  init(source);
  folder.write("starter/assets/plaat.svg", "<svg/>");
  folder.write("starter/journeys/eerste-stappen.md",
               "---\ntitle: Eerste stappen\nsummary: Een wandeling.\n"
               "stops: [collegas-meekrijgen, ik-sta-er-alleen-voor]\n---\n");
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

// Makes one change: a flipped bit, a random byte, an extreme number, or 16 bytes copied from
// another place.
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

bool throws_error(const auto& action) {
  try {
    action();
    return false;
  } catch (const Error&) {
    return true;
  }
}

enum class Outcome { rejected_when_opened, rejected_by_a_query, answered };

// Calls everything, also after an Error. Requires that verify() rejects the pack.
Outcome outcome_of(const std::string& bytes) {
  std::optional<Pack> pack;
  if (throws_error([&] { pack = Pack::from_memory(bytes); })) return Outcome::rejected_when_opened;
  EXPECT_TRUE(throws_error([&] { verify(*pack); })) << "verify() accepts a changed pack";
  Outcome outcome = Outcome::answered;
  testing::attempt_everything(*pack, [&](const auto& part) {
    if (throws_error(part)) outcome = Outcome::rejected_by_a_query;
  });
  return outcome;
}

TEST(Mutation, TheUnchangedPackAnswersEveryQuery) {
  const Pack pack = Pack::from_memory(starter_pack());
  EXPECT_NO_THROW(verify(pack));
  EXPECT_NO_THROW(testing::ask_everything(pack));
  EXPECT_EQ(pack.map().journeys().size(), 1u) << "ask_everything draws this walk";
  EXPECT_EQ(pack.map().hazards().size(), 1u) << "ask_everything draws the walk from this hazard";
}

TEST(Mutation, EveryCallOnAChangedPackReturnsOrThrowsError) {
  const std::string original = starter_pack();
  std::mt19937 random(20261123);
  std::map<Outcome, int> outcomes;
  for (int i = 0; i < kMutations; ++i) {
    std::string pack = original;
    const unsigned changes = 1 + random() % 4;
    for (unsigned change = 0; change < changes; ++change) mutate(pack, random);
    testing::reseal(pack);
    if (pack == original) continue;
    testing::reset_peaks();
    ++outcomes[outcome_of(pack)];
    ASSERT_LE(testing::largest_allocation(), kLargestAllocation + pack.size()) << "mutation " << i;
    ASSERT_FALSE(HasFailure()) << "mutation " << i;
  }
  // Without these floors, a change of the pack or of reseal() could stop every mutation at one
  // check, and the others would go untested.
  EXPECT_GT(outcomes[Outcome::rejected_when_opened], kMutations / 50);
  EXPECT_GT(outcomes[Outcome::rejected_by_a_query], kMutations / 10);
  EXPECT_GT(outcomes[Outcome::answered], kMutations / 10);
}

TEST(Mutation, VerifyRejectsEveryTruncatedPack) {
  const std::string original = starter_pack();
  for (std::size_t length = 0; length < original.size(); length += 1 + length / 64) {
    EXPECT_THROW(verify(Pack::from_memory(original.substr(0, length))), Error) << length;
  }
}

TEST(Mutation, VerifyRejectsEveryChangedByte) {
  const std::string original = starter_pack();
  for (std::size_t offset = 0; offset < original.size(); offset += 1 + offset / 128) {
    std::string pack = original;
    pack[offset] = static_cast<char>(pack[offset] ^ 0x10);
    EXPECT_THROW(verify(Pack::from_memory(pack)), Error) << offset;
  }
}

}  // namespace
}  // namespace landkaart
