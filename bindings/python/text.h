// SPDX-License-Identifier: EUPL-1.2
// Text, a Python str converted to UTF-8. UTF-8 cannot hold a lone surrogate (U+D800 to U+DFFF), so
// each becomes "?". An error instead would break the rule that any string is a valid query.
#pragma once

#include <string>
#include <string_view>

#include <pybind11/pybind11.h>

namespace landkaart::python {

struct Text {
  std::string utf8;
};

inline pybind11::str to_str(std::string_view utf8) { return {utf8.data(), utf8.size()}; }

}  // namespace landkaart::python

namespace pybind11::detail {

template <>
struct type_caster<landkaart::python::Text> {
  PYBIND11_TYPE_CASTER(landkaart::python::Text, const_name("str"));

  bool load(handle source, bool /*convert*/) {
    if (!source || PyUnicode_Check(source.ptr()) == 0) return false;
    Py_ssize_t size = 0;
    const char* utf8 = PyUnicode_AsUTF8AndSize(source.ptr(), &size);
    if (utf8 != nullptr) {
      value.utf8.assign(utf8, static_cast<std::size_t>(size));
      return true;
    }
    PyErr_Clear();
    const auto replaced =
        reinterpret_steal<bytes>(PyUnicode_AsEncodedString(source.ptr(), "utf-8", "replace"));
    if (!replaced) throw error_already_set();
    value.utf8 = static_cast<std::string>(replaced);
    return true;
  }
};

}  // namespace pybind11::detail
