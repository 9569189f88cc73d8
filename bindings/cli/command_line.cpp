// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cstdlib>
#include <new>
#include <ostream>
#include <sstream>

#include <landkaart/cocreatie.h>
#include <landkaart/command_line.h>
#include <landkaart/compiler.h>
#include <landkaart/landkaart.h>

#include "bindings/cli/commands.h"
#include "bindings/cli/output.h"

namespace landkaart::inline v0 {
namespace {

constexpr int kWrongUsage = 2;
constexpr int kUnexpected = 1;

void refuse(const LintReport& report, const ReportOptions& options, std::ostream& err) {
  print_report(err, report, options);
  err << "landkaart: " << report_total(report, options.language)
      << (options.language == MessageLanguage::dutch ? "; er is niets geschreven\n"
                                                     : "; nothing was written\n");
}

// The first of LC_ALL, LC_MESSAGES and LANG that is set decides, as in POSIX: "nl_NL.UTF-8".
MessageLanguage language_of_locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    const bool dutch = std::string_view(value).starts_with("nl");
    return dutch ? MessageLanguage::dutch : MessageLanguage::english;
  }
  return MessageLanguage::english;
}

int fail(std::ostream& err, std::string_view problem, ErrorCode code) {
  err << "landkaart: " << printable(problem) << '\n';
  return static_cast<int>(code);
}

int wrong_usage(std::ostream& err, std::string_view problem) {
  err << "landkaart: " << printable(problem) << "\nRun with --help for more information.\n";
  return kWrongUsage;
}

// The error message for a first argument that is not a command; empty when it is a command. CLI11
// would only report that a command is required.
std::string unknown_command(const CLI::App& program, const std::vector<std::string>& arguments) {
  if (arguments.empty() || arguments.front().starts_with('-')) return {};
  std::string commands;
  for (const CLI::App* command : program.get_subcommands({})) {
    if (command->get_name() == arguments.front()) return {};
    commands += (commands.empty() ? "" : ", ") + command->get_name();
  }
  return "there is no command \"" + arguments.front() + "\"; the commands are: " + commands;
}

}  // namespace

Pack open_pack(const std::string& path) {
  return path.empty() ? cocreatie() : Pack::open(path, {.file_access = FileAccess::read});
}

int run_command_line(std::vector<std::string> arguments, std::ostream& out, std::ostream& err) {
  CLI::App program(
      "Queries a Landkaart pack, or builds one. Queries without a PACK use the default pack, "
      "which is "
      "on co-creation.",
      "landkaart");
  program.set_version_flag("--version", std::string("landkaart ") + version());
  program.require_subcommand(1);
  std::ostringstream answer;  // printed only when the command succeeds
  int status = 0;
  ReportOptions report{language_of_locale()};
  const Streams streams{answer, err, status, report};
  add_query_commands(program, streams);
  add_pack_commands(program, streams);
  add_python_commands(program, streams);
  add_completion_command(program, streams);
  try {
    const std::string problem = unknown_command(program, arguments);
    if (!problem.empty()) return wrong_usage(err, problem);
    std::ranges::reverse(arguments);  // CLI11 requires the last argument first
    program.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    const bool is_help_or_version = error.get_exit_code() == 0;
    return is_help_or_version ? program.exit(error, out, err) : wrong_usage(err, error.what());
  } catch (const SourceMistakes& error) {
    refuse({error.mistakes(), {}}, report, err);
    return static_cast<int>(error.code());
  } catch (const SourceFindings& error) {
    refuse({{}, error.findings()}, report, err);
    return static_cast<int>(error.code());
  } catch (const Error& error) {
    return fail(err, error.what(), error.code());
  } catch (const std::bad_alloc&) {
    return fail(err, "too little memory", ErrorCode::out_of_memory);
  } catch (const std::exception& error) {
    err << "landkaart: " << printable(error.what()) << '\n';
    return kUnexpected;
  }
  out << answer.str() << std::flush;
  return out ? status : fail(err, "cannot write the answer; check the free space", ErrorCode::io);
}

}  // namespace landkaart::inline v0
