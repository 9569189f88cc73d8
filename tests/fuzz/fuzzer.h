// SPDX-License-Identifier: EUPL-1.2
// Each fuzzer defines this function. Under the preset `fuzz` libFuzzer calls it. In other builds
// standalone_main.cpp calls it with the files of seeds, so that every test run covers the fuzzers.
// A fuzzer calls std::abort() when the tested code breaks a promise.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
