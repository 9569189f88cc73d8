// SPDX-License-Identifier: EUPL-1.2
// mutations --packs FOLDER [--first N] [--count N] [--base NAME] [--seconds N] [--keep FOLDER]
//
// Changes the packs of make_base_packs with knowledge of their structure, seals them with correct
// checksums and hashes, and makes every call of the public interface on each. Fails when a call
// - throws anything but landkaart::Error or std::bad_alloc,
// - takes more than 1 s of processor time (--seconds),
// - takes more memory than the size of the pack and 64 MiB, or
// - ends the process, as a sanitizer does.
// Fails also when fewer than half of 500 packs or more open.
//
// A run is a function of its number, so `--first 17 --count 1` repeats run 17. Runs are made in
// child processes, so that one crash does not end the program. --keep writes each pack that fails.
#include <array>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <memory>
#include <new>
#include <optional>

#include <sys/mman.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/hostile/mutate.h"
#include "tests/hostile/walk.h"
#include "tests/support/allocations.h"

namespace {

using namespace landkaart;
using namespace landkaart::testing;

constexpr std::size_t kMemory = 64 << 20;         // bytes above the size of the pack, for one call
constexpr std::size_t kMostMemory = 1536u << 20;  // bytes; above them `operator new` fails
constexpr std::uint64_t kRunsOfChild = 500;
constexpr time_t kMostSeconds = 120;  // of one run, before a signal ends the child process
constexpr std::size_t kItems = 6;     // read entirely in one run

struct Options {
  std::filesystem::path packs, keep;
  std::uint64_t first = 0, count = 2000;
  std::string base;
  double seconds = 1;
};

// Shared with the child processes.
struct Progress {
  std::uint64_t run = 0;
  std::uint64_t calls = 0, errors = 0, failures = 0, opened = 0, verified = 0;
  std::array<char, 64> call = {};
  double slowest = 0;       // seconds of one call
  std::size_t largest = 0;  // bytes of one call above the size of the pack
};

struct Base {
  std::string name;
  PackParts parts;
};

double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

std::string read_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Base> read_bases(const Options& options) {
  std::vector<Base> bases;
  for (const char* name : {"small", "large", "default"}) {
    if (!options.base.empty() && options.base != name) continue;
    bases.push_back({name, take_apart(read_bytes(options.packs / (std::string(name) + ".lkp")))});
  }
  return bases;
}

// Of 64 runs, 60 change the small pack, 3 the large one and 1 the default pack.
const Base& base_of(const std::vector<Base>& bases, std::uint64_t run) {
  if (bases.size() == 1) return bases.front();
  return bases[run % 64 == 0 ? 2 : run % 64 <= 3 ? 1 : 0];
}

class Runner {
 public:
  Runner(const Options& options, const std::vector<Base>& bases, Progress& progress)
      : options_(options), bases_(bases), progress_(progress) {}

  void run(std::uint64_t number) {
    MutationDice dice(number);
    const Base& base = base_of(bases_, number);
    PackParts parts = base.parts;
    names_ = base.name + ": " + mutate(parts, dice);
    pack_ = seal(parts);
    number_ = number;
    has_failed_ = false;
    std::string content = pack_;
    before_ = live_bytes();
    std::optional<Pack> pack;
    const Ask ask = [this](std::string_view name, const std::function<void()>& call) {
      this->ask(name, call);
    };
    // A small cache, so that calls read blocks from the file and not from memory.
    ask("open", [&] { pack = Pack::from_memory(std::move(content), {.cache_bytes = 256 * 1024}); });
    if (!pack) return;
    ++progress_.opened;
    walk(*pack, ask, dice, kItems);
  }

 private:
  void ask(std::string_view name, const std::function<void()>& call) {
    std::snprintf(progress_.call.data(), progress_.call.size(), "%.*s",
                  static_cast<int>(name.size()), name.data());
    ++progress_.calls;
    reset_peaks();
    const double begin = cpu_seconds();
    try {
      call();
      if (name == "verify") ++progress_.verified;
    } catch (const Error&) {
      ++progress_.errors;
    } catch (const std::bad_alloc&) {
      fail(name, "ran out of memory");
    } catch (const std::exception& error) {
      fail(name, std::string("threw ") + error.what());
    } catch (...) {
      fail(name, "threw something else");
    }
    const double seconds = cpu_seconds() - begin;
    const std::size_t peak = peak_bytes();
    const std::size_t memory = peak - std::min(peak, before_ + pack_.size());
    progress_.slowest = std::max(progress_.slowest, seconds);
    progress_.largest = std::max(progress_.largest, memory);
    if (seconds > options_.seconds) fail(name, "took " + std::to_string(seconds) + " s");
    if (memory > kMemory) fail(name, "took " + std::to_string(memory >> 20) + " MiB");
  }

  void fail(std::string_view name, const std::string& problem) {
    if (!has_failed_) ++progress_.failures;
    has_failed_ = true;
    std::cout << "run " << number_ << " (" << names_ << ", " << pack_.size() << " bytes): " << name
              << ' ' << problem << std::endl;
    keep();
  }

  void keep() const {
    if (options_.keep.empty()) return;
    std::ofstream out(options_.keep / ("run-" + std::to_string(number_) + ".lkp"),
                      std::ios::binary);
    out << pack_;
  }

  const Options& options_;
  const std::vector<Base>& bases_;
  Progress& progress_;
  std::string names_, pack_;
  std::uint64_t number_ = 0;
  std::size_t before_ = 0;  // bytes that were allocated before the pack was opened
  bool has_failed_ = false;
};

// Makes runs from `first` on in a child process. Returns the number of the run after the last one.
std::uint64_t run_in_child(const Options& options, const std::vector<Base>& bases,
                           std::uint64_t first, std::uint64_t end, Progress& progress) {
  std::cout.flush();
  progress.run = first;
  const pid_t child = fork();
  if (child == 0) {
    limit_live_bytes(kMostMemory);
    Runner runner(options, bases, progress);
    for (; progress.run < end; ++progress.run) {
      // Processor time, because on a busy machine a run can take much longer by the clock.
      const itimerval most{{}, {kMostSeconds, 0}};
      setitimer(ITIMER_PROF, &most, nullptr);
      runner.run(progress.run);
    }
    std::cout.flush();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return end;
  ++progress.failures;
  std::cout << "run " << progress.run << ": " << progress.call.data() << " ended the process with "
            << (WIFSIGNALED(status) ? "signal " : "exit ")
            << (WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status)) << std::endl;
  if (!options.keep.empty()) {
    MutationDice dice(progress.run);
    PackParts parts = base_of(bases, progress.run).parts;
    mutate(parts, dice);
    std::ofstream out(options.keep / ("run-" + std::to_string(progress.run) + ".lkp"),
                      std::ios::binary);
    out << seal(parts);
  }
  return progress.run + 1;
}

std::optional<Options> read_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; i += 2) {
    const std::string name = argv[i];
    if (i + 1 == argc) return std::nullopt;
    const char* const value = argv[i + 1];
    if (name == "--packs") {
      options.packs = value;
    } else if (name == "--keep") {
      options.keep = value;
    } else if (name == "--base") {
      options.base = value;
    } else if (name == "--first") {
      options.first = std::stoull(value);
    } else if (name == "--count") {
      options.count = std::stoull(value);
    } else if (name == "--seconds") {
      options.seconds = std::stod(value);
    } else {
      return std::nullopt;
    }
  }
  return options.packs.empty() ? std::nullopt : std::optional(options);
}

}  // namespace

int main(int argc, char** argv) {
  const std::optional<Options> options = read_options(argc, argv);
  if (!options) {
    std::cerr << "usage: mutations --packs FOLDER [--first N] [--count N] [--base NAME] "
                 "[--seconds N] [--keep FOLDER]\n";
    return 2;
  }
  const std::vector<Base> bases = read_bases(*options);
  void* const shared =
      mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
  if (shared == MAP_FAILED || bases.empty()) return 2;
  Progress& progress = *new (shared) Progress;
  const std::uint64_t end = options->first + options->count;
  for (std::uint64_t next = options->first; next < end;) {
    next = run_in_child(*options, bases, next, std::min(next + kRunsOfChild, end), progress);
  }
  std::cout << options->count << " packs: " << progress.opened << " opened, " << progress.verified
            << " accepted by verify; " << progress.calls << " calls, " << progress.errors
            << " threw Error; slowest call " << progress.slowest << " s, largest "
            << (progress.largest >> 20) << " MiB; " << progress.failures << " failed" << std::endl;
  // When most packs were refused at once, the calls behind that check would go untested.
  if (options->count >= kRunsOfChild &&
      (progress.opened < options->count / 2 || progress.verified < options->count / 50)) {
    std::cout << "too few packs were opened or accepted" << std::endl;
    return 1;
  }
  return progress.failures == 0 ? 0 : 1;
}
