// SPDX-License-Identifier: EUPL-1.2
// The command completion. It generates the completion scripts from the commands and options of the
// program, so that they always match.
#include <memory>
#include <ostream>

#include "bindings/cli/commands.h"

namespace landkaart::inline v0 {
namespace {

std::string option_words(const CLI::App& command) {
  std::string words;
  for (const CLI::Option* option : command.get_options()) {
    for (const std::string& name : option->get_lnames()) words += "--" + name + " ";
  }
  return words;
}

std::string command_words(const CLI::App& program) {
  std::string words;
  for (const CLI::App* command : program.get_subcommands({})) words += command->get_name() + " ";
  return words;
}

void print_bash(std::ostream& out, const CLI::App& program) {
  out << "_landkaart() {\n"
         "  local word=\"${COMP_WORDS[COMP_CWORD]}\" words\n"
         "  case \"${COMP_WORDS[1]}\" in\n";
  for (const CLI::App* command : program.get_subcommands({})) {
    out << "    " << command->get_name() << ") words=\"" << option_words(*command) << "\" ;;\n";
  }
  out << "  esac\n"
         "  [ \"$COMP_CWORD\" -eq 1 ] && words=\""
      << command_words(program)
      << "\"\n"
         "  COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
         "  [ -n \"$COMPREPLY\" ] || COMPREPLY=($(compgen -f -- \"$word\"))\n"
         "}\n"
         "complete -F _landkaart landkaart\n";
}

void print_fish(std::ostream& out, const CLI::App& program) {
  for (const CLI::App* command : program.get_subcommands({})) {
    out << "complete -c landkaart -n __fish_use_subcommand -a " << command->get_name() << " -d '"
        << command->get_description() << "'\n";
    for (const CLI::Option* option : command->get_options()) {
      for (const std::string& name : option->get_lnames()) {
        out << "complete -c landkaart -n '__fish_seen_subcommand_from " << command->get_name()
            << "' -l " << name << '\n';
      }
    }
  }
}

}  // namespace

void add_completion_command(CLI::App& program, const Streams& streams) {
  const auto shell = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand("completion",
                                             "Print the completion script of a "
                                             "shell");
  command->add_option("SHELL", *shell, "bash, zsh or fish")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->callback([shell, streams, &program] {
    if (*shell == "zsh") streams.out << "autoload -U +X bashcompinit && bashcompinit\n";
    if (*shell == "fish") {
      print_fish(streams.out, program);
    } else {
      print_bash(streams.out, program);
    }
  });
}

}  // namespace landkaart::inline v0
