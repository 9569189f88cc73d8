// SPDX-License-Identifier: EUPL-1.2
// Each fuzzer defines LLVMFuzzerTestOneInput. Under the preset `fuzz` libFuzzer calls it. In other
// builds standalone_main.cpp calls it with the files of seeds, so that every test run covers the
// fuzzers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

// Ends the process, which libFuzzer reports with the input, when the tested code breaks a promise.
inline void demand(bool holds, const char* promise) {
  if (holds) return;
  std::cerr << "broken promise: " << promise << '\n';
  std::abort();
}

inline std::string_view as_input(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}
