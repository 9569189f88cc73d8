// SPDX-License-Identifier: EUPL-1.2
// build: read, check everything, assemble, and only then write. lint: read and check.
#include <algorithm>
#include <thread>

#include "content-pack/compiler/assemble.h"
#include "content-pack/compiler/map_layout.h"
#include "content-pack/compiler/references.h"
#include "content-pack/compiler/source_folder.h"
#include "core/base/file.h"
#include "landkaart/compiler.h"

namespace landkaart {

namespace {

SourceFolder read(const std::filesystem::path& path, const BuildOptions& options,
                  MistakeList& mistakes) {
  try {
    return read_source_folder(path, options.jobs, options.progress, mistakes);
  } catch (const std::filesystem::filesystem_error& error) {
    throw Error(ErrorCode::io, "cannot read: " + error.code().message(), error.path1().string(),
                error.code());
  }
}

BuildOptions with_jobs(BuildOptions options) {
  if (options.jobs == 0) options.jobs = std::max(1u, std::thread::hardware_concurrency());
  return options;
}

std::string compile(const std::filesystem::path& source_path, const BuildOptions& options,
                    MistakeList& mistakes) {
  const BuildOptions settled = with_jobs(options);
  SourceFolder source = read(source_path, settled, mistakes);
  const ResolvedReferences references = resolve_references(source, mistakes);
  mistakes.throw_if_any();
  lay_out_map(source, options.previous.empty() ? std::string()
                                               : Pack::open(options.previous).map().geojson());
  return assemble(source, references, settled);
}

}  // namespace

std::vector<Mistake> lint(const std::filesystem::path& source_path) {
  MistakeList mistakes;
  const SourceFolder source = read(source_path, with_jobs({}), mistakes);
  resolve_references(source, mistakes);
  return mistakes.mistakes();
}

std::string build_to_memory(const std::filesystem::path& source, const BuildOptions& options) {
  MistakeList mistakes;
  return compile(source, options, mistakes);
}

BuildReport build(const std::filesystem::path& source, const std::filesystem::path& output,
                  const BuildOptions& options) {
  MistakeList mistakes;
  const std::string content = compile(source, options, mistakes);
  if (options.progress) options.progress({"writing", 0, 1});
  replace_file(output, content);
  const Pack pack = Pack::open(output);
  return {pack.manifest().root, pack.size(), content.size(), mistakes.notes()};
}

}  // namespace landkaart
