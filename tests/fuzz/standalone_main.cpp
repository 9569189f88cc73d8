// SPDX-License-Identifier: EUPL-1.2
// Runs a fuzzer over files and folders of files. For each file, also runs 20 beginnings of the file
// and 20 copies with one flipped bit. Fails when a file is missing, or when there is none.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "tests/fuzz/fuzzer.h"

namespace {

std::size_t runs = 0;

void run(const std::string& input) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(input.data()), input.size());
  ++runs;
}

void run_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  const std::string whole(std::istreambuf_iterator<char>(in), {});
  run(whole);
  constexpr std::size_t kVariants = 20;
  for (std::size_t i = 0; i < kVariants && !whole.empty(); ++i) {
    const std::size_t at = whole.size() * i / kVariants;
    run(whole.substr(0, at));
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ (1 << i % 8));
    run(flipped);
  }
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    if (!std::filesystem::exists(argv[i])) {
      std::cerr << "there is no file " << argv[i] << '\n';
      return 1;
    }
    if (!std::filesystem::is_directory(argv[i])) {
      run_file(argv[i]);
      continue;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(argv[i])) {
      if (entry.is_regular_file()) run_file(entry.path());
    }
  }
  std::cout << runs << " inputs\n";
  return runs > 0 ? 0 : 1;
}
