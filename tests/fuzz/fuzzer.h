// SPDX-License-Identifier: EUPL-1.2
// Each fuzzer defines this function. libFuzzer calls it under the fuzz preset; elsewhere
// standalone_main.cpp calls it with every file of its seeds, so that no fuzzer rots.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
