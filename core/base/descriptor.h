// SPDX-License-Identifier: EUPL-1.2
// Descriptor, an open file of a POSIX system. Only the source files of file.h include it.
#pragma once

#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

namespace landkaart::inline v0 {

// Opens a file, and closes it at the end of the scope. A new file gets the permissions that the
// umask of the process leaves.
class Descriptor {
 public:
  // `flags` are those of open(). When opening fails, is_open() is false and errno has the reason.
  Descriptor(const std::filesystem::path& path, int flags) {
    do {
      number_ = ::open(path.c_str(), flags | O_CLOEXEC, 0666);
    } while (number_ < 0 && errno == EINTR);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (is_open()) ::close(number_);
  }

  bool is_open() const { return number_ >= 0; }
  int number() const { return number_; }

 private:
  int number_;
};

}  // namespace landkaart::inline v0
