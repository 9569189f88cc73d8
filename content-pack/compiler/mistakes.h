// SPDX-License-Identifier: EUPL-1.2
// MistakeList, where every part of the compiler leaves what it found wrong.
#pragma once

#include <mutex>
#include <vector>

#include "landkaart/compiler.h"

namespace landkaart::inline v0 {

// Where something stands in the authoring folder.
struct SourcePosition {
  std::string file;
  unsigned line = 0;
  unsigned column = 0;
};

// Safe from any number of threads.
class MistakeList {
 public:
  void add(const SourcePosition& at, std::string problem, std::string remedy);
  // Takes over what another list found, all of it at one place: a line of JSON that holds a whole
  // text.
  void add_all(const MistakeList& others, const SourcePosition& at);
  // Something that the packager should know and need not mend.
  void note(const SourcePosition& at, std::string text);
  // In order of file and line.
  std::vector<Mistake> notes() const;
  std::vector<Mistake> mistakes() const;
  bool empty() const;
  // Throws SourceMistakes when there are any.
  void throw_if_any() const;

 private:
  mutable std::mutex mutex_;
  std::vector<Mistake> mistakes_, notes_;
};

// "a topic", "an article".
std::string with_article(Kind kind);

// The known word nearest to a mistyped one, as "did you mean x?", or `otherwise`.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known,
                         std::string otherwise);

}  // namespace landkaart::inline v0
