// SPDX-License-Identifier: EUPL-1.2
#include <filesystem>
#include <fstream>
#include <memory>
#include <ostream>

#include <landkaart/cocreatie.h>
#include <landkaart/compiler.h>
#include <landkaart/verify.h>

#include "bindings/cli/commands.h"
#include "bindings/cli/output.h"
#include "bindings/cli/terminal/terminal.h"

namespace landkaart::inline v0 {
namespace {

void add_init(CLI::App& program, const Streams& streams) {
  const auto folder = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand("init", "Write a small pack to start from");
  command->add_option("DIR", *folder, "A new folder")->required();
  command->callback([folder, streams] {
    init(*folder);
    streams.out << "wrote " << *folder << "; now: landkaart build " << *folder << " -o my.lkp\n";
  });
}

// The bar is gone before anything else is told, also a mistake.
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
                      "YYYY-MM-DD, to compare dates of review with; the system's when left out");
}

void add_build(CLI::App& program, const Streams& streams) {
  struct Options {
    std::string source, output, previous;
    unsigned jobs = 0;
    bool without_positions = false, strict = false;
    std::string today;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("build", "Compile a folder into a pack");
  command->add_option("SRC", options->source, "The folder with pack.yaml")->required();
  command->add_option("-o,--output", options->output, "The pack to write")->required();
  command->add_option("--jobs", options->jobs, "Threads; one for each core when left out")
      ->check(CLI::NonNegativeNumber);
  command->add_flag("--without-positions", options->without_positions,
                    "A smaller pack, in which phrases take longer to find");
  command->add_option("--previous", options->previous,
                      "The release before: what nobody drew stays where its map has it");
  command->add_flag("--strict", options->strict, "Refuse a folder in which lint finds anything");
  add_today(command, options->today);
  command->callback([options, streams] {
    BuildOptions build_options;
    build_options.jobs = options->jobs;
    build_options.with_positions = !options->without_positions;
    build_options.previous = options->previous;
    build_options.strict = options->strict;
    build_options.today = options->today;
    const BuildReport report =
        build_with_progress(options->source, options->output, build_options, streams.err);
    for (const Mistake& note : report.notes) {
      streams.err << "note: " << printable(note.file) << ':' << note.line << ": "
                  << printable(note.problem) << '\n';
    }
    streams.out << options->output << ": " << report.items << " items, " << report.bytes
                << " bytes, root " << report.root << '\n';
  });
}

struct AskedLint {
  std::string folder, today;
  bool strict = false, json = false;
};

// The answer is what there is to mend, so it is printed whatever the program ends with.
void run_lint(const AskedLint& asked, const Streams& streams) {
  LintOptions options;
  options.today = asked.today;
  const LintReport report = lint(asked.folder, options);
  if (!report.mistakes.empty()) {
    streams.status = static_cast<int>(ErrorCode::source_mistakes);
  } else if (asked.strict && !report.findings.empty()) {
    streams.status = static_cast<int>(ErrorCode::source_findings);
  }
  if (asked.json) {
    streams.out << json_text(report_to_json(report)) << '\n';
  } else {
    print_report(streams.out, report);
  }
}

void add_lint(CLI::App& program, const Streams& streams) {
  const auto options = std::make_shared<AskedLint>();
  CLI::App* command = program.add_subcommand("lint", "Say what is to be mended in a folder");
  command->add_option("SRC", options->folder, "The folder with pack.yaml")->required();
  command->add_flag("--strict", options->strict, "End with status 51 when anything is found");
  command->add_flag("--json", options->json, "Answer in JSON, in the shape of docs/json.md");
  add_today(command, options->today);
  command->callback([options, streams] { run_lint(*options, streams); });
}

void add_verify(CLI::App& program, const Streams& streams) {
  struct Options {
    std::string pack;
    bool json = false;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command = program.add_subcommand("verify", "Check every byte of a pack");
  command->add_option("PACK", options->pack, "The pack; the default one when left out");
  command->add_flag("--json", options->json, "Answer in JSON, in the shape of docs/json.md");
  command->callback([options, streams] {
    const Pack pack = options->pack.empty() ? cocreatie() : Pack::open(options->pack);
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
    streams.out << "sound: " << found.bytes << " bytes, " << found.items << " items, "
                << found.words << " words, root " << pack.manifest().root << '\n'
                << (found.signatures == 0 ? "not signed: nobody vouches for where it comes from\n"
                                          : "signed\n");
  });
}

void add_export(CLI::App& program, const Streams& streams) {
  struct Options {
    std::string folder, pack;
  };
  const auto options = std::make_shared<Options>();
  CLI::App* command =
      program.add_subcommand("export", "Write a pack back as the folder it was made from");
  command->add_option("DIR", options->folder, "A new folder")->required();
  command->add_option("--pack", options->pack, "The pack; the default one when left out");
  command->callback([options, streams] {
    const Pack pack = options->pack.empty() ? cocreatie() : Pack::open(options->pack);
    export_pack(pack, options->folder);
    streams.out << "wrote " << pack.size() << " items to " << options->folder << '\n';
  });
}

void add_schema(CLI::App& program, const Streams& streams) {
  const auto folder = std::make_shared<std::string>();
  CLI::App* command = program.add_subcommand("schema", "Write the JSON Schemas of front matter");
  command->add_option("DIR", *folder, "Where to")->required();
  command->callback([folder, streams] {
    std::error_code error;
    std::filesystem::create_directories(*folder, error);
    if (error) throw Error(ErrorCode::io, "cannot make a folder: " + error.message(), *folder);
    for (const auto& [name, content] : json_schemas()) {
      std::ofstream file(std::filesystem::path(*folder) / name, std::ios::binary);
      file << content;
      file.close();
      if (!file) throw Error(ErrorCode::io, "cannot write a schema", *folder);
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
