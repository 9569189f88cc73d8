// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/mistakes.h"

#include <algorithm>
#include <tuple>

#include "core/search/spelling.h"
#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kShownInMessage = 3;

template <typename Described>
std::string line_of(const Described& mistake) {
  std::string line = mistake.file;
  if (mistake.line > 0) {
    line += ":" + std::to_string(mistake.line) + ":" + std::to_string(mistake.column);
  }
  return line + ": " + mistake.problem + "; " + mistake.remedy + " [" + mistake.code + "]";
}

std::vector<Mistake> in_order(std::vector<Mistake> mistakes) {
  std::ranges::sort(mistakes, {}, [](const Mistake& mistake) {
    return std::tie(mistake.file, mistake.line, mistake.column, mistake.problem);
  });
  return mistakes;
}

template <typename Described>
std::string message_for(const std::vector<Described>& mistakes, const std::string& noun) {
  std::string message = std::to_string(mistakes.size()) + " " + noun +
                        (mistakes.size() == 1 ? "" : "s") + " in the source; nothing was written";
  for (std::size_t i = 0; i < std::min(mistakes.size(), kShownInMessage); ++i) {
    message += "\n" + line_of(mistakes[i]);
  }
  return message;
}

}  // namespace

SourceMistakes::SourceMistakes(std::vector<Mistake> mistakes)
    : Error(ErrorCode::source_mistakes, message_for(mistakes, "mistake")),
      mistakes_(std::move(mistakes)) {}

SourceFindings::SourceFindings(std::vector<Finding> findings)
    : Error(ErrorCode::source_findings, message_for(findings, "finding")),
      findings_(std::move(findings)) {}

const SourcePosition& PositionReader::at(std::size_t offset) {
  const std::string_view passed = text_.substr(offset_, offset - offset_);
  const std::size_t line_end = passed.rfind('\n');
  if (line_end != std::string_view::npos) {
    at_.line += static_cast<unsigned>(std::ranges::count(passed, '\n'));
    at_.column = 1;
  }
  const std::string_view in_line = passed.substr(line_end + 1);  // all when no line ends
  at_.column += static_cast<unsigned>(code_points(in_line, in_line.size()));
  offset_ = offset;
  return at_;
}

SourcePosition position_in(std::string_view text, std::size_t offset, const std::string& file) {
  return PositionReader(text, file).at(offset);
}

SourcePosition position_in(std::string_view text, std::size_t offset, const SourcePosition& start) {
  SourcePosition at = position_in(text, offset, start.file);
  at.line += start.line - 1;
  return at;
}

void MistakeList::add(const SourcePosition& at, Message message, const Arguments& arguments,
                      std::string_view meant) {
  const MessageText& text = text_of(message);
  const std::lock_guard lock(mutex_);
  mistakes_.push_back({at.file, at.line, at.column, std::string(text.code),
                       filled(text.problem, arguments, language_),
                       meant.empty() ? filled(text.remedy, arguments, language_)
                                     : filled(kDidYouMean, {meant}, language_)});
}

void MistakeList::add_all(const MistakeList& others, const SourcePosition& at) {
  const std::scoped_lock lock(others.mutex_, mutex_);
  const auto add_to = [&](std::vector<Mistake>& list, const std::vector<Mistake>& added) {
    for (Mistake mistake : added) {
      if (mistake.line > 0) {
        mistake.problem += filled(kLineOfBody, {std::to_string(mistake.line)}, language_);
      }
      mistake.file = at.file;
      mistake.line = at.line;
      mistake.column = at.column;
      list.push_back(std::move(mistake));
    }
  };
  add_to(mistakes_, others.mistakes_);
  add_to(notes_, others.notes_);
}

void MistakeList::note(const SourcePosition& at, Message message, const Arguments& arguments) {
  const MessageText& text = text_of(message);
  const std::lock_guard lock(mutex_);
  notes_.push_back({at.file,
                    at.line,
                    at.column,
                    std::string(text.code),
                    filled(text.problem, arguments, language_),
                    {}});
}

std::vector<Mistake> MistakeList::notes() const {
  const std::lock_guard lock(mutex_);
  return in_order(notes_);
}

std::vector<Mistake> MistakeList::mistakes() const {
  const std::lock_guard lock(mutex_);
  return in_order(mistakes_);
}

bool MistakeList::empty() const {
  const std::lock_guard lock(mutex_);
  return mistakes_.empty();
}

void MistakeList::throw_if_any() const {
  if (empty()) return;
  throw SourceMistakes(mistakes());
}

std::string_view nearest_word(std::string_view word, const std::vector<std::string_view>& known) {
  constexpr unsigned kMostEdits = 3;
  unsigned least = kMostEdits + 1;
  std::string_view nearest;
  for (const std::string_view candidate : known) {
    if (least == 0) break;
    const unsigned distance = edit_distance(word, candidate, least - 1);
    if (distance < least && distance * 2 < candidate.size()) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

}  // namespace landkaart::inline v0
