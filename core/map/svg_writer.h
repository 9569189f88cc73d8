// SPDX-License-Identifier: EUPL-1.2
// SvgWriter, which writes XML elements and escapes text and attribute values. It styles an element
// with a class, for a page with a stylesheet, or with literal attributes, for a stand-alone file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/map/map_style.h"

namespace landkaart::inline v0 {

class SvgWriter {
 public:
  SvgWriter(bool embedded, Palette palette) : embedded_(embedded), palette_(palette) {}

  // Begins an element. Call attribute() and style() directly after it, then write the content, then
  // call close(), which ends the element that was opened last.
  SvgWriter& open(std::string_view tag);
  SvgWriter& attribute(std::string_view name, std::string_view value);
  SvgWriter& attribute(std::string_view name, double value);
  // Styles the element as the class `name` of map_style.inc.
  SvgWriter& style(std::string_view name);
  SvgWriter& text(std::string_view text);
  SvgWriter& close();
  bool embedded() const { return embedded_; }
  // Prepares for `bytes` of output, because a large string that grows takes three times its size.
  void reserve(std::size_t bytes) { out_.reserve(bytes); }
  std::string finish() { return std::move(out_); }

 private:
  void end_tag();

  bool embedded_;
  Palette palette_;
  std::string out_;
  std::vector<std::string> open_;  // the tags of the open elements, the innermost last
  bool in_tag_ = false;            // true while the opening tag has no > yet
};

}  // namespace landkaart::inline v0
