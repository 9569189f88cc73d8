// SPDX-License-Identifier: EUPL-1.2
// Autolinks: addresses that GitHub's Markdown reads as links although they have no marks, such as
// https://a.nl, www.a.nl and naam@a.nl. The compiler finds them, and the writer of Markdown asks
// which characters would begin one. Both functions follow the extension "Autolinks" of the GitHub
// Flavored Markdown specification, with three differences: ftp:// is text, and a no-break space or
// a closing quotation mark ends an address.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace landkaart::inline v0 {

struct Autolink {
  std::size_t begin = 0;  // in the text
  std::size_t end = 0;
  std::string address;  // "http://www.a.nl" for "www.a.nl", "mailto:naam@a.nl" for "naam@a.nl"
};

// The first autolink in `text` that begins at the offset `from` or later. The byte before `from`
// counts as the character before the link. Takes time in proportion to the text after `from`.
std::optional<Autolink> find_autolink(std::string_view text, std::size_t from);

// Whether the byte at `at` can be the mark by which find_autolink() recognises a link: the colon of
// "https://a", the point after the www of "www.a" or the @ of "a@b.nl". True for each mark of a
// link, whatever text comes before `text`, and for some other bytes. A backslash before the mark
// makes text of it.
bool may_mark_autolink(std::string_view text, std::size_t at);

}  // namespace landkaart::inline v0
