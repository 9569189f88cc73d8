// SPDX-License-Identifier: EUPL-1.2
#include "core/base/file.h"

#include <gtest/gtest.h>

#include "core/base/signal_hold.h"

#ifndef _WIN32
#include <csignal>

#include <sys/resource.h>
#endif

#include "tests/support/error_code.h"
#include "tests/support/temporary_folder.h"

namespace landkaart {
namespace {

using testing::error_code;
using testing::TemporaryFolder;

std::size_t files_in(const TemporaryFolder& folder) {
  return static_cast<std::size_t>(
      std::distance(std::filesystem::directory_iterator(folder.path()), {}));
}

TEST(File, CanBeMappedOrRead) {
  TemporaryFolder folder;
  folder.write("een.txt", "tekst").write("leeg.txt", "");
  EXPECT_EQ(as_text(map_file(folder.path() / "een.txt").bytes), "tekst");
  EXPECT_EQ(read_file(folder.path() / "een.txt"), "tekst");
  EXPECT_TRUE(map_file(folder.path() / "leeg.txt").bytes.empty());
}

TEST(File, MustExistAndNotBeAFolder) {
  const TemporaryFolder folder;
  EXPECT_EQ(error_code([&] { map_file(folder.path() / "nergens"); }), ErrorCode::io);
  EXPECT_EQ(error_code([&] { map_file(folder.path()); }), ErrorCode::not_a_file);
  EXPECT_EQ(error_code([&] { read_file(folder.path()); }), ErrorCode::not_a_file);
}

TEST(File, IsReplacedAndNoTemporaryFileRemains) {
  TemporaryFolder folder;
  folder.write("een.txt", "oud");
  const SharedBytes before = map_file(folder.path() / "een.txt");
  replace_file(folder.path() / "een.txt", "nieuw");
  EXPECT_EQ(read_file(folder.path() / "een.txt"), "nieuw");
  EXPECT_EQ(as_text(before.bytes), "oud") << "a mapping keeps the old content";
  EXPECT_EQ(files_in(folder), 1u);
}

#ifndef _WIN32
// Lets no file of the process grow beyond `bytes`, as if the disk were full.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    setrlimit(RLIMIT_FSIZE, &limit);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;
  ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }

 private:
  rlimit before_{};
};

TEST(File, KeepsItsContentWhenTheDiskIsFull) {
  TemporaryFolder folder;
  folder.write("een.txt", "oud");
  {
    const FullDisk disk(1000);
    EXPECT_EQ(error_code([&] { replace_file(folder.path() / "een.txt", std::string(5000, 'n')); }),
              ErrorCode::io);
  }
  EXPECT_EQ(read_file(folder.path() / "een.txt"), "oud");
  EXPECT_EQ(files_in(folder), 1u);
}
#endif

#ifndef _WIN32
TEST(File, IsReplacedAtTheEndOfASymbolicLink) {
  TemporaryFolder folder;
  folder.write("een.txt", "oud");
  std::filesystem::create_symlink("een.txt", folder.path() / "link");
  replace_file(folder.path() / "link", "nieuw");
  EXPECT_EQ(read_file(folder.path() / "een.txt"), "nieuw");
  EXPECT_TRUE(std::filesystem::is_symlink(folder.path() / "link"));
  EXPECT_EQ(error_code([&] { replace_file("/dev/null", "nieuw"); }), ErrorCode::not_a_file);
}

volatile std::sig_atomic_t arrived = 0;

TEST(SignalHold, DelaysASignalToTheEndOfTheScope) {
  const auto before = std::signal(SIGTERM, [](int) { arrived = 1; });
  {
    const SignalHold hold;
    EXPECT_NO_THROW(SignalHold::check());
    std::raise(SIGTERM);
    EXPECT_EQ(arrived, 0);
    EXPECT_EQ(error_code([] { SignalHold::check(); }), ErrorCode::io);
  }
  EXPECT_EQ(arrived, 1);
  EXPECT_NO_THROW(SignalHold::check());
  std::signal(SIGTERM, before);
}
#endif

TEST(File, IsNotCreatedWhereAFolderIsOrWithoutAFolder) {
  TemporaryFolder folder;
  folder.write("map/in.txt", "oud");
  EXPECT_EQ(error_code([&] { replace_file(folder.path() / "map", "nieuw"); }),
            ErrorCode::not_a_file);
  EXPECT_EQ(error_code([&] { replace_file(folder.path() / "geen/map/een.txt", "nieuw"); }),
            ErrorCode::io);
  EXPECT_EQ(read_file(folder.path() / "map/in.txt"), "oud");
  EXPECT_EQ(files_in(folder), 1u);
}

}  // namespace
}  // namespace landkaart
