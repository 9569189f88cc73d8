// SPDX-License-Identifier: EUPL-1.2
// The landkaart program as a function. The program itself and the Python package call it.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace landkaart::inline v0 {

// Runs one command. `arguments` are the arguments after the name of the program. Writes answers to
// `out`, and errors and progress to `err`. Returns the exit status: 0 for success, 1 for an
// unexpected error, 2 for wrong usage, or the number of an ErrorCode.
int run_command_line(std::vector<std::string> arguments, std::ostream& out, std::ostream& err);

}  // namespace landkaart::inline v0
