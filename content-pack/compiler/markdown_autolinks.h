// SPDX-License-Identifier: EUPL-1.2
//
// Problem: GitHub reads https://a.nl/_b_ as a link, but md4c 0.4.8 cannot be asked to do so. It
// reads links inside links, and links that overlap struck-out text: in "https://a.nl/~b of
// https://a.nl/~c" it pairs the two tildes. Without its own links it reads these tildes, and the
// _ in _b_, as marks.
//
// Idea: parse twice. The first parse finds the addresses that begin in ordinary text, and replaces
// the characters in them that can be marks by the letter x, in a copy. The second parse reads the
// copy. Its texts are mapped to the source, in which find_autolink() finds the links.
//
// Invariant: the copy has the length of the source, so that offsets in both are equal.
#pragma once

#include <string>
#include <string_view>

#include "content-pack/compiler/markdown_walk.h"

namespace landkaart::inline v0 {

// A copy of the text without marks in its addresses.
std::string with_masked_addresses(std::string_view markdown);

// Passes on all calls, with a link for each address in a text that is not in a link, picture or
// code.
class AutolinkVisitor : public MarkdownVisitor {
 public:
  explicit AutolinkVisitor(MarkdownVisitor& inner) : inner_(inner) {}

  void begin(std::string_view markdown) override;
  bool enter_block(MD_BLOCKTYPE type, void* detail) override;
  void leave_block(MD_BLOCKTYPE type) override;
  bool enter_span(MD_SPANTYPE type, void* detail) override;
  void leave_span(MD_SPANTYPE type) override;
  void text(MD_TEXTTYPE type, std::string_view text) override;

 private:
  // "&amp;" in an address stands for "&".
  void pass_link(std::string_view words, std::string address);

  MarkdownVisitor& inner_;
  std::string_view markdown_;
  unsigned links_ = 0;  // links and pictures that have begun and not ended
};

}  // namespace landkaart::inline v0
