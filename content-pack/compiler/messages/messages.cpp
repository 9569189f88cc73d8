// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/messages/messages.h"

#include <array>

namespace landkaart::inline v0 {
namespace {

constexpr auto kTexts = std::to_array<MessageText>({
#define MESSAGE(name, code, rule, problem, remedy, dutch_problem, dutch_remedy) \
  {code, rule, {problem, dutch_problem}, {remedy, dutch_remedy}},
#include "content-pack/compiler/messages/messages.inc"
#undef MESSAGE
});

}  // namespace

const Wording kDidYouMean{"did you mean {0}?", "bedoel je {0}?"};
const Wording kLineOfBody{" (line {0} of the body)", " (regel {0} van de tekst)"};

const MessageText& text_of(Message message) { return kTexts[static_cast<std::size_t>(message)]; }

std::span<const MessageText> message_texts() { return kTexts; }

std::string filled(const Wording& wording, const Arguments& arguments, MessageLanguage language) {
  const std::string_view pattern = wording.in(language);
  std::string text;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool placeholder = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
                             pattern[i + 1] >= '0' && pattern[i + 1] <= '9';
    if (!placeholder) {
      text += pattern[i];
      continue;
    }
    const auto number = static_cast<std::size_t>(pattern[i + 1] - '0');
    if (number < arguments.size()) {
      const Argument& argument = arguments[number];
      text += language == MessageLanguage::dutch ? argument.dutch : argument.english;
    }
    i += 2;
  }
  return text;
}

}  // namespace landkaart::inline v0
