// SPDX-License-Identifier: EUPL-1.2
// The Arrow C stream interface (Apache Arrow, "The Arrow C data interface", 2019): how data frames
// of different libraries hand each other columns without copying and without knowing each other.
// The layout of these structs is that interface.
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

// One column as Arrow lays it out. A list of texts has the texts in `items`.
struct ArrowColumn {
  std::string name;
  std::string format;  // "i" 32-bit numbers, "u" UTF-8 text, "+l" lists, "+s" the table itself
  std::int64_t length = 0;
  std::int64_t nulls = 0;
  std::vector<std::uint8_t> validity;  // a bit for each value; empty when none is missing
  std::vector<std::int32_t> numbers;   // of "i"; the offsets of "u" and "+l"
  std::string text;                    // of "u"
  std::vector<ArrowColumn> children;   // of "+l" and "+s"
};

// A stream of one batch. It keeps the table in memory until all that was taken from it is released.
void export_arrow_stream(std::shared_ptr<const ArrowColumn> table, ArrowArrayStream* out);

}  // namespace landkaart::python
