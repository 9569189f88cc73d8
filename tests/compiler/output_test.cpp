// SPDX-License-Identifier: EUPL-1.2
// build() never damages an existing pack file: it replaces the file as a whole or not at all.
#include <chrono>
#include <fstream>
#include <iterator>
#include <random>
#include <thread>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <landkaart/verify.h>

#include "tests/compiler/mistakes_in.h"
#include "tests/compiler/random_folder.h"

namespace landkaart::testing {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

Lines names_in(const fs::path& folder) {
  Lines names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    names.push_back(entry.path().filename().string());
  }
  return names;
}

TEST(Output, IsNotWrittenWhenThereAreMistakes) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "titel: A\n");
  TemporaryFolder output;
  EXPECT_THROW(build(folder.path(), output.path() / "my.lkp"), SourceMistakes);
  EXPECT_EQ(names_in(output.path()), Lines{});
}

TEST(Output, StaysAsItWasWhenThereAreMistakes) {
  TemporaryFolder folder;
  folder.write_pack_yaml().write_item("articles/a.md", "titel: A\n");
  TemporaryFolder output;
  output.write("my.lkp", "wat er al stond");
  EXPECT_THROW(build(folder.path(), output.path() / "my.lkp"), SourceMistakes);
  EXPECT_EQ(read(output.path() / "my.lkp"), "wat er al stond");
  EXPECT_EQ(names_in(output.path()), Lines{"my.lkp"});
}

TEST(Output, LeavesNothingBesideIt) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  TemporaryFolder output;
  build(folder.path(), output.path() / "my.lkp");
  EXPECT_EQ(names_in(output.path()), Lines{"my.lkp"});
}

TEST(Output, MustBeAFileInAFolderThatIsThere) {
  TemporaryFolder folder;
  folder.write_pack_yaml();
  const auto code = [&](const fs::path& output) {
    try {
      build(folder.path(), output);
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode{};
  };
  EXPECT_EQ(code(folder.path()), ErrorCode::not_a_file);
  EXPECT_EQ(code(folder.path() / "weg" / "my.lkp"), ErrorCode::io);
  EXPECT_EQ(code(folder.path() / "pack.yaml" / "my.lkp"), ErrorCode::io);
}

// Builds in another process and kills that process after this time. Returns whether the process was
// killed before it ended.
bool build_and_kill(const fs::path& source, const fs::path& output,
                    std::chrono::microseconds after) {
  const pid_t child = fork();
  if (child == 0) {
    try {
      build(source, output, {.jobs = 2});
    } catch (...) {
      _exit(1);
    }
    _exit(0);
  }
  std::this_thread::sleep_for(after);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status);
}

TEST(Output, SurvivesACompileThatIsKilledAtAnyMoment) {
  TemporaryFolder output;
  const fs::path file = output.path() / "my.lkp";
  TemporaryFolder old_folder;
  old_folder.write_pack_yaml().write_item("articles/oud.md", "title: Oud\n");
  const std::string old_root = build(old_folder.path(), file).root;

  TemporaryFolder folder;
  RandomFolder(4, {.items = 100, .lines = 2000}).write(folder);
  const auto begin = std::chrono::steady_clock::now();
  const std::string new_root = build(folder.path(), output.path() / "time.lkp", {.jobs = 2}).root;
  const auto takes = std::chrono::duration_cast<std::chrono::microseconds>(
      std::chrono::steady_clock::now() - begin);

  std::mt19937 random(5);
  int killed = 0;
  for (int i = 0; i < 10; ++i) {
    build(old_folder.path(), file);
    std::uniform_int_distribution<long> moment(0, takes.count());
    const bool was_killed =
        build_and_kill(folder.path(), file, std::chrono::microseconds(moment(random)));
    killed += was_killed ? 1 : 0;
    const Pack pack = Pack::open(file);
    EXPECT_NO_THROW(verify(pack));
    EXPECT_TRUE(pack.manifest().root == old_root || pack.manifest().root == new_root);
    EXPECT_TRUE(was_killed || pack.manifest().root == new_root);
  }
  EXPECT_GT(killed, 0);
}

}  // namespace
}  // namespace landkaart::testing
