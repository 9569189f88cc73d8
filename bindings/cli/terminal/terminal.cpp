// SPDX-License-Identifier: EUPL-1.2
#include "bindings/cli/terminal/terminal.h"

#include <iostream>
#include <string>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace landkaart::inline v0 {
namespace {

constexpr int kStandardError = 2;

bool is_terminal(const std::ostream& stream) {
  if (&stream != &std::cerr) return false;
#ifdef _WIN32
  return _isatty(kStandardError) != 0;
#else
  return isatty(kStandardError) != 0;
#endif
}

}  // namespace

ProgressBar::ProgressBar(std::ostream& err) : err_(err), visible_(is_terminal(err)) {}

void ProgressBar::show(std::string_view stage, std::uint64_t done, std::uint64_t total) const {
  if (!visible_) return;
  constexpr std::uint64_t kWidth = 30;
  const std::uint64_t filled = total == 0 ? kWidth : done * kWidth / total;
  err_ << "\r\x1b[K[" << std::string(filled, '#') << std::string(kWidth - filled, '.') << "] "
       << stage << std::flush;
}

ProgressBar::~ProgressBar() {
  if (visible_) err_ << "\r\x1b[K" << std::flush;
}

}  // namespace landkaart::inline v0
