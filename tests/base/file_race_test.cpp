// SPDX-License-Identifier: EUPL-1.2
// Other programs that change a file while the library opens or reads it. The test program defines
// open() and read() of the system itself, so that a test decides what happens just before a call.
#include <cerrno>
#include <cstdarg>
#include <functional>
#include <utility>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "core/base/file.h"
#include "tests/support/error_code.h"
#include "tests/support/temporary_folder.h"

namespace {

// Runs before the next call, once. When it returns an error number, the call fails with that
// number.
using Event = std::function<int()>;
Event before_open, before_read;

bool fails(Event& event) {
  if (!event) return false;
  const Event now = std::exchange(event, nullptr);
  errno = now();
  return errno != 0;
}

}  // namespace

extern "C" int open(const char* path, int flags, ...) {
  std::va_list arguments;
  va_start(arguments, flags);
  const auto mode = (flags & O_CREAT) != 0 ? va_arg(arguments, mode_t) : 0;
  va_end(arguments);
  if (fails(before_open)) return -1;
  return static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, flags, mode));
}

extern "C" ssize_t read(int file, void* into, size_t most) {
  if (fails(before_read)) return -1;
  return syscall(SYS_read, file, into, most);
}

namespace landkaart {
namespace {

using testing::error_code;
using testing::TemporaryFolder;

class FileRace : public ::testing::Test {
 protected:
  FileRace() { folder_.write("een.txt", "tekst").write("twee.txt", "ander"); }
  ~FileRace() override {
    EXPECT_FALSE(before_open || before_read) << "the library did not make the call";
  }
  std::filesystem::path file() const { return folder_.path() / "een.txt"; }

  TemporaryFolder folder_;
};

TEST_F(FileRace, TheSizeIsThatOfTheFileThatWasOpened) {
  for (const std::string content : {"kort", "veel langer dan de tekst"}) {
    const auto replace = [&] {
      folder_.write("nieuw.txt", content);
      std::filesystem::rename(folder_.path() / "nieuw.txt", file());
      return 0;
    };
    folder_.write("een.txt", "tekst");
    before_open = replace;
    EXPECT_EQ(as_text(map_file(file()).bytes), content);
    folder_.write("een.txt", "tekst");
    before_open = replace;
    EXPECT_EQ(read_file(file()), content);
  }
}

TEST_F(FileRace, AFolderThatReplacesTheFileIsRefused) {
  before_open = [&] {
    std::filesystem::remove(file());
    std::filesystem::create_directory(file());
    return 0;
  };
  EXPECT_EQ(error_code([&] { map_file(file()); }), ErrorCode::not_a_file);
}

TEST_F(FileRace, AFileThatIsShortenedDuringReadingIsAnError) {
  before_read = [&] {
    std::filesystem::resize_file(file(), 2);
    return 0;
  };
  EXPECT_EQ(error_code([&] { read_file(file()); }), ErrorCode::io);
}

TEST_F(FileRace, ASignalDuringOpeningOrReadingDoesNoHarm) {
  before_open = before_read = [] { return EINTR; };
  EXPECT_EQ(read_file(file()), "tekst");
}

TEST_F(FileRace, AFailureToReadIsAnError) {
  before_read = [] { return EIO; };
  EXPECT_EQ(error_code([&] { read_file(file()); }), ErrorCode::io);
}

TEST_F(FileRace, APipeIsRefusedWithoutWaitingForAWriter) {
  const std::filesystem::path pipe = folder_.path() / "pijp";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(error_code([&] { map_file(pipe); }), ErrorCode::not_a_file);
  EXPECT_EQ(error_code([&] { read_file(pipe); }), ErrorCode::not_a_file);
}

TEST_F(FileRace, ADeviceIsRefused) {
  EXPECT_EQ(error_code([] { map_file("/dev/zero"); }), ErrorCode::not_a_file);
  EXPECT_EQ(error_code([] { read_file("/dev/null"); }), ErrorCode::not_a_file);
}

}  // namespace
}  // namespace landkaart
