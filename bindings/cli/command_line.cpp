// SPDX-License-Identifier: EUPL-1.2
#include "bindings/cli/command_line.h"

#include <landkaart/compiler.h>
#include <landkaart/landkaart.h>

#include <algorithm>
#include <ostream>

#include "bindings/cli/commands.h"

namespace landkaart {
namespace {

constexpr int kWrongUsage = 2;
constexpr int kUnexpected = 1;

void print_mistakes(const SourceMistakes& error, std::ostream& err) {
  for (const Mistake& mistake : error.mistakes()) {
    err << mistake.file;
    if (mistake.line > 0) err << ':' << mistake.line << ':' << mistake.column;
    err << ": " << mistake.problem << "; " << mistake.remedy << '\n';
  }
  err << "landkaart: " << error.mistakes().size()
      << (error.mistakes().size() == 1 ? " mistake" : " mistakes") << "; nothing was written\n";
}

}  // namespace

int run_command_line(std::vector<std::string> arguments, std::ostream& out, std::ostream& err) {
  CLI::App program("Asks a Landkaart pack, or makes one. Without a pack: the default one, on co-creation.",
                   "landkaart");
  program.set_version_flag("--version", std::string("landkaart ") + version());
  program.require_subcommand(1);
  const Streams streams{out, err};
  add_query_commands(program, streams);
  add_pack_commands(program, streams);
  add_completion_command(program, streams);
  try {
    std::ranges::reverse(arguments);  // as CLI11 wants them
    program.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    return program.exit(error, out, err) == 0 ? 0 : kWrongUsage;
  } catch (const SourceMistakes& error) {
    print_mistakes(error, err);
    return static_cast<int>(error.code());
  } catch (const Error& error) {
    err << "landkaart: " << error.what() << '\n';
    return static_cast<int>(error.code());
  } catch (const std::exception& error) {
    err << "landkaart: " << error.what() << '\n';
    return kUnexpected;
  }
  out.flush();
  return 0;
}

}  // namespace landkaart
