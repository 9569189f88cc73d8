// SPDX-License-Identifier: EUPL-1.2
// The parts of the module landkaart._landkaart: each adds its classes and functions. They only
// translate; what Python programmers see is in the package landkaart beside this file.
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
