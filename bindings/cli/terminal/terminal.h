// SPDX-License-Identifier: EUPL-1.2
// Output for people at a terminal.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string_view>

namespace landkaart::inline v0 {

// A progress bar on one line of stderr. Prints nothing when stderr is not a terminal.
class ProgressBar {
 public:
  explicit ProgressBar(std::ostream& err);
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar();  // erases the line
  void show(std::string_view stage, std::uint64_t done, std::uint64_t total) const;

 private:
  std::ostream& err_;
  bool visible_;
};

}  // namespace landkaart::inline v0
