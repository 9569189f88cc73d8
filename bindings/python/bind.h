// SPDX-License-Identifier: EUPL-1.2
// The extension module landkaart._landkaart. Each bind_* function adds the classes and functions of
// one topic to the module. These functions only convert values between C++ and Python; the public
// Python interface is written in Python, in the folder landkaart/ beside this file.
#pragma once

#include <pybind11/pybind11.h>

namespace landkaart::python {

namespace py = pybind11;

using ReleaseGil = py::call_guard<py::gil_scoped_release>;

void bind_errors(py::module_& module);
void bind_items(py::module_& module);
void bind_search(py::module_& module);
void bind_map(py::module_& module);
void bind_pack(py::module_& module);
void bind_authoring(py::module_& module);
void bind_arrow(py::module_& module);
void bind_command_line(py::module_& module);

}  // namespace landkaart::python
