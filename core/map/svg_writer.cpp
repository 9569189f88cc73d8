// SPDX-License-Identifier: EUPL-1.2
#include "core/map/svg_writer.h"

#include "core/map/path_data.h"
#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

// Whether XML 1.0 forbids a character, even as an entity.
bool is_unwritable(char32_t letter) {
  const bool control = letter < 0x20 && letter != '\t' && letter != '\n' && letter != '\r';
  return control || letter == 0xfffe || letter == 0xffff;
}

// Whether a byte is written as it is: printable ASCII without a meaning in XML.
bool is_plain(char letter) {
  return letter >= ' ' && letter <= '~' && letter != '&' && letter != '<' && letter != '>' &&
         letter != '"';
}

void append_escaped(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    while (at < text.size() && is_plain(text[at])) ++at;
    out += text.substr(begin, at - begin);
    if (at == text.size()) return;
    const DecodedLetter letter = decode_utf8(text, at);
    switch (letter.code) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\t':
      case '\n':
      case '\r': out += ' '; break;
      default:
        if (!is_unwritable(letter.code)) append_utf8(out, letter.code);
    }
    at += letter.length;
  }
}

}  // namespace

void SvgWriter::end_tag() {
  if (in_tag_) out_ += '>';
  in_tag_ = false;
}

SvgWriter& SvgWriter::open(std::string_view tag) {
  end_tag();
  out_ += '<';
  out_ += tag;
  open_.emplace_back(tag);
  in_tag_ = true;
  return *this;
}

SvgWriter& SvgWriter::attribute(std::string_view name, std::string_view value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  append_escaped(out_, value);
  out_ += '"';
  return *this;
}

SvgWriter& SvgWriter::attribute(std::string_view name, double value) {
  return attribute(name, short_number(value));
}

SvgWriter& SvgWriter::style(std::string_view name) {
  if (embedded_) return attribute("class", "landkaart-" + std::string(name));
  out_ += literal_attributes(name, palette_);
  return *this;
}

SvgWriter& SvgWriter::text(std::string_view text) {
  end_tag();
  append_escaped(out_, text);
  return *this;
}

SvgWriter& SvgWriter::close() {
  if (in_tag_) {
    out_ += "/>";
  } else {
    out_ += "</" + open_.back() + ">";
  }
  in_tag_ = false;
  open_.pop_back();
  return *this;
}

}  // namespace landkaart::inline v0
