// SPDX-License-Identifier: EUPL-1.2
// MistakeList holds the mistakes and notes that all parts of the compiler add.
#pragma once

#include <mutex>
#include <vector>

#include "content-pack/compiler/messages/messages.h"

namespace landkaart::inline v0 {

// A position in the authoring folder, as in Mistake.
struct SourcePosition {
  std::string file;
  unsigned line = 0;
  unsigned column = 0;
};

// Finds the positions of bytes of a text. Reads each byte of the text once, because each position
// is counted from the one before.
class PositionReader {
 public:
  // `text` must outlive the reader.
  PositionReader(std::string_view text, const std::string& file) : text_(text), at_{file, 1, 1} {}

  // The position of the byte at `offset`. Requires an offset that is not below that of the last
  // call, and a text that is UTF-8 up to that byte.
  const SourcePosition& at(std::size_t offset);

 private:
  std::string_view text_;
  std::size_t offset_ = 0;
  SourcePosition at_;  // of the byte at offset_
};

// The position of a byte of a text, which is UTF-8 up to that byte.
SourcePosition position_in(std::string_view text, std::size_t offset, const std::string& file);
// The same for a text that begins in the middle of a file, with the line of `start`.
SourcePosition position_in(std::string_view text, std::size_t offset, const SourcePosition& start);

// Any number of threads may use one list.
class MistakeList {
 public:
  explicit MistakeList(MessageLanguage language = MessageLanguage::english) : language_(language) {}

  // Adds a mistake. When `meant` is not empty, the remedy asks whether the author meant this text.
  void add(const SourcePosition& at, Message message, const Arguments& arguments = {},
           std::string_view meant = {});
  // Adds all mistakes and notes of another list at one position. For a line of JSON, whose body has
  // lines of its own; each problem names the line of the body.
  void add_all(const MistakeList& others, const SourcePosition& at);
  // Adds a remark that requires no correction.
  void note(const SourcePosition& at, Message message, const Arguments& arguments = {});
  MessageLanguage language() const { return language_; }
  // Both are sorted by file and line.
  std::vector<Mistake> notes() const;
  std::vector<Mistake> mistakes() const;
  bool empty() const;
  // Throws SourceMistakes when there are any.
  void throw_if_any() const;

 private:
  MessageLanguage language_;
  mutable std::mutex mutex_;
  std::vector<Mistake> mistakes_, notes_;
};

// Returns the known word nearest to a mistyped word. Returns an empty text when no known word can
// be made by at most 3 edits that change less than half of it.
std::string_view nearest_word(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace landkaart::inline v0
