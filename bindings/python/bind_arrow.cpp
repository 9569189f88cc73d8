// SPDX-License-Identifier: EUPL-1.2
// Adds the function arrow_stream. It makes the capsule that a Python object returns from
// __arrow_c_stream__, from columns of Python values.
#include "bindings/python/arrow_stream.h"
#include "bindings/python/bind.h"
#include "bindings/python/text.h"

namespace landkaart::python {
namespace {

constexpr const char* kCapsule = "arrow_array_stream";

// Appends one validity bit to the column: 1 for a value, 0 for None.
void add_validity(ArrowColumn& column, bool valid) {
  const auto bit = static_cast<std::size_t>(column.length++);
  if (bit % 8 == 0) column.validity.push_back(0);
  if (valid) {
    column.validity.back() = static_cast<std::uint8_t>(column.validity.back() | 1u << bit % 8);
  } else {
    ++column.nulls;
  }
}

// Whether the values of a format are numbers of 32 bits: "i", or "tdD", days since 1970-01-01.
bool is_number(const std::string& format) { return format == "i" || format == "tdD"; }

ArrowColumn empty_column(std::string name, const std::string& format) {
  ArrowColumn column;
  column.name = std::move(name);
  column.format = format;
  if (!is_number(format)) column.numbers.push_back(0);
  if (format == "+l") column.children.push_back(empty_column("item", "u"));
  return column;
}

void add_text(ArrowColumn& column, const py::handle& value) {
  if (!value.is_none()) column.text += py::cast<Text>(value).utf8;
  column.numbers.push_back(static_cast<std::int32_t>(column.text.size()));
  add_validity(column, !value.is_none());
}

void add_texts(ArrowColumn& column, const py::handle& value) {
  for (const py::handle text : value) add_text(column.children.front(), text);
  column.numbers.push_back(static_cast<std::int32_t>(column.children.front().length));
  add_validity(column, true);
}

void add_number(ArrowColumn& column, const py::handle& value) {
  column.numbers.push_back(value.is_none() ? 0 : py::cast<std::int32_t>(value));
  add_validity(column, !value.is_none());
}

ArrowColumn to_column(const py::handle& described) {
  const auto parts = py::cast<py::tuple>(described);
  ArrowColumn column =
      empty_column(py::cast<std::string>(parts[0]), py::cast<std::string>(parts[1]));
  const auto add = column.format == "u"       ? add_text
                   : is_number(column.format) ? add_number
                                              : add_texts;
  for (const py::handle value : parts[2]) add(column, value);
  return column;
}

void release_capsule(PyObject* capsule) {
  auto* stream = static_cast<ArrowArrayStream*>(PyCapsule_GetPointer(capsule, kCapsule));
  if (stream->release != nullptr) stream->release(stream);
  delete stream;
}

// Makes the capsule. Each column is a tuple of its name, its Arrow format ("u", "i", "tdD" or "+l")
// and its values. All columns must have equally many values.
py::capsule arrow_stream(const py::iterable& columns) {
  auto table = std::make_shared<ArrowColumn>();
  table->format = "+s";
  for (const py::handle column : columns) {
    table->children.push_back(to_column(column));
    table->length = table->children.back().length;
  }
  auto stream = std::make_unique<ArrowArrayStream>();
  export_arrow_stream(std::move(table), stream.get());
  return py::capsule(stream.release(), kCapsule, release_capsule);
}

}  // namespace

void bind_arrow(py::module_& module) {
  module.def("arrow_stream", arrow_stream, py::arg("columns"));
}

}  // namespace landkaart::python
