// SPDX-License-Identifier: EUPL-1.2
// build() reads a folder, checks everything, assembles the pack in memory, and then writes it.
// lint() reads and checks.
#include <algorithm>
#include <thread>

#include "content-pack/compiler/assemble.h"
#include "content-pack/compiler/dates.h"
#include "content-pack/compiler/editorial_folder.h"
#include "content-pack/compiler/finding_filter.h"
#include "content-pack/compiler/map_layout.h"
#include "content-pack/compiler/references.h"
#include "content-pack/compiler/source_folder.h"
#include "core/base/file.h"
#include "landkaart/compiler.h"

namespace landkaart::inline v0 {
namespace {

unsigned at_least_one(unsigned jobs) {
  return jobs > 0 ? jobs : std::max(1u, std::thread::hardware_concurrency());
}

void check_date(std::string_view option, const std::string& date) {
  const std::optional<DateProblem> found = date_problem(option, date);
  if (!found) return;
  const MessageText& text = text_of(found->message);
  throw Error(ErrorCode::invalid_argument,
              filled(text.problem, found->arguments, MessageLanguage::english) + "; " +
                  std::string(text.remedy.english));
}

std::string date_or_today(const std::string& today) {
  if (today.empty()) return date_of_today();
  check_date("today", today);
  return today;
}

SourceFolder read(const std::filesystem::path& path, ReadFor purpose, const BuildOptions& options,
                  MistakeList& mistakes) {
  try {
    return read_source_folder(path, purpose, options.jobs, options.progress, mistakes);
  } catch (const std::filesystem::filesystem_error& error) {
    throw Error(ErrorCode::io, "cannot read: " + error.code().message(), error.path1().string(),
                error.code());
  }
}

struct CompiledPack {
  std::string content;
  LeftOut left_out;
};

// Reads the date of the build only when the folder needs a date that the options do not give.
void set_dates(BuildOptions& options) {
  if (!options.valid_on.empty()) check_date("valid_on", options.valid_on);
  const bool needs_date = !options.with_future && options.valid_on.empty();
  if (options.strict || needs_date) options.today = date_or_today(options.today);
  if (options.valid_on.empty()) options.valid_on = options.today;
}

CompiledPack compile(const std::filesystem::path& source_path, BuildOptions options,
                     MistakeList& mistakes) {
  options.jobs = at_least_one(options.jobs);
  check_filter(options.findings);
  set_dates(options);
  const ReadFor purpose = options.strict ? ReadFor::linting : ReadFor::packing;
  SourceFolder source = read(source_path, purpose, options, mistakes);
  const LeftOut left_out =
      leave_out(source, {options.with_drafts, options.with_future, options.valid_on});
  const ResolvedReferences references = resolve_references(source, mistakes);
  mistakes.throw_if_any();
  if (options.strict) {
    std::vector<Finding> findings = filtered(
        find_in_source(source, references,
                       {options.today, options.valid_on, options.messages_in, options.jobs}),
        options.findings);
    if (!findings.empty()) throw SourceFindings(std::move(findings));
  }
  lay_out_map(
      source,
      options.previous.empty() ? std::string() : Pack::open(options.previous).map().geojson(),
      mistakes);
  return {assemble(source, references, options), left_out};
}

}  // namespace

LintReport lint(const std::filesystem::path& source_path, const LintOptions& options) {
  const std::string today = date_or_today(options.today);
  check_filter(options.findings);
  BuildOptions reading;
  reading.jobs = at_least_one(options.jobs);
  MistakeList mistakes(options.messages_in);
  SourceFolder source = read(source_path, ReadFor::linting, reading, mistakes);
  leave_out(source, {options.with_drafts, options.with_future, today});
  const ResolvedReferences references = resolve_references(source, mistakes);
  return {mistakes.mistakes(),
          filtered(
              find_in_source(source, references, {today, today, options.messages_in, reading.jobs}),
              options.findings)};
}

std::string build_to_memory(const std::filesystem::path& source, const BuildOptions& options) {
  MistakeList mistakes(options.messages_in);
  return compile(source, options, mistakes).content;
}

void write_file(const std::filesystem::path& path, std::string_view content) {
  replace_file(path, content);
}

BuildReport build(const std::filesystem::path& source, const std::filesystem::path& output,
                  const BuildOptions& options) {
  MistakeList mistakes(options.messages_in);
  const auto [content, left_out] = compile(source, options, mistakes);
  if (options.progress) options.progress({"writing", 0, 1});
  replace_file(output, content);
  const Pack pack = Pack::open(output);
  return {pack.manifest().root, pack.size(), content.size(), left_out, mistakes.notes()};
}

}  // namespace landkaart::inline v0
