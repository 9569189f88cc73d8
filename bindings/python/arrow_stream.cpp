// SPDX-License-Identifier: EUPL-1.2
#include "bindings/python/arrow_stream.h"

#include <array>

namespace landkaart::python {
namespace {

constexpr std::int64_t kNullable = 2;  // ARROW_FLAG_NULLABLE

// The memory behind one ArrowSchema or ArrowArray. Its private_data owns the holder, and release()
// deletes it.
template <typename Struct>
struct Holder {
  std::shared_ptr<const ArrowColumn> table;
  std::vector<Struct> children;
  std::vector<Struct*> pointers;
  std::array<const void*, 3> buffers{};
};

template <typename Struct>
void release(Struct* released) {
  for (std::int64_t i = 0; i < released->n_children; ++i) {
    Struct* child = released->children[i];
    // A consumer that moved a child out of its parent has set the release of that child to null.
    if (child->release != nullptr) child->release(child);
  }
  delete static_cast<Holder<Struct>*>(released->private_data);
  released->release = nullptr;
}

// Makes a holder. `fill` writes one child of the column into one element of `children`.
template <typename Struct, typename Fill>
std::unique_ptr<Holder<Struct>> hold(const std::shared_ptr<const ArrowColumn>& table,
                                     const ArrowColumn& column, const Fill& fill) {
  auto holder = std::make_unique<Holder<Struct>>();
  holder->table = table;
  holder->children.resize(column.children.size());
  for (std::size_t i = 0; i < column.children.size(); ++i) {
    fill(table, column.children[i], &holder->children[i]);
    holder->pointers.push_back(&holder->children[i]);
  }
  return holder;
}

void fill_schema(const std::shared_ptr<const ArrowColumn>& table, const ArrowColumn& column,
                 ArrowSchema* out) {
  auto holder = hold<ArrowSchema>(table, column, fill_schema);
  *out = {column.format.c_str(),
          column.name.c_str(),
          nullptr,
          kNullable,
          static_cast<std::int64_t>(column.children.size()),
          holder->pointers.data(),
          nullptr,
          release<ArrowSchema>,
          nullptr};
  out->private_data = holder.release();
}

void fill_array(const std::shared_ptr<const ArrowColumn>& table, const ArrowColumn& column,
                ArrowArray* out) {
  auto holder = hold<ArrowArray>(table, column, fill_array);
  holder->buffers = {column.validity.empty() ? nullptr : column.validity.data(),
                     column.numbers.data(), column.text.data()};
  const std::int64_t buffers = column.format == "+s" ? 1 : column.format == "u" ? 3 : 2;
  *out = {column.length,
          column.nulls,
          0,
          buffers,
          static_cast<std::int64_t>(column.children.size()),
          holder->buffers.data(),
          holder->pointers.data(),
          nullptr,
          release<ArrowArray>,
          nullptr};
  out->private_data = holder.release();
}

struct Stream {
  std::shared_ptr<const ArrowColumn> table;
  bool at_end = false;
};

Stream& state(ArrowArrayStream* stream) { return *static_cast<Stream*>(stream->private_data); }

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  fill_schema(state(stream).table, *state(stream).table, out);
  return 0;
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  if (state(stream).at_end) {
    *out = {};
    return 0;
  }
  fill_array(state(stream).table, *state(stream).table, out);
  state(stream).at_end = true;
  return 0;
}

const char* get_last_error(ArrowArrayStream*) { return nullptr; }

void release_stream(ArrowArrayStream* stream) {
  delete static_cast<Stream*>(stream->private_data);
  stream->release = nullptr;
}

}  // namespace

void export_arrow_stream(std::shared_ptr<const ArrowColumn> table, ArrowArrayStream* out) {
  *out = {get_schema, get_next, get_last_error, release_stream, new Stream{std::move(table)}};
}

}  // namespace landkaart::python
