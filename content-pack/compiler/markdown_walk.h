// SPDX-License-Identifier: EUPL-1.2
// walk_markdown() parses a body with md4c and calls a visitor for each block, span and text. All
// code that reads Markdown uses it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <md4c.h>

namespace landkaart::inline v0 {

class MarkdownVisitor {
 public:
  virtual ~MarkdownVisitor() = default;

  // Called once, before all other functions, with the text. Most views that text() receives point
  // into this text.
  virtual void begin(std::string_view markdown) = 0;
  // Returning false from enter_block() or enter_span() ends the walk.
  virtual bool enter_block(MD_BLOCKTYPE type, void* detail) = 0;
  virtual void leave_block(MD_BLOCKTYPE type) = 0;
  virtual bool enter_span(MD_SPANTYPE type, void* detail) = 0;
  virtual void leave_span(MD_SPANTYPE type) = 0;
  virtual void text(MD_TEXTTYPE type, std::string_view text) = 0;
};

// Parses CommonMark with the extensions of GitHub: tables, strikethrough, task lists and autolinks.
void walk_markdown(std::string_view markdown, MarkdownVisitor& visitor);

// The offset in `source` of a view that lies in it; nothing for another text, such as one that md4c
// made.
std::optional<std::size_t> offset_in(std::string_view source, std::string_view view);

// Returns the text that an entity such as &eacute; or &#233; stands for, or the entity itself when
// its name is not known.
std::string resolve_entity(std::string_view entity);
// Returns the address of a link or picture with its entities resolved.
std::string resolve_entities(const MD_ATTRIBUTE& attribute);

}  // namespace landkaart::inline v0
