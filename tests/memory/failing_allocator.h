// SPDX-License-Identifier: EUPL-1.2
// Lets an allocation by `operator new` fail, and counts the blocks that are not freed. A test
// program that calls these functions compiles failing_allocator.cpp itself. The file is in no
// library, because it replaces the allocation operators of the whole program. Memory that a C
// library takes with malloc() does not count: md4c, libdeflate and libyaml. zlib counts, because
// core/format/inflate.cpp lets it allocate by `operator new`.
#pragma once

#include <cstdint>

namespace landkaart::testing {

enum class Failure {
  one,       // one allocation fails
  from_one,  // that allocation fails, and all that follow
};

// Allocation `number` of this thread fails, counted from 1 from this call on.
void fail_allocation(std::uint64_t number, Failure failure);

// Ends the failures. Returns whether an allocation failed.
bool stop_failing();

// Number of blocks of all threads that are allocated and not freed.
std::int64_t live_blocks();

// The most bytes that were allocated at one time since the last call of reset_peak(), above those
// that were allocated at that call. Counts the bytes that malloc() reserves.
std::int64_t peak_bytes();
void reset_peak();

}  // namespace landkaart::testing
