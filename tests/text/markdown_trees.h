// SPDX-License-Identifier: EUPL-1.2
// Functions that parse Markdown to a tree and write it back, for the tests of this folder.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <gtest/gtest.h>

#include "content-pack/compiler/markdown.h"
#include "core/text/markup.h"

namespace landkaart::testing {

// The tree of `markdown`, or nullopt when the compiler reports a mistake in it.
inline std::optional<MarkupNode> tree_without_mistakes(std::string_view markdown) {
  MistakeList mistakes;
  const SourcePosition start{"test.md", 1, 1};
  MarkupNode tree = parse_markdown(markdown, TextOrigin::written_here, start, mistakes);
  if (!mistakes.empty()) return std::nullopt;
  return tree;
}

inline MarkupNode tree_of(std::string_view markdown) {
  std::optional<MarkupNode> tree = tree_without_mistakes(markdown);
  EXPECT_TRUE(tree) << markdown;
  return tree.value_or(MarkupNode{});
}

inline std::string html_of(std::string_view markdown) { return to_html(tree_of(markdown)); }

// `markdown` in its canonical spelling.
inline std::string respelt(std::string_view markdown) { return to_markdown(tree_of(markdown)); }

}  // namespace landkaart::testing
