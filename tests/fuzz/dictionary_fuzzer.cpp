// SPDX-License-Identifier: EUPL-1.2
// Reads any bytes as the three sections of a string dictionary. The first four bytes are the
// lengths of the top and of the pages; the remaining bytes are the blocks. A look-up must throw
// Error or return what the header promises, and a walk must visit keys in ascending order.
#include <algorithm>

#include "core/format/string_dictionary.h"
#include "landkaart/error.h"
#include "tests/format/built_container.h"
#include "tests/fuzz/fuzzer.h"

namespace {

using namespace landkaart;

constexpr std::size_t kLongestKey = 64;  // bytes

void attempt(const auto& read) {
  try {
    read();
  } catch (const Error&) {
  }
}

void walk(const StringDictionary& dictionary) {
  std::string previous;
  std::uint32_t count = 0;
  for (StringDictionary::Walker at = dictionary.walk(); !at.at_end(); at.next()) {
    demand(count == 0 || previous < at.key(), "keys ascend");
    demand(at.key().size() <= kLongestKey, "no key is longer than allowed");
    demand(at.rank() == count, "ranks count entries");
    previous = at.key();
    ++count;
  }
  demand(count == dictionary.size(), "a walk visits every entry");
}

void look_up(const StringDictionary& dictionary, std::uint32_t rank) {
  const StringDictionary::Entry entry = dictionary.entry_at(rank);
  const auto found = dictionary.find_entry(entry.key);
  // A hostile index can lead to another block than the one that has the key.
  demand(!found || found->key == entry.key, "a key is found as itself");
}

void visit(const StringDictionary& dictionary, std::size_t bytes) {
  std::size_t blocks = 0;
  dictionary.visit_blocks(
      [](std::string_view first, std::string_view) { return first.size() % 2 == 0; },
      [&](const auto&, std::uint32_t) { ++blocks; });
  demand(blocks <= bytes, "there are no more blocks than bytes");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size < 4) return 0;
  const std::string_view input = as_input(data + 4, size - 4);
  const std::size_t top = std::min<std::size_t>(data[0] + 256u * data[1], input.size());
  const std::size_t pages = std::min<std::size_t>(data[2] + 256u * data[3], input.size() - top);
  const testing::BuiltContainer built({
      {SectionId::term_top, kCritical, std::string(input.substr(0, top))},
      {SectionId::term_pages, kCritical, std::string(input.substr(top, pages))},
      {SectionId::term_blocks, kCritical, std::string(input.substr(top + pages))},
  });
  const auto section = [&](SectionId id) { return built.container->require(id); };
  attempt([&] {
    const StringDictionary dictionary(section(SectionId::term_top), section(SectionId::term_pages),
                                      section(SectionId::term_blocks), kLongestKey);
    attempt([&] { walk(dictionary); });
    attempt([&] { visit(dictionary, size); });
    for (const std::uint32_t rank : {0u, 1u, 63u, 64u, dictionary.size() - 1}) {
      attempt([&] { look_up(dictionary, rank); });
    }
    for (const char* key : {"", "a", "raad", "zz", "\xff"}) {
      attempt([&] { dictionary.find(key); });
      attempt([&] { dictionary.walk_from(key).at_end(); });
    }
  });
  return 0;
}
