// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/markdown.h"

#include <md4c.h>

#include <algorithm>
#include <array>

#include "core/text/utf8.h"
#include "landkaart/limits.h"

namespace landkaart {
namespace {

// The HTML entities that people write by name; others are better written as the letter itself.
struct Entity {
  std::string_view name;
  std::string_view text;
};
constexpr std::array kEntities = {
    Entity{"&amp;", "&"},   Entity{"&lt;", "<"},     Entity{"&gt;", ">"},
    Entity{"&quot;", "\""}, Entity{"&apos;", "'"},   Entity{"&nbsp;", "\u00a0"},
    Entity{"&shy;", "\u00ad"}, Entity{"&ndash;", "–"}, Entity{"&mdash;", "—"},
    Entity{"&hellip;", "…"}, Entity{"&euro;", "€"},   Entity{"&copy;", "©"},
    Entity{"&eacute;", "é"}, Entity{"&euml;", "ë"},   Entity{"&iuml;", "ï"},
    Entity{"&ouml;", "ö"},   Entity{"&uuml;", "ü"},   Entity{"&egrave;", "è"}};

std::string resolve_entity(std::string_view entity) {
  const auto known = std::ranges::find(kEntities, entity, &Entity::name);
  if (known != kEntities.end()) return std::string(known->text);
  if (!entity.starts_with("&#")) return std::string(entity);
  const bool hexadecimal = entity.size() > 2 && (entity[2] | 0x20) == 'x';
  const std::string digits(entity.substr(hexadecimal ? 3 : 2));
  const unsigned long code = std::strtoul(digits.c_str(), nullptr, hexadecimal ? 16 : 10);
  std::string text;
  const bool letter = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000);
  append_utf8(text, letter || code == '\n' || code == '\t' ? static_cast<char32_t>(code)
                                                           : kReplacement);
  return text;
}

// Builds the tree while md4c walks over the text.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view markdown, TextOrigin origin, const SourcePosition& start,
              MistakeList& mistakes)
      : markdown_(markdown), origin_(origin), start_(start), mistakes_(mistakes) {
    open_.push_back(&document_);
  }

  MarkupNode take() {
    normalise(document_);
    return std::move(document_);
  }

  void enter_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE: return open(Tag::block_quote);
      case MD_BLOCK_UL: return open(Tag::unordered_list);
      case MD_BLOCK_OL: {
        open(Tag::ordered_list);
        open_.back()->number = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start;
        return;
      }
      case MD_BLOCK_LI: return open(Tag::list_item);
      case MD_BLOCK_HR: return open(Tag::rule);
      case MD_BLOCK_H: return enter_heading(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
      case MD_BLOCK_CODE: return open(Tag::code_block);
      case MD_BLOCK_P: return open(Tag::paragraph);
      case MD_BLOCK_TABLE: return open(Tag::table);
      case MD_BLOCK_TR: return open(Tag::table_row);
      case MD_BLOCK_TH: return open(Tag::table_header);
      case MD_BLOCK_TD: return open(Tag::table_cell);
      case MD_BLOCK_HTML: html_block_ = HtmlBlock::entered; return;  // its text is refused
      default: return;  // document, table head and body add nothing
    }
  }

  void leave_block(MD_BLOCKTYPE type) {
    const bool opened = type != MD_BLOCK_DOC && type != MD_BLOCK_THEAD && type != MD_BLOCK_TBODY &&
                        type != MD_BLOCK_HTML;
    if (type == MD_BLOCK_H) report_pending_heading();  // one without words
    if (opened) open_.pop_back();
  }

  void enter_span(MD_SPANTYPE type, void* detail) {
    switch (type) {
      case MD_SPAN_EM: return open(Tag::emphasis);
      case MD_SPAN_STRONG: return open(Tag::strong);
      case MD_SPAN_CODE: return open(Tag::code);
      case MD_SPAN_A: {
        const auto* link = static_cast<MD_SPAN_A_DETAIL*>(detail);
        return enter_address(Tag::link, link->href, link->title);
      }
      case MD_SPAN_IMG: {
        const auto* image = static_cast<MD_SPAN_IMG_DETAIL*>(detail);
        return enter_address(Tag::image, image->src, image->title);
      }
      default: return open(Tag::emphasis);  // no other span is switched on
    }
  }

  void leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG) flatten(*open_.back());
    const bool only_words = type == MD_SPAN_A && open_.back()->text.empty();
    open_.pop_back();
    if (only_words) unwrap_last_child(*open_.back());
  }

  void text(MD_TEXTTYPE type, std::string_view text) {
    remember(text);
    switch (type) {
      case MD_TEXT_BR: open(Tag::line_break); open_.pop_back(); return;
      case MD_TEXT_SOFTBR: return append(" ");
      case MD_TEXT_ENTITY: return append_entity(text);
      case MD_TEXT_NULLCHAR: return append("\ufffd");
      case MD_TEXT_HTML: return report_html(text);
      default: return append(text);
    }
  }

 private:
  // Nodes live in vectors that grow, so only the last child of each open node is ever pointed at.
  void open(Tag tag) {
    open_.back()->children.push_back({tag, {}, 0, {}});
    open_.push_back(&open_.back()->children.back());
    if (open_.size() == limits::kMarkupDepth) {
      too_deep_ = true;
      mistake("this is nested too deeply", "use fewer levels of lists and quotations");
    }
  }

  void append(std::string_view text) {
    MarkupNode& node = *open_.back();
    if (node.tag == Tag::code || node.tag == Tag::code_block) {
      node.text += text;
    } else if (!node.children.empty() && node.children.back().tag == Tag::text) {
      node.children.back().text += text;
    } else {
      node.children.push_back({Tag::text, std::string(text), 0, {}});
    }
  }

  void append_entity(std::string_view entity) {
    const std::string text = resolve_entity(entity);
    if (text == entity) {
      mistake("this entity is not known: " + text, "write the letter itself");
    }
    append(text);
  }

  void enter_heading(unsigned level) {
    open(Tag::heading);
    open_.back()->number = std::max(level, 2u);
    if (level == 1) heading_pending_ = true;
  }

  void enter_address(Tag tag, const MD_ATTRIBUTE& address, const MD_ATTRIBUTE& title) {
    open(tag);
    open_.back()->text = resolve(address);
    remember({address.text, address.size});
    const bool relative = open_.back()->text.find(':') == std::string::npos;
    if (tag == Tag::link && relative && origin_ == TextOrigin::exported_elsewhere &&
        !is_safe_address(open_.back()->text)) {
      mistakes_.note(position(), "this relative link was written as plain text: " +
                                     open_.back()->text);
      open_.back()->text.clear();
      return;
    }
    if (!is_safe_address(open_.back()->text)) {
      mistake("this address is not allowed: " + open_.back()->text,
              "write item:ID for an item, asset:PATH for a file, or a whole https: address");
    }
    if (title.size > 0) {
      mistake("a title on a link is not kept", "say it in the text of the link");
    }
  }

  static std::string resolve(const MD_ATTRIBUTE& attribute) {
    std::string text;
    for (int i = 0; attribute.substr_offsets != nullptr &&
                    attribute.substr_offsets[i] < attribute.size; ++i) {
      const std::string_view part(attribute.text + attribute.substr_offsets[i],
                                  attribute.substr_offsets[i + 1] - attribute.substr_offsets[i]);
      text += attribute.substr_types[i] == MD_TEXT_ENTITY ? resolve_entity(part) : std::string(part);
    }
    return text;
  }

  static void unwrap_last_child(MarkupNode& parent) {
    std::vector<MarkupNode> words = std::move(parent.children.back().children);
    parent.children.pop_back();
    std::ranges::move(words, std::back_inserter(parent.children));
  }

  // What describes an image is plain text.
  static void flatten(MarkupNode& image) {
    std::string text;
    collect_text(image, text);
    image.children = {{Tag::text, std::move(text), 0, {}}};
  }

  static void collect_text(const MarkupNode& node, std::string& out) {
    for (const MarkupNode& child : node.children) {
      if (child.tag == Tag::text || child.tag == Tag::code) out += child.text;
      if (child.tag == Tag::line_break) out += ' ';
      collect_text(child, out);
    }
  }

  void report_html(std::string_view text) {
    if (html_block_ == HtmlBlock::reported) return;
    if (text.find_first_not_of(" \n") == std::string_view::npos) return;
    if (html_block_ == HtmlBlock::entered) html_block_ = HtmlBlock::reported;
    const std::string_view shown = text.substr(0, text.find('\n'));
    mistake("raw HTML is refused: " + std::string(shown),
            "write it in Markdown, or put a \\ before the < to show it");
  }

  // md4c gives text as it stands in the source wherever it can.
  void remember(std::string_view text) {
    const std::less_equal<const char*> not_after;
    if (not_after(markdown_.data(), text.data()) &&
        not_after(text.data(), markdown_.data() + markdown_.size())) {
      offset_ = static_cast<std::size_t>(text.data() - markdown_.data());
    }
    report_pending_heading();
  }

  void report_pending_heading() {
    if (!std::exchange(heading_pending_, false)) return;
    mistake("a heading with one # is the title of the item, which stands in the front matter",
            "begin with ##");
  }

  void mistake(std::string problem, std::string remedy) {
    mistakes_.add(position(), std::move(problem), std::move(remedy));
  }

  SourcePosition position() const {
    const std::string_view before = markdown_.substr(0, offset_);
    const auto lines = static_cast<unsigned>(std::ranges::count(before, '\n'));
    const std::size_t line_begin = lines == 0 ? 0 : before.rfind('\n') + 1;
    const auto column = static_cast<unsigned>(code_points(before.substr(line_begin), offset_)) + 1;
    return {start_.file, start_.line + lines, column};
  }

  std::string_view markdown_;
  TextOrigin origin_;
  const SourcePosition& start_;
  MistakeList& mistakes_;
  MarkupNode document_;
  std::vector<MarkupNode*> open_;
  std::size_t offset_ = 0;
  enum class HtmlBlock { outside, entered, reported } html_block_ = HtmlBlock::outside;
  bool heading_pending_ = false;
  bool too_deep_ = false;
};

TreeBuilder& builder(void* user) { return *static_cast<TreeBuilder*>(user); }

}  // namespace

MarkupNode parse_markdown(std::string_view markdown, TextOrigin origin, const SourcePosition& start,
                          MistakeList& mistakes) {
  TreeBuilder tree(markdown, origin, start, mistakes);
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES;
  parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* user) {
    builder(user).enter_block(type, detail);
    return 0;
  };
  parser.leave_block = [](MD_BLOCKTYPE type, void*, void* user) {
    builder(user).leave_block(type);
    return 0;
  };
  parser.enter_span = [](MD_SPANTYPE type, void* detail, void* user) {
    builder(user).enter_span(type, detail);
    return 0;
  };
  parser.leave_span = [](MD_SPANTYPE type, void*, void* user) {
    builder(user).leave_span(type);
    return 0;
  };
  parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
    builder(user).text(type, {text, size});
    return 0;
  };
  md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &tree);
  return tree.take();
}

}  // namespace landkaart
