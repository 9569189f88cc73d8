// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/markdown.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "content-pack/compiler/asset_address.h"
#include "content-pack/compiler/html_in_markdown.h"
#include "content-pack/compiler/markdown_walk.h"
#include "core/text/utf8.h"
#include "landkaart/limits.h"

namespace landkaart::inline v0 {
namespace {

// Builds the tree of MarkupNode from the calls of walk_markdown().
class TreeBuilder : public MarkdownVisitor {
 public:
  TreeBuilder(TextOrigin origin, const SourcePosition& start, MistakeList& mistakes)
      : origin_(origin), start_(start), mistakes_(mistakes) {
    open_.push_back(&document_);
  }

  void begin(std::string_view markdown) override {
    markdown_ = markdown;
    report_unwritable();
  }

  MarkupNode finish() {
    normalise(document_);
    return std::move(document_);
  }

  bool enter_block(MD_BLOCKTYPE type, void* detail) override {
    end_html();
    in_html_block_ = type == MD_BLOCK_HTML;
    if (!may_begin_with_text(type)) append_task_box();
    const auto tag = tag_of(type);
    if (!tag) return true;
    open(*tag);
    if (type == MD_BLOCK_OL) open_.back()->number = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start;
    if (type == MD_BLOCK_H) enter_heading(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) {
      open_.back()->number = alignment(static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align);
    }
    if (type == MD_BLOCK_LI) task_box_ = task_box(*static_cast<MD_BLOCK_LI_DETAIL*>(detail));
    return !too_deep_;
  }

  void leave_block(MD_BLOCKTYPE type) override {
    end_html();
    in_html_block_ = false;
    append_task_box();
    const auto tag = tag_of(type);
    if (!tag) return;
    if (type == MD_BLOCK_H) report_heading_without_words();
    if (open_.back()->tag != *tag) report_crossing();
    while (open_.back()->tag != *tag) open_.pop_back();
    open_.pop_back();
  }

  bool enter_span(MD_SPANTYPE type, void* detail) override {
    end_html();
    append_task_box();
    open(tag_of(type));
    if (type == MD_SPAN_A) {
      const auto* link = static_cast<MD_SPAN_A_DETAIL*>(detail);
      enter_address(link->href, link->title);
    } else if (type == MD_SPAN_IMG) {
      const auto* image = static_cast<MD_SPAN_IMG_DETAIL*>(detail);
      enter_address(image->src, image->title);
    }
    return !too_deep_;
  }

  void leave_span(MD_SPANTYPE type) override {
    end_html();
    if (open_.back()->tag != tag_of(type)) return report_crossing();
    if (type == MD_SPAN_IMG) flatten(*open_.back());
    const bool only_words = type == MD_SPAN_A && open_.back()->text.empty();
    open_.pop_back();
    if (only_words) unwrap_last_child(*open_.back());
  }

  void text(MD_TEXTTYPE type, std::string_view text) override {
    if (type == MD_TEXT_HTML) return add_html(text);
    end_html();
    append_task_box();
    remember(text);
    switch (type) {
      case MD_TEXT_BR: return append_line_break();
      case MD_TEXT_SOFTBR: return append(" ");
      case MD_TEXT_ENTITY: return append_entity(text);
      case MD_TEXT_NULLCHAR: return append("\ufffd");
      default: return append(text);
    }
  }

 private:
  // The tag for a block of md4c; nothing for blocks without a node of their own: the document, the
  // head and body of a table, and HTML.
  static std::optional<Tag> tag_of(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE: return Tag::block_quote;
      case MD_BLOCK_UL: return Tag::unordered_list;
      case MD_BLOCK_OL: return Tag::ordered_list;
      case MD_BLOCK_LI: return Tag::list_item;
      case MD_BLOCK_HR: return Tag::rule;
      case MD_BLOCK_H: return Tag::heading;
      case MD_BLOCK_CODE: return Tag::code_block;
      case MD_BLOCK_P: return Tag::paragraph;
      case MD_BLOCK_TABLE: return Tag::table;
      case MD_BLOCK_TR: return Tag::table_row;
      case MD_BLOCK_TH: return Tag::table_header;
      case MD_BLOCK_TD: return Tag::table_cell;
      default: return std::nullopt;
    }
  }

  // Whether the first words of the block can be the text of a task, such as "x" in "- [ ] x".
  static bool may_begin_with_text(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_P:
      case MD_BLOCK_H:
      case MD_BLOCK_TABLE:
      case MD_BLOCK_THEAD:
      case MD_BLOCK_TR:
      case MD_BLOCK_TH: return true;
      default: return false;
    }
  }

  static unsigned alignment(MD_ALIGN align) {
    switch (align) {
      case MD_ALIGN_LEFT: return static_cast<unsigned>(Alignment::left);
      case MD_ALIGN_CENTER: return static_cast<unsigned>(Alignment::center);
      case MD_ALIGN_RIGHT: return static_cast<unsigned>(Alignment::right);
      default: return static_cast<unsigned>(Alignment::none);
    }
  }

  static std::string_view task_box(const MD_BLOCK_LI_DETAIL& item) {
    if (item.is_task == 0) return {};
    return item.task_mark == ' ' ? "☐ " : "☑ ";
  }

  // Writes the box of a task before the first words of its list item. In a loose list these words
  // are in a paragraph.
  void append_task_box() {
    if (!task_box_.empty()) append(std::exchange(task_box_, {}));
  }

  static Tag tag_of(MD_SPANTYPE type) {
    switch (type) {
      case MD_SPAN_STRONG: return Tag::strong;
      case MD_SPAN_DEL: return Tag::strikethrough;
      case MD_SPAN_CODE: return Tag::code;
      case MD_SPAN_A: return Tag::link;
      case MD_SPAN_IMG: return Tag::image;
      default: return Tag::emphasis;  // no other span is switched on
    }
  }

  // Reports text that export cannot write back as the same Markdown: control characters, and runs
  // of more backticks than md4c reads.
  void report_unwritable() {
    constexpr std::string_view kTooManyBackticks = "```````````````````````````````";  // 31
    const auto is_control = [](char letter) {
      const auto byte = static_cast<unsigned char>(letter);
      return (byte < 0x20 && letter != '\n' && letter != '\t') || byte == 0x7f;
    };
    const auto control = std::ranges::find_if(markdown_, is_control);
    if (control != markdown_.end()) {
      offset_ = static_cast<std::size_t>(control - markdown_.begin());
      mistake(Message::control_character, {code_point_name(*control)});
    }
    if (const std::size_t run = markdown_.find(kTooManyBackticks); run != std::string_view::npos) {
      offset_ = run;
      mistake(Message::too_many_backticks);
    }
  }

  // md4c 0.4.8 can report a span that begins in one table cell and ends in another, or the end of a
  // span that did not begin, when the address of a link contains * or _. The tree has no node for
  // such an end.
  void report_crossing() {
    if (origin_ == TextOrigin::exported_elsewhere) {
      return mistakes_.note(position(), Message::crossing_emphasis_ended);
    }
    mistake(Message::crossing_emphasis);
  }

  // "U+001E"
  static std::string code_point_name(char control) {
    constexpr std::string_view kHexadecimal = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(control);
    return std::string("U+00") + kHexadecimal[byte >> 4] + kHexadecimal[byte & 15];
  }

  // Appends a child to the innermost open node and opens it. The pointers in open_ stay valid,
  // because each points to the last child of the node before it, and only the innermost node grows.
  void open(Tag tag) {
    open_.back()->children.push_back({tag, {}, 0, {}});
    open_.push_back(&open_.back()->children.back());
    if (open_.size() == limits::kMarkupDepth) {
      too_deep_ = true;
      mistake(Message::markup_too_deep, {std::to_string(limits::kMarkupDepth - 2)});
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

  void append_line_break() {
    open(Tag::line_break);
    open_.pop_back();
  }

  void append_entity(std::string_view entity) {
    const std::string text = resolve_entity(entity);
    if (text == entity) mistake(Message::unknown_entity, {text});
    append(text);
  }

  void enter_heading(unsigned level) {
    open_.back()->number = std::max(level, 2u);
    if (level == 1) heading_pending_ = true;
  }

  void enter_address(const MD_ATTRIBUTE& address, const MD_ATTRIBUTE& title) {
    const Tag tag = open_.back()->tag;
    open_.back()->text = resolve_entities(address);
    if (open_.back()->text.starts_with("asset:")) {
      open_.back()->text = canonical_asset_address(open_.back()->text);
    }
    remember({address.text, address.size});
    const bool relative = open_.back()->text.find(':') == std::string::npos;
    if (tag == Tag::link && relative && origin_ == TextOrigin::exported_elsewhere &&
        !is_safe_address(open_.back()->text)) {
      mistakes_.note(position(), Message::relative_link_became_text, {open_.back()->text});
      open_.back()->text.clear();
      return;
    }
    check_address(*open_.back());
    if (title.size > 0) mistake(Message::title_of_link);
  }

  void check_address(const MarkupNode& node) {
    const bool of_other_site = node.text.starts_with("https:") || node.text.starts_with("http:");
    const bool is_image = node.tag == Tag::image;
    if (is_image && of_other_site) {
      mistake(Message::picture_of_other_site, {node.text});
    } else if (is_image ? !node.text.starts_with("asset:") : !is_safe_address(node.text)) {
      mistake(Message::address_not_allowed, {node.text});
    }
  }

  static void unwrap_last_child(MarkupNode& parent) {
    std::vector<MarkupNode> words = std::move(parent.children.back().children);
    parent.children.pop_back();
    std::ranges::move(words, std::back_inserter(parent.children));
  }

  // Replaces the children of an image by plain text, because its description has no markup.
  static void flatten(MarkupNode& image) {
    std::string text;
    append_text(image, text);
    image.children = {{Tag::text, std::move(text), 0, {}}};
  }

  static void append_text(const MarkupNode& node, std::string& out) {
    for (const MarkupNode& child : node.children) {
      if (child.tag == Tag::text || child.tag == Tag::code) out += child.text;
      if (child.tag == Tag::line_break) out += ' ';
      append_text(child, out);
    }
  }

  // Collects the HTML of one block, or of tags in a row within a line. md4c gives it in parts.
  void add_html(std::string_view text) {
    if (const auto offset = offset_in(markdown_, text))
      html_parts_.emplace_back(html_.size(), *offset);
    html_ += text;
  }

  // A line break between blocks has no effect, because blocks are separate already.
  void end_html() {
    for (const HtmlPiece& piece : split_html(html_)) {
      if (piece.sort == HtmlPiece::Sort::comment) continue;
      if (piece.sort == HtmlPiece::Sort::line_break) {
        if (!in_html_block_) append_line_break();
        continue;
      }
      report_html(piece);
      if (in_html_block_) break;
    }
    html_.clear();
    html_parts_.clear();
  }

  void report_html(const HtmlPiece& piece) {
    for (const auto& [begin, offset] : html_parts_) {
      if (begin <= piece.offset) offset_ = offset + (piece.offset - begin);
    }
    if (piece.sort == HtmlPiece::Sort::text) return mistake(Message::text_in_html);
    const std::string name = name_in_tag(piece.text);
    const bool closes = piece.text.starts_with("</");
    if (closes && refused_elements_.contains(name)) return;
    refused_elements_.insert(name);
    const std::string_view shown = piece.text.substr(0, piece.text.find('\n'));
    mistake(Message::raw_html, {shown, markdown_instead_of(name)});
  }

  // Remembers the position of a text that lies in the source. md4c passes most texts as views of
  // the source, and some, such as entities in addresses, as copies.
  void remember(std::string_view text) {
    offset_ = offset_in(markdown_, text).value_or(offset_);
    report_pending_heading();
  }

  void report_heading_without_words() {
    const std::size_t next = markdown_.find("\n#", offset_);
    if (!markdown_.substr(offset_).starts_with('#') && next != std::string_view::npos) {
      offset_ = next + 1;
    }
    report_pending_heading();
  }

  void report_pending_heading() {
    if (!std::exchange(heading_pending_, false)) return;
    mistake(Message::heading_of_level_1);
  }

  void mistake(Message message, const Arguments& arguments = {}) {
    mistakes_.add(position(), message, arguments);
  }

  SourcePosition position() const { return position_in(markdown_, offset_, start_); }

  std::string_view markdown_;
  TextOrigin origin_;
  const SourcePosition& start_;
  MistakeList& mistakes_;
  MarkupNode document_;
  std::vector<MarkupNode*> open_;
  std::size_t offset_ = 0;  // in markdown_, of the latest known position
  std::string html_;        // the HTML that is being read
  std::vector<std::pair<std::size_t, std::size_t>> html_parts_;  // offset in html_, in markdown_
  std::set<std::string> refused_elements_;
  std::string_view task_box_;  // the box that the next words begin with
  bool in_html_block_ = false;
  bool heading_pending_ = false;
  bool too_deep_ = false;
};

}  // namespace

MarkupNode parse_markdown(std::string_view markdown, TextOrigin origin, const SourcePosition& start,
                          MistakeList& mistakes) {
  TreeBuilder tree(origin, start, mistakes);
  walk_markdown(markdown, tree);
  return tree.finish();
}

}  // namespace landkaart::inline v0
