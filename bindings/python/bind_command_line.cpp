// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include <pybind11/stl.h>

#include <landkaart/command_line.h>

#include "bindings/python/bind.h"

namespace landkaart::python {

void bind_command_line(py::module_& module) {
  module.def(
      "run_command_line",
      [](std::vector<std::string> arguments) {
        return run_command_line(std::move(arguments), std::cout, std::cerr);
      },
      py::arg("arguments"), ReleaseGil());
}

}  // namespace landkaart::python
