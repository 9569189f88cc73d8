// SPDX-License-Identifier: EUPL-1.2
#include <pybind11/stl.h>
#include <pybind11/stl/filesystem.h>

#include <landkaart/compiler.h>
#include <landkaart/verify.h>

#include "bindings/python/bind.h"
#include "bindings/python/translate.h"

namespace landkaart::python {
namespace {

using Path = std::filesystem::path;
using Codes = std::vector<std::string>;

MessageLanguage language_named(const std::string& name) {
  if (name == "en") return MessageLanguage::english;
  if (name == "nl") return MessageLanguage::dutch;
  throw Error(ErrorCode::invalid_argument,
              "messages_in: there are no messages in \"" + name + "\"; write \"en\" or \"nl\"");
}

// Calls the progress callback, unless it is None. Throws, which stops the build, when the callback
// raises or when Ctrl-C was pressed.
void report_progress(const py::object& progress, const Progress& now) {
  const py::gil_scoped_acquire acquire;
  if (PyErr_CheckSignals() != 0) throw py::error_already_set();
  if (!progress.is_none()) progress(to_str(now.stage), now.done, now.total);
}

py::tuple build_pack(const Path& source, const Path& output, unsigned jobs, bool with_positions,
                     bool with_drafts, bool with_future, const std::string& valid_on,
                     const Path& previous, bool strict, const std::string& today, const Codes& only,
                     const Codes& ignore, const std::string& messages_in,
                     const py::object& progress) {
  BuildOptions options;
  options.jobs = jobs;
  options.with_positions = with_positions;
  options.with_drafts = with_drafts;
  options.with_future = with_future;
  options.valid_on = valid_on;
  options.previous = previous;
  options.strict = strict;
  options.today = today;
  options.findings = {only, ignore};
  options.messages_in = language_named(messages_in);
  options.progress = [&](const Progress& now) { report_progress(progress, now); };
  BuildReport report;
  {
    const py::gil_scoped_release release;
    report = build(source, output, options);
  }
  const LeftOut& left_out = report.left_out;
  return py::make_tuple(
      to_str(report.root), report.items, report.bytes, to_tuple(report.notes, mistake_tuple),
      py::make_tuple(left_out.drafts, left_out.future, to_str(left_out.next_date)));
}

py::tuple lint_folder(const Path& source, unsigned jobs, const std::string& today, bool with_drafts,
                      bool with_future, const Codes& only, const Codes& ignore,
                      const std::string& messages_in) {
  const MessageLanguage language = language_named(messages_in);
  LintReport report;
  {
    const py::gil_scoped_release release;
    report = lint(source, {jobs, today, with_drafts, with_future, {only, ignore}, language});
  }
  return py::make_tuple(to_tuple(report.mistakes, mistake_tuple),
                        to_tuple(report.findings, finding_tuple));
}

py::tuple verify_pack(const Pack& pack) {
  Verification found;
  {
    const py::gil_scoped_release release;
    found = verify(pack);
  }
  return py::make_tuple(found.bytes, found.items, found.words, found.signatures);
}

}  // namespace

void bind_authoring(py::module_& module) {
  module.def("build", build_pack, py::arg("source"), py::arg("output"), py::arg("jobs"),
             py::arg("with_positions"), py::arg("with_drafts"), py::arg("with_future"),
             py::arg("valid_on"), py::arg("previous"), py::arg("strict"), py::arg("today"),
             py::arg("only"), py::arg("ignore"), py::arg("messages_in"), py::arg("progress"));
  module.def("lint", lint_folder, py::arg("source"), py::arg("jobs"), py::arg("today"),
             py::arg("with_drafts"), py::arg("with_future"), py::arg("only"), py::arg("ignore"),
             py::arg("messages_in"));
  module.def("verify", verify_pack, py::arg("pack"));
  module.def("export_pack", &export_pack, py::arg("pack"), py::arg("folder"), ReleaseGil());
  module.def("init", &init, py::arg("folder"), ReleaseGil());
}

}  // namespace landkaart::python
