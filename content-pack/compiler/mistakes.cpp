// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/mistakes.h"

#include <algorithm>
#include <tuple>

#include "core/search/spelling.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kShownInMessage = 3;

template <typename Described>
std::string line_of(const Described& mistake) {
  std::string line = mistake.file;
  if (mistake.line > 0) {
    line += ":" + std::to_string(mistake.line) + ":" + std::to_string(mistake.column);
  }
  return line + ": " + mistake.problem + "; " + mistake.remedy;
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

void MistakeList::add(const SourcePosition& at, std::string problem, std::string remedy) {
  const std::lock_guard lock(mutex_);
  mistakes_.push_back({at.file, at.line, at.column, std::move(problem), std::move(remedy)});
}

void MistakeList::add_all(const MistakeList& others, const SourcePosition& at) {
  const std::lock_guard lock(others.mutex_);
  for (const Mistake& mistake : others.mistakes_) {
    const std::string line = " (line " + std::to_string(mistake.line) + " of the body)";
    add(at, mistake.problem + (mistake.line > 0 ? line : ""), mistake.remedy);
  }
  for (const Mistake& other : others.notes_) note(at, other.problem);
}

void MistakeList::note(const SourcePosition& at, std::string text) {
  const std::lock_guard lock(mutex_);
  notes_.push_back({at.file, at.line, at.column, std::move(text), {}});
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

std::string with_article(Kind kind) {
  const std::string_view name = landkaart::name(kind);
  const bool vowel = std::string_view("aeiou").find(name.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + std::string(name);
}

std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& known,
                         std::string otherwise) {
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
  if (nearest.empty()) return otherwise;
  return "did you mean " + std::string(nearest) + "?";
}

}  // namespace landkaart::inline v0
