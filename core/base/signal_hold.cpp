// SPDX-License-Identifier: EUPL-1.2
#include "core/base/signal_hold.h"

#ifndef _WIN32
#include <csignal>
#endif

#include "landkaart/error.h"

namespace landkaart::inline v0 {

#ifdef _WIN32

struct SignalHold::Before {};
SignalHold::SignalHold() = default;
SignalHold::~SignalHold() = default;
void SignalHold::check() {}

#else

namespace {

constexpr int kHeld[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGXFSZ};

}  // namespace

struct SignalHold::Before {
  sigset_t mask;
};

SignalHold::SignalHold() : before_(std::make_unique<Before>()) {
  sigset_t held;
  ::sigemptyset(&held);
  for (const int signal : kHeld) ::sigaddset(&held, signal);
  ::pthread_sigmask(SIG_BLOCK, &held, &before_->mask);
}

SignalHold::~SignalHold() { ::pthread_sigmask(SIG_SETMASK, &before_->mask, nullptr); }

void SignalHold::check() {
  sigset_t pending;
  ::sigpending(&pending);
  for (const int signal : kHeld) {
    if (::sigismember(&pending, signal) == 1) {
      throw Error(ErrorCode::io, "a signal ended the program while it wrote; nothing was written");
    }
  }
}

#endif

}  // namespace landkaart::inline v0
