// SPDX-License-Identifier: EUPL-1.2
// Counts the allocations of a test program by `operator new`, and lets a chosen one fail. A program
// that calls these functions links landkaart_test_allocations, which replaces the allocation
// operators of the whole program. Memory that a C library takes with malloc() does not count: md4c,
// libdeflate and libyaml. zlib counts, because core/format/inflate.cpp lets it allocate by
// `operator new`.
#pragma once

#include <cstddef>
#include <cstdint>

namespace landkaart::testing {

// Blocks of all threads that are allocated and not freed, and the bytes that malloc() reserves for
// them.
std::size_t live_blocks();
std::size_t live_bytes();

// Since the last call of reset_peaks(): the most live bytes at one time, and the bytes that the
// largest allocation asked for.
std::size_t peak_bytes();
std::size_t largest_allocation();
void reset_peaks();

// From this call on, an allocation fails that would need more than this number of live bytes.
void limit_live_bytes(std::size_t bytes);

enum class Failure {
  one,       // one allocation fails
  from_one,  // that allocation fails, and all that follow
};

// Allocation `number` of this thread fails, counted from 1 from this call on.
void fail_allocation(std::uint64_t number, Failure failure);

// Ends the failures. Returns whether an allocation failed.
bool stop_failing();

}  // namespace landkaart::testing
