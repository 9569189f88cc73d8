// SPDX-License-Identifier: EUPL-1.2
// MistakeList holds the mistakes and notes that all parts of the compiler add.
#pragma once

#include <mutex>
#include <vector>

#include "landkaart/compiler.h"

namespace landkaart::inline v0 {

// A position in the authoring folder, as in Mistake.
struct SourcePosition {
  std::string file;
  unsigned line = 0;
  unsigned column = 0;
};

// Any number of threads may use one list.
class MistakeList {
 public:
  void add(const SourcePosition& at, std::string problem, std::string remedy);
  // Adds all mistakes and notes of another list at one position. For a line of JSON, whose body has
  // lines of its own; each problem names the line of the body.
  void add_all(const MistakeList& others, const SourcePosition& at);
  // Adds a remark that requires no correction.
  void note(const SourcePosition& at, std::string text);
  // Both are sorted by file and line.
  std::vector<Mistake> notes() const;
  std::vector<Mistake> mistakes() const;
  bool empty() const;
  // Throws SourceMistakes when there are any.
  void throw_if_any() const;

 private:
  mutable std::mutex mutex_;
  std::vector<Mistake> mistakes_, notes_;
};

// The name of a kind with its article: "a topic", "an article".
std::string with_article(Kind kind);

// Returns "did you mean x?", where x is the known word nearest to a mistyped word. Returns
// `otherwise` when no known word can be made by at most 3 edits that change less than half of it.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known,
                         std::string otherwise);

}  // namespace landkaart::inline v0
