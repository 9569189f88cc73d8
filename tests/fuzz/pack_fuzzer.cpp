// SPDX-License-Identifier: EUPL-1.2
// Any bytes as a pack, with the checksums made right so that what lies behind them is reached.
#include "tests/broken/exercise.h"
#include "tests/broken/reseal.h"
#include "tests/fuzz/fuzzer.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  landkaart::testing::reseal(bytes);
  try {
    const auto pack = landkaart::Pack::from_memory(std::move(bytes));
    landkaart::testing::ask_everything(pack);
    landkaart::verify(pack);
  } catch (const landkaart::Error&) {
  }
  return 0;
}
