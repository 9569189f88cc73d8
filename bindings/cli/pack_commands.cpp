// SPDX-License-Identifier: EUPL-1.2
#include <filesystem>
#include <map>
#include <memory>
#include <ostream>

#include <landkaart/compiler.h>
#include <landkaart/verify.h>

#include "bindings/cli/commands.h"
#include "bindings/cli/output.h"
#include "bindings/cli/terminal/terminal.h"

namespace landkaart::inline v0 {
namespace {

void add_init(CLI::App& program, const Streams& streams) {
  const auto folder = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand("init", "Write a small folder to start from");
  command->add_option("DIR", *folder, "The folder to write; must be new or empty")->required();
  command->callback([folder, streams] {
    init(*folder);
    streams.out << "wrote " << *folder << "; to build it: landkaart build " << *folder
                << " -o my.lkp\n";
  });
}

// Removes the progress bar before it returns or throws, so that a message begins on an empty line.
BuildReport build_with_progress(const std::string& source, const std::string& output,
                                BuildOptions options, std::ostream& err) {
  const ProgressBar bar(err);
  options.progress = [&](const Progress& progress) {
    bar.show(progress.stage, progress.done, progress.total);
  };
  return build(source, output, options);
}

void add_today(CLI::App* command, std::string& today) {
  command->add_option("--today", today,
                      "Date of the build or check, YYYY-MM-DD; default: SOURCE_DATE_EPOCH, or the "
                      "current date in UTC");
}

// The options with which build and lint report mistakes and findings.
void add_messages(CLI::App* command, FindingFilter& findings, const Streams& streams) {
  command
      ->add_option("--only", findings.only,
                   "Report only findings with these codes, such as LK-E001,LK-E013")
      ->delimiter(',')
      ->allow_extra_args(false);
  command
      ->add_option("--ignore", findings.ignore,
                   "Report no findings with these codes; mistakes are always reported")
      ->delimiter(',')
      ->allow_extra_args(false);
  const std::map<std::string, MessageLanguage> languages{{"en", MessageLanguage::english},
                                                         {"nl", MessageLanguage::dutch}};
  command
      ->add_option("--messages-in", streams.report.language,
                   "Language of mistakes and findings, en or nl; default: that of the locale")
      ->transform(CLI::CheckedTransformer(languages))
      ->option_text("en|nl");
  command->add_flag("--all", streams.report.all,
                    "Print every line; default: a summary above 20 lines");
}

void add_build(CLI::App& program, const Streams& streams) {
  struct Options {
    std::string source, output, previous;
    unsigned jobs = 0;
    bool without_positions = false, strict = false, drafts = false, future = false;
    std::string today, valid_on;
    FindingFilter findings;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("build", "Compile a folder into a pack");
  command->add_option("SRC", options->source, "The folder with pack.yaml")->required();
  command->add_option("-o,--output", options->output, "The pack to write")->required();
  command->add_option("--jobs", options->jobs, "Number of threads; default: one for each core")
      ->check(CLI::NonNegativeNumber);
  command->add_flag("--without-positions", options->without_positions,
                    "Leave out word positions: a smaller pack with slower phrase search");
  command->add_option("--previous", options->previous,
                      "The previous release; places that map.geojson does not draw stay where its "
                      "map has them");
  command->add_flag("--strict", options->strict, "Write nothing when lint has findings");
  command->add_flag("--drafts", options->drafts, "Also compile the items with draft: true");
  command->add_flag("--future", options->future,
                    "Also compile the items whose valid-from is after the date of the pack");
  command->add_option("--valid-on", options->valid_on,
                      "Date of the pack, YYYY-MM-DD: items whose valid-from is later are left out; "
                      "default: --today");
  add_today(command, options->today);
  add_messages(command, options->findings, streams);
  command->callback([options, streams] {
    BuildOptions build_options;
    build_options.findings = options->findings;
    build_options.with_drafts = options->drafts;
    build_options.with_future = options->future;
    build_options.valid_on = options->valid_on;
    build_options.messages_in = streams.report.language;
    build_options.jobs = options->jobs;
    build_options.with_positions = !options->without_positions;
    build_options.previous = options->previous;
    build_options.strict = options->strict;
    build_options.today = options->today;
    const BuildReport report =
        build_with_progress(options->source, options->output, build_options, streams.err);
    for (const Mistake& note : report.notes) {
      streams.err << "note: " << printable(note.file);
      if (note.line > 0) streams.err << ':' << note.line;
      streams.err << ": " << printable(note.problem) << " [" << note.code << "]\n";
    }
    streams.out << options->output << ": " << report.items << " items, " << report.bytes
                << " bytes, root " << report.root << '\n';
    print_left_out(streams.out, report.left_out, streams.report.language);
  });
}

struct LintArguments {
  std::string folder, today;
  bool strict = false, json = false, drafts = false, future = false;
  FindingFilter findings;
};

// Prints the report also when the exit status is not 0.
void run_lint(const LintArguments& asked, const Streams& streams) {
  LintOptions options;
  options.today = asked.today;
  options.findings = asked.findings;
  options.with_drafts = asked.drafts;
  options.with_future = asked.future;
  options.messages_in = streams.report.language;
  const LintReport report = lint(asked.folder, options);
  if (!report.mistakes.empty()) {
    streams.status = static_cast<int>(ErrorCode::source_mistakes);
  } else if (asked.strict && !report.findings.empty()) {
    streams.status = static_cast<int>(ErrorCode::source_findings);
  }
  if (asked.json) {
    streams.out << json_text(report_to_json(report)) << '\n';
  } else {
    print_report(streams.out, report, streams.report);
  }
}

void add_lint(CLI::App& program, const Streams& streams) {
  const auto options = std::make_shared<LintArguments>();
  CLI::App* command =
      program.add_subcommand("lint", "Report mistakes and editorial findings in a folder");
  command->add_option("SRC", options->folder, "The folder with pack.yaml")->required();
  command->add_flag("--strict", options->strict, "Exit with status 51 when there are findings");
  command->add_flag("--json", options->json, "Answer in JSON, in the shape of docs/json.md");
  command->add_flag("--drafts", options->drafts, "Also check the items with draft: true");
  command->add_flag("--future", options->future,
                    "Also check the items whose valid-from is after --today");
  add_today(command, options->today);
  add_messages(command, options->findings, streams);
  command->callback([options, streams] { run_lint(*options, streams); });
}

void add_verify(CLI::App& program, const Streams& streams) {
  struct Options {
    std::string pack;
    bool json = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("verify", "Check every byte of a pack");
  command->add_option("PACK", options->pack, "The pack file; default: the default pack");
  command->add_flag("--json", options->json, "Answer in JSON, in the shape of docs/json.md");
  command->callback([options, streams] {
    const Pack pack = open_pack(options->pack);
    const Verification found = verify(pack);
    if (options->json) {
      streams.out << json_text({{"root", pack.manifest().root},
                                {"bytes", found.bytes},
                                {"items", found.items},
                                {"words", found.words},
                                {"signatures", found.signatures}})
                  << '\n';
      return;
    }
    streams.out << "verified: " << found.bytes << " bytes, " << found.items << " items, "
                << found.words << " words, root " << pack.manifest().root << '\n'
                << (found.signatures == 0 ? "not signed: nothing proves who made this pack\n"
                                          : "signed\n");
  });
}

void add_export(CLI::App& program, const Streams& streams) {
  struct Options {
    std::string folder, pack;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      program.add_subcommand("export", "Write a pack as a folder that builds the same pack");
  command->add_option("DIR", options->folder, "The folder to write; must be new or empty")
      ->required();
  command->add_option("--pack", options->pack, "The pack file; default: the default pack");
  command->callback([options, streams] {
    const Pack pack = open_pack(options->pack);
    export_pack(pack, options->folder);
    streams.out << "wrote " << pack.size() << " items to " << options->folder << '\n';
  });
}

void add_schema(CLI::App& program, const Streams& streams) {
  const auto folder = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand("schema", "Write the JSON Schemas of front matter");
  command->add_option("DIR", *folder, "The folder to write to")->required();
  command->callback([folder, streams] {
    std::error_code error;
    std::filesystem::create_directories(*folder, error);
    if (error) throw Error(ErrorCode::io, "cannot create this folder: " + error.message(), *folder);
    for (const auto& [name, content] : json_schemas()) {
      write_file(std::filesystem::path(*folder) / name, content);
    }
    streams.out << "wrote the schemas to " << *folder << '\n';
  });
}

}  // namespace

void add_pack_commands(CLI::App& program, const Streams& streams) {
  add_init(program, streams);
  add_build(program, streams);
  add_lint(program, streams);
  add_verify(program, streams);
  add_export(program, streams);
  add_schema(program, streams);
}

}  // namespace landkaart::inline v0
