// SPDX-License-Identifier: EUPL-1.2
// Changes a pack with knowledge of its structure, seals it with correct checksums and hashes, and
// makes every call of the public interface. Only landkaart::Error and std::bad_alloc may leave a
// call. Other fuzzers change bytes, which the hash tree and the checksums of structures stop early.
#include <new>

#include "tests/fuzz/fuzzer.h"
#include "tests/hostile/mutate.h"
#include "tests/hostile/walk.h"

namespace {

using namespace landkaart;

constexpr std::size_t kItems = 6;  // read entirely in one run

}  // namespace

// libFuzzer calls this function instead of its own mutations. `data` has room for `most` bytes.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  testing::MutationDice dice(seed);
  std::string pack;
  try {
    testing::PackParts parts = testing::take_apart(as_input(data, size));
    testing::mutate(parts, dice);
    pack = testing::seal(parts);
  } catch (const Error&) {
    return size;
  }
  if (pack.size() > most) return size;
  std::copy(pack.begin(), pack.end(), data);
  return pack.size();
}

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  testing::MutationDice dice(size);
  const testing::Ask ask = [](std::string_view, const std::function<void()>& call) {
    try {
      call();
    } catch (const Error&) {
    } catch (const std::bad_alloc&) {
    }
  };
  try {
    testing::walk(Pack::from_memory(std::string(as_input(data, size))), ask, dice, kItems);
  } catch (const Error&) {
  }
  return 0;
}
