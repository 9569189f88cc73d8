// SPDX-License-Identifier: EUPL-1.2
// Converts C++ values to the tuples and strings from which landkaart/*.py makes its objects.
#pragma once

#include <optional>
#include <vector>

#include <pybind11/pybind11.h>

#include <landkaart/compiler.h>

#include "bindings/python/text.h"

namespace landkaart::python {

namespace py = pybind11;

template <typename Element, typename Translate>
py::tuple to_tuple(const std::vector<Element>& elements, const Translate& translate) {
  py::tuple tuple(elements.size());
  for (std::size_t i = 0; i < elements.size(); ++i) tuple[i] = translate(elements[i]);
  return tuple;
}

// For elements that are bound classes, such as Item: each becomes a Python object of that class.
template <typename Element>
py::tuple to_tuple(const std::vector<Element>& elements) {
  return to_tuple(elements, [](const Element& element) { return py::cast(element); });
}

inline py::object to_str_or_none(const std::optional<std::string>& text) {
  if (!text) return py::none();
  return to_str(*text);
}

inline py::tuple mistake_tuple(const Mistake& mistake) {
  return py::make_tuple(to_str(mistake.file), mistake.line, mistake.column, to_str(mistake.code),
                        to_str(mistake.problem), to_str(mistake.remedy));
}

inline py::tuple finding_tuple(const Finding& finding) {
  return py::make_tuple(to_str(finding.file), finding.line, finding.column, to_str(finding.code),
                        to_str(finding.rule), to_str(finding.problem), to_str(finding.remedy));
}

}  // namespace landkaart::python
