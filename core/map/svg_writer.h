// SPDX-License-Identifier: EUPL-1.2
// SvgWriter, elements with escaped text, styled by classes or by literal attributes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/map/map_style.h"

namespace landkaart::inline v0 {

class SvgWriter {
 public:
  SvgWriter(bool embedded, Palette palette) : embedded_(embedded), palette_(palette) {}

  // Elements close in reverse order; attributes come before content.
  SvgWriter& open(std::string_view tag);
  SvgWriter& attribute(std::string_view name, std::string_view value);
  SvgWriter& attribute(std::string_view name, double value);
  // The look of a class of the style table: the class itself, or its attributes.
  SvgWriter& look(std::string_view style);
  SvgWriter& text(std::string_view text);
  SvgWriter& close();
  // An element without content.
  SvgWriter& path(std::string_view data);

  bool embedded() const { return embedded_; }
  std::string take() { return std::move(out_); }

 private:
  void end_tag();

  bool embedded_;
  Palette palette_;
  std::string out_;
  std::vector<std::string> open_;
  bool in_tag_ = false;
};

}  // namespace landkaart::inline v0
