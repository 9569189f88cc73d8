// SPDX-License-Identifier: EUPL-1.2
// SignalHold, which delays the signals that end a program, so that temporary files are removed.
#pragma once

#include <memory>

namespace landkaart::inline v0 {

// While a SignalHold exists, the calling thread does not receive SIGHUP, SIGINT, SIGQUIT, SIGTERM
// and SIGXFSZ. The destructor lets them arrive. Declare it before the temporary file that it
// protects, because destructors run in reverse order. In a process with several threads, another
// thread can receive the signal. On Windows it does nothing.
class SignalHold {
 public:
  SignalHold();
  SignalHold(const SignalHold&) = delete;
  SignalHold& operator=(const SignalHold&) = delete;
  ~SignalHold();

  // Throws Error(io) when one of the signals has arrived, so that long work ends soon.
  static void check();

 private:
  struct Before;  // the signals that the thread did not receive before
  std::unique_ptr<Before> before_;
};

}  // namespace landkaart::inline v0
