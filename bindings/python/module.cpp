// SPDX-License-Identifier: EUPL-1.2
#include <landkaart/landkaart.h>

#include "bindings/python/bind.h"

namespace landkaart::python {

void bind_all(py::module_& module) {
  module.doc() = "The C++ part of the package landkaart. Private: use the package.";
  module.attr("VERSION") = version();
  module.attr("FORMAT_VERSION") = format_version();
  bind_errors(module);
  bind_items(module);
  bind_search(module);
  bind_map(module);
  bind_pack(module);
  bind_authoring(module);
  bind_arrow(module);
  bind_command_line(module);
}

}  // namespace landkaart::python

// The module declares that it does not need the global interpreter lock (GIL): all its objects are
// immutable, so threads can share them.
#ifdef Py_GIL_DISABLED
#if PYBIND11_VERSION_HEX < 0x020D0000
#error "a Python built without the GIL requires pybind11 2.13 or newer: pip install pybind11"
#endif
PYBIND11_MODULE(_landkaart, module, pybind11::mod_gil_not_used()) {
#else
PYBIND11_MODULE(_landkaart, module) {
#endif
  landkaart::python::bind_all(module);
}
