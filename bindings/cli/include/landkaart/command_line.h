// SPDX-License-Identifier: EUPL-1.2
// The landkaart program as a function, so that other faces can offer the same program.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace landkaart::inline v0 {

// Runs one command; `arguments` are those after the program's name. Answers go to `out`, errors and
// progress to `err`. Returns the exit status: 0, 2 for wrong usage, or the number of an ErrorCode.
int run_command_line(std::vector<std::string> arguments, std::ostream& out, std::ostream& err);

}  // namespace landkaart::inline v0
