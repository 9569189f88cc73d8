// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json.h"

#include <string>

#include "landkaart/error.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

// Counts the levels and the values of a JSON text without building a tree, so that a text above the
// limits costs no memory. The counts of a text that is not JSON mean nothing, but the parser
// rejects such a text.
class JsonCounter {
 public:
  // Throws Error(limit_exceeded).
  void count(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
      const char letter = text[i];
      if (letter == '"') {
        add_value();
        i = end_of_string(text, i);
        in_word_ = false;
      } else if (is_word(letter)) {
        if (!in_word_) add_value();
        in_word_ = true;
      } else {
        in_word_ = false;
        if (letter == '[' || letter == '{') open();
        if (letter == ']' || letter == '}') --depth_;
      }
    }
  }

 private:
  // Whether a letter belongs to a number, true, false or null.
  static bool is_word(char letter) {
    constexpr std::string_view kBetween = "[]{},: \t\r\n";
    return kBetween.find(letter) == std::string_view::npos;
  }

  // The position of the quote that ends the string which begins at `begin`.
  static std::size_t end_of_string(std::string_view text, std::size_t begin) {
    std::size_t i = begin + 1;
    while (i < text.size() && text[i] != '"') i += text[i] == '\\' ? 2 : 1;
    return i;
  }

  void open() {
    add_value();
    if (++depth_ > static_cast<int>(limits::kJsonDepth)) refuse(limits::kJsonDepth, "levels");
  }

  void add_value() {
    if (++values_ > limits::kJsonValues) refuse(limits::kJsonValues, "values and names");
  }

  [[noreturn]] static void refuse(std::uint32_t limit, const char* unit) {
    throw Error(ErrorCode::limit_exceeded,
                "a JSON text of this pack has more than " + std::to_string(limit) + " " + unit);
  }

  int depth_ = 0;
  std::uint32_t values_ = 0;  // values, and names of members
  bool in_word_ = false;
};

}  // namespace

nlohmann::json parse_untrusted_json(std::string_view text) {
  JsonCounter().count(text);
  return nlohmann::json::parse(text, nullptr, false);
}

}  // namespace landkaart::inline v0
