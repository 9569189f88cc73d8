// SPDX-License-Identifier: EUPL-1.2
// Commands that only the Python package can run. Here they are listed in --help, and print how to
// install the package.
#include <ostream>
#include <string>

#include "bindings/cli/commands.h"

namespace landkaart::inline v0 {
namespace {

constexpr int kNotHere = 2;

void add(CLI::App& program, const Streams& streams, const std::string& name,
         const std::string& description) {
  CLI::App* command =
      program.add_subcommand(name, description + " (comes with the Python package)");
  command->allow_extras();
  command->callback([name, streams] {
    streams.err << "landkaart: " << name
                << " comes with the Python package: pip install 'landkaart[web]'\n";
    streams.status = kNotHere;
  });
}

}  // namespace

void add_python_commands(CLI::App& program, const Streams& streams) {
  add(program, streams, "site", "Write the pages of a pack as files");
  add(program, streams, "preview", "Show a folder as pages while it is edited");
}

}  // namespace landkaart::inline v0
