// SPDX-License-Identifier: EUPL-1.2
// Functions that add commands to the program. The values of the options live as long as the program
// object.
#pragma once

#include <iosfwd>
#include <string>

#include <CLI/CLI.hpp>

#include <landkaart/pack.h>

#include "bindings/cli/output.h"

namespace landkaart::inline v0 {

struct Streams {
  std::ostream& out;
  std::ostream& err;
  int& status;            // exit status of a command that printed an answer
  ReportOptions& report;  // the language is that of the locale, until an option sets it
};

// Opens the pack file, or the default pack when the path is empty. Reads the file into memory, so
// that a program that shortens the file meanwhile cannot end this one by a signal.
Pack open_pack(const std::string& path);

// info, list, show, search, suggest, work-forms, related, route, map
void add_query_commands(CLI::App& program, const Streams& streams);
// init, build, lint, verify, export, schema
void add_pack_commands(CLI::App& program, const Streams& streams);
// site, preview
void add_python_commands(CLI::App& program, const Streams& streams);
// completion
void add_completion_command(CLI::App& program, const Streams& streams);

}  // namespace landkaart::inline v0
