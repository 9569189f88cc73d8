// SPDX-License-Identifier: EUPL-1.2
// Translates each landkaart::Error into one of the Python exceptions in landkaart/_errors.py.
#include <landkaart/compiler.h>

#include "bindings/python/bind.h"
#include "bindings/python/text.h"
#include "bindings/python/translate.h"

namespace landkaart::python {
namespace {

py::object offset_of(const Error& error) {
  if (error.offset() == Error::kNoOffset) return py::none();
  return py::int_(error.offset());
}

void raise(const Error& error, const py::tuple& listed) {
  const py::object make = py::module_::import("landkaart._errors").attr("error_from_core");
  const py::object made =
      make(static_cast<int>(error.code()), to_str(error.what()), to_str(error.where()),
           offset_of(error), error.cause().default_error_condition().value(), listed);
  PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(made.ptr())), made.ptr());
}

// The parameter is a copy because pybind11 requires this signature.
void translate(std::exception_ptr thrown) {  // NOLINT(performance-unnecessary-value-param)
  if (!thrown) return;
  try {
    std::rethrow_exception(thrown);
  } catch (const SourceMistakes& error) {
    raise(error, to_tuple(error.mistakes(), mistake_tuple));
  } catch (const SourceFindings& error) {
    raise(error, to_tuple(error.findings(), finding_tuple));
  } catch (const Error& error) {
    raise(error, py::tuple());
  }
}

}  // namespace

void bind_errors(py::module_&) { py::register_local_exception_translator(translate); }

}  // namespace landkaart::python
