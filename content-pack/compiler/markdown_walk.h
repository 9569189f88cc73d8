// SPDX-License-Identifier: EUPL-1.2
// walk_markdown, the one way to md4c: whoever wants to know what stands in a body visits it.
#pragma once

#include <string>
#include <string_view>

#include <md4c.h>

namespace landkaart::inline v0 {

class MarkdownVisitor {
 public:
  virtual ~MarkdownVisitor() = default;

  // Comes first, with the text as it is read. Wherever md4c can, the pieces of text lie in it.
  virtual void begin(std::string_view markdown) = 0;
  // What gives false is the last to be called.
  virtual bool enter_block(MD_BLOCKTYPE type, void* detail) = 0;
  virtual void leave_block(MD_BLOCKTYPE type) = 0;
  virtual bool enter_span(MD_SPANTYPE type, void* detail) = 0;
  virtual void leave_span(MD_SPANTYPE type) = 0;
  virtual void text(MD_TEXTTYPE type, std::string_view text) = 0;
};

// CommonMark with tables.
void walk_markdown(std::string_view markdown, MarkdownVisitor& visitor);

// The text that an entity such as &eacute; or &#233; stands for; itself when it is not known.
std::string resolve_entity(std::string_view entity);
// The text of an address.
std::string resolve_entities(const MD_ATTRIBUTE& attribute);

}  // namespace landkaart::inline v0
