// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/markdown_autolinks.h"

#include <algorithm>

#include "content-pack/compiler/markdown_parser.h"
#include "core/text/autolinks.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::string_view kAmpersand = "&amp;";

bool is_link(MD_SPANTYPE type) { return type == MD_SPAN_A || type == MD_SPAN_IMG; }

bool may_be_mark_in_address(std::string_view text) {
  return text.starts_with('*') || text.starts_with('_') || text.starts_with('~') ||
         text.starts_with(kAmpersand);
}

// Finds the marks in addresses and replaces them in a copy of the text.
class AddressMasker : public MarkdownVisitor {
 public:
  explicit AddressMasker(std::string_view markdown) : copy_(markdown) {}

  std::string finish() { return std::move(copy_); }

  void begin(std::string_view markdown) override { markdown_ = markdown; }
  bool enter_block(MD_BLOCKTYPE, void*) override { return true; }
  void leave_block(MD_BLOCKTYPE) override {}
  bool enter_span(MD_SPANTYPE type, void*) override {
    if (is_link(type)) ++links_;
    return true;
  }
  void leave_span(MD_SPANTYPE type) override {
    if (is_link(type) && links_ > 0) --links_;
  }

  void text(MD_TEXTTYPE type, std::string_view text) override {
    const auto begin = offset_in(markdown_, text);
    if (type != MD_TEXT_NORMAL || links_ > 0 || !begin) return;
    const std::size_t end = *begin + text.size();
    if (!may_be_mark_in_address(markdown_.substr(end))) return;
    std::size_t from = std::max(*begin, masked_end_);
    while (from < end) {
      const auto link = find_autolink(markdown_.substr(0, end), from);
      if (!link) return;
      from = link->end;
      const bool reaches_mark =
          markdown_.substr(from, end - from).find_first_of(" \t<") == std::string_view::npos;
      if (reaches_mark) return mask(link->begin, end);
    }
  }

 private:
  // Replaces the marks at `end` and later in the address that begins at `begin`.
  void mask(std::size_t begin, std::size_t end) {
    const auto link = find_autolink(markdown_.substr(0, end_of_marked_address(end)), begin);
    if (!link || link->begin != begin) return;
    for (std::size_t at = end; at < link->end; ++at) {
      if (may_be_mark_in_address(markdown_.substr(at))) copy_[at] = 'x';
    }
    masked_end_ = std::max(masked_end_, link->end);
  }

  // Where an address that goes on with a mark at `at` must end.
  std::size_t end_of_marked_address(std::size_t at) const {
    while (at < markdown_.size()) {
      at = std::min(markdown_.find_first_of(" \t\n\r\v\f<>`\\[]|&", at), markdown_.size());
      if (!markdown_.substr(at).starts_with(kAmpersand)) break;
      ++at;
    }
    return at;
  }

  std::string copy_;
  std::string_view markdown_;
  std::size_t masked_end_ = 0;
  unsigned links_ = 0;
};

}  // namespace

std::string with_masked_addresses(std::string_view markdown) {
  AddressMasker masker(markdown);
  const bool has_address = markdown.find("://") != std::string_view::npos ||
                           markdown.find("www.") != std::string_view::npos;
  if (has_address) parse_with_md4c(markdown, masker);
  return masker.finish();
}

void AutolinkVisitor::begin(std::string_view markdown) {
  markdown_ = markdown;
  inner_.begin(markdown);
}

bool AutolinkVisitor::enter_block(MD_BLOCKTYPE type, void* detail) {
  links_ = 0;
  return inner_.enter_block(type, detail);
}

void AutolinkVisitor::leave_block(MD_BLOCKTYPE type) {
  links_ = 0;
  inner_.leave_block(type);
}

bool AutolinkVisitor::enter_span(MD_SPANTYPE type, void* detail) {
  if (is_link(type)) ++links_;
  return inner_.enter_span(type, detail);
}

void AutolinkVisitor::leave_span(MD_SPANTYPE type) {
  if (is_link(type) && links_ > 0) --links_;
  inner_.leave_span(type);
}

void AutolinkVisitor::text(MD_TEXTTYPE type, std::string_view text) {
  const auto begin = offset_in(markdown_, text);
  if (type != MD_TEXT_NORMAL || links_ > 0 || !begin) return inner_.text(type, text);
  const std::size_t end = *begin + text.size();
  std::size_t done = *begin;
  while (const auto link = find_autolink(markdown_.substr(0, end), done)) {
    if (link->begin > done) inner_.text(type, markdown_.substr(done, link->begin - done));
    pass_link(markdown_.substr(link->begin, link->end - link->begin), link->address);
    done = link->end;
  }
  if (done < end) inner_.text(type, markdown_.substr(done, end - done));
}

void AutolinkVisitor::pass_link(std::string_view words, std::string address) {
  for (std::size_t at = address.find(kAmpersand); at != std::string::npos;
       at = address.find(kAmpersand, at + 1)) {
    address.replace(at, kAmpersand.size(), "&");
  }
  const std::string_view target = address == words ? words : address;
  const MD_TEXTTYPE types[] = {MD_TEXT_NORMAL};
  const MD_OFFSET offsets[] = {0, static_cast<MD_OFFSET>(target.size())};
  MD_SPAN_A_DETAIL link{};
  link.href = {target.data(), static_cast<MD_SIZE>(target.size()), types, offsets};
  link.title = {nullptr, 0, nullptr, nullptr};
  inner_.enter_span(MD_SPAN_A, &link);
  while (!words.empty()) {
    const std::string_view plain = words.substr(0, words.find(kAmpersand));
    if (!plain.empty()) inner_.text(MD_TEXT_NORMAL, plain);
    words.remove_prefix(plain.size());
    if (words.empty()) break;
    inner_.text(MD_TEXT_ENTITY, words.substr(0, kAmpersand.size()));
    words.remove_prefix(kAmpersand.size());
  }
  inner_.leave_span(MD_SPAN_A);
}

}  // namespace landkaart::inline v0
