// SPDX-License-Identifier: EUPL-1.2
// The texts of mistakes, findings and notes, in English and Dutch. messages.inc is the table.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "landkaart/compiler.h"

namespace landkaart::inline v0 {

// clang-format off
enum class Message {
#define MESSAGE(name, ...) name,
#include "content-pack/compiler/messages/messages.inc"
#undef MESSAGE
};
// clang-format on

struct Wording {
  std::string_view english, dutch;

  std::string_view in(MessageLanguage language) const {
    return language == MessageLanguage::dutch ? dutch : english;
  }
};

struct MessageText {
  std::string_view code;  // "LK-K001"
  std::string_view rule;  // of a finding; empty for a mistake or a note
  Wording problem, remedy;
};

const MessageText& text_of(Message message);
// All rows of the table, in its order.
std::span<const MessageText> message_texts();

// The value of a placeholder. Most values are the same in each language; the name of a month is
// not.
struct Argument {
  Argument(std::string_view text) : english(text), dutch(text) {}
  Argument(const std::string& text) : english(text), dutch(text) {}
  Argument(const char* text) : english(text), dutch(text) {}
  Argument(const Wording& wording) : english(wording.english), dutch(wording.dutch) {}

  std::string english, dutch;
};
using Arguments = std::vector<Argument>;

// Replaces {0} by the first argument, {1} by the second, and so on.
std::string filled(const Wording& wording, const Arguments& arguments, MessageLanguage language);

// "did you mean {0}?"
extern const Wording kDidYouMean;
// " (line {0} of the body)"
extern const Wording kLineOfBody;

}  // namespace landkaart::inline v0
