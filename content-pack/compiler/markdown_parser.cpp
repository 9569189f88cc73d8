// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/markdown_parser.h"

#include <algorithm>
#include <array>
#include <string>

namespace landkaart::inline v0 {
namespace {

// The number of empty lines to insert before a text to avoid a fault of md4c (versions up to at
// least 0.5.3). When the last line of a block in a list begins, or in a code block ends, at an
// offset whose lowest byte equals MD_BLOCK_LI, md4c reads the line as an empty list item and ends
// the list. The function counts, for each number of empty lines from 0 to 255, how many lines would
// come at such an offset, and returns the number with the lowest count.
std::size_t harmless_padding(std::string_view markdown) {
  constexpr std::size_t kOffsets = 256;
  std::array<std::size_t, kOffsets> harm{};
  const auto avoid = [&](std::size_t offset) {
    ++harm[(kOffsets + MD_BLOCK_LI - offset % kOffsets) % kOffsets];
  };
  const auto content_of = [&](std::size_t begin, std::string_view marks) {
    return std::min(markdown.find_first_not_of(marks, begin), markdown.size());
  };
  for (std::size_t begin = 0, end = 0; begin < markdown.size(); begin = end + 1) {
    end = std::min(markdown.find('\n', begin), markdown.size());
    const std::string_view next =
        markdown.substr(content_of(std::min(end + 1, markdown.size()), " \t>"));
    const bool may_end_block = next.find_first_of("\n`~-=") == 0 || next.empty();
    if (!may_end_block) continue;
    const std::size_t content = std::min(content_of(begin, " \t>-+*#.)0123456789"), end);
    for (std::size_t offset = content_of(begin, " \t"); offset < content;
         offset = content_of(offset + 1, " \t")) {
      avoid(offset);
    }
    avoid(content);
    // The text of a task begins after its box, "[ ] " or "[x] ".
    if (markdown.substr(content).starts_with('['))
      avoid(std::min(content_of(content + 3, " \t"), end));
    avoid(end);
  }
  return static_cast<std::size_t>(std::ranges::min_element(harm) - harm.begin());
}

MarkdownVisitor& visitor_of(void* user) { return *static_cast<MarkdownVisitor*>(user); }

}  // namespace

void parse_with_md4c(std::string_view markdown, MarkdownVisitor& visitor) {
  const std::size_t padding = harmless_padding(markdown);
  const std::string padded = std::string(padding, '\n').append(markdown);
  visitor.begin(std::string_view(padded).substr(padding));
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    return visitor_of(user).enter_block(type, detail) ? 0 : 1;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    visitor_of(user).leave_block(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    return visitor_of(user).enter_span(type, detail) ? 0 : 1;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
    visitor_of(user).leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    visitor_of(user).text(type, {text, size});
    return 0;
  };
  md_parse(padded.data(), static_cast<MD_SIZE>(padded.size()), &parser, &visitor);
}

}  // namespace landkaart::inline v0
