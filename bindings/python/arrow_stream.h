// SPDX-License-Identifier: EUPL-1.2
// The Arrow C stream interface (Apache Arrow, "The Arrow C data interface", 2019). Libraries for
// data frames, such as pandas and Polars, exchange columns through it without copying them. The
// layout of the three structs below is fixed by that interface.
#pragma once

#include <cstdint>

extern "C" {

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  ArrowSchema** children;
  ArrowSchema* dictionary;
  void (*release)(ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  ArrowArray** children;
  ArrowArray* dictionary;
  void (*release)(ArrowArray*);
  void* private_data;
};

struct ArrowArrayStream {
  int (*get_schema)(ArrowArrayStream*, ArrowSchema*);
  int (*get_next)(ArrowArrayStream*, ArrowArray*);
  const char* (*get_last_error)(ArrowArrayStream*);
  void (*release)(ArrowArrayStream*);
  void* private_data;
};

}  // extern "C"

#include <memory>
#include <string>
#include <vector>

namespace landkaart::python {

// One column in the memory layout of Arrow, or the whole table, whose children are its columns.
struct ArrowColumn {
  std::string name;
  std::string format;  // "i" numbers, "tdD" days, "u" UTF-8 text, "+l" lists of texts, "+s" a table
  std::int64_t length = 0;
  std::int64_t nulls = 0;
  std::vector<std::uint8_t> validity;  // one bit per value, 0 when missing; empty for a table
  std::vector<std::int32_t> numbers;   // "i", "tdD": values; "u" and "+l": length + 1 offsets
  std::string text;                    // "u": all texts, one after the other
  std::vector<ArrowColumn> children;   // "+l": one column of texts; "+s": the columns
};

// Writes a stream that gives the table as one batch. The stream, and each schema and array read
// from it, share the table; the last one that is released frees it.
void export_arrow_stream(std::shared_ptr<const ArrowColumn> table, ArrowArrayStream* out);

}  // namespace landkaart::python
