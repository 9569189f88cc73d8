// SPDX-License-Identifier: EUPL-1.2
// Opens any bytes as a pack and queries it. The page checksums are computed anew first, so that
// changed bytes reach the bounds checks. A pack that verify() accepts must answer every query.
#include <cstdlib>
#include <iostream>
#include <optional>

#include "tests/broken/exercise.h"
#include "tests/broken/reseal.h"
#include "tests/fuzz/fuzzer.h"

namespace {

using namespace landkaart;

bool is_accepted(const Pack& pack) {
  try {
    verify(pack);
    return true;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  testing::reseal(bytes);
  std::optional<Pack> pack;
  try {
    pack = Pack::from_memory(std::move(bytes));
    testing::ask_everything(*pack);
  } catch (const Error& error) {
    if (pack && is_accepted(*pack)) {
      std::cerr << "verify() accepts a pack that throws: " << error.what() << '\n';
      std::abort();
    }
  }
  return 0;
}
