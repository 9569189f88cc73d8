// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/body_addresses.h"

#include <algorithm>
#include <set>
#include <utility>

#include "content-pack/compiler/asset_address.h"
#include "content-pack/compiler/percent_encoding.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::string_view kItem = "item:";
constexpr std::string_view kAsset = "asset:";

// The offset of a whole address in a body: "item:a" is not found inside "item:ab". Returns npos
// when the body does not have it.
std::size_t find_address(std::string_view address, std::string_view body) {
  const auto borders = [&](std::size_t at) {
    const std::size_t end = at + address.size();
    return at > 0 && std::string_view("(< ").find(body[at - 1]) != std::string_view::npos &&
           (end == body.size() ||
            std::string_view(")> \n").find(body[end]) != std::string_view::npos);
  };
  std::size_t at = body.find(address);
  while (at != std::string_view::npos && !borders(at)) at = body.find(address, at + 1);
  return at;
}

// The position of the first occurrence of an address in a body, or the start of the body when it
// does not occur: it is written with entities then.
SourcePosition position_of(std::string_view address, std::string_view body,
                           const SourcePosition& body_at) {
  const std::size_t at = find_address(address, body);
  return at == std::string_view::npos ? body_at : position_in(body, at, body_at);
}

class AddressReader {
 public:
  AddressReader(std::string_view body, const SourcePosition& body_at, SourceItem& item)
      : body_(body), body_at_(body_at), item_(item) {}

  void read(const MarkupNode& node) {
    const bool has_address = node.tag == Tag::link || node.tag == Tag::image;
    if (has_address && addresses_.insert(node.text).second) add(node.text);
    for (const MarkupNode& child : node.children) read(child);
  }

 private:
  void add(std::string_view address) {
    if (address.starts_with(kItem)) {
      add_link(address);
    } else if (address.starts_with(kAsset)) {
      item_.assets.push_back({asset_name(address), position(address)});
    } else if (address.starts_with('#')) {
      item_.anchor_links.push_back({{item_.id, position(address)}, std::string(address.substr(1))});
    }
  }

  void add_link(std::string_view address) {
    const std::string_view rest = address.substr(kItem.size());
    const std::size_t sign = std::min(rest.find('#'), rest.size());
    const std::string_view target = rest.substr(0, sign);
    const Reference reference{std::string(target), position(address)};
    if (targets_.insert(target).second) {
      item_.links.push_back({LinkType::mentions, reference});
    }
    if (sign < rest.size()) {
      item_.anchor_links.push_back({reference, std::string(rest.substr(sign + 1))});
    }
  }

  SourcePosition position(std::string_view address) const {
    return position_of(address, body_, body_at_);
  }

  std::string_view body_;
  const SourcePosition& body_at_;
  SourceItem& item_;
  std::set<std::string_view> addresses_, targets_;
};

bool is_lost(const MarkupNode& node, const std::vector<std::string>& anchors) {
  const std::string_view address = node.text;
  return node.tag == Tag::link && address.starts_with('#') &&
         !leads_to_anchor(address.substr(1), anchors);
}

}  // namespace

bool leads_to_anchor(std::string_view fragment, const std::vector<std::string>& anchors) {
  return fragment.empty() || fragment == "top" || std::ranges::binary_search(anchors, fragment) ||
         std::ranges::binary_search(anchors, percent_decoded(fragment));
}

void unwrap_lost_anchors(MarkupNode& tree, std::string_view body, const SourcePosition& body_at,
                         const std::vector<std::string>& anchors, MistakeList& mistakes) {
  std::vector<MarkupNode> children;
  for (MarkupNode& child : tree.children) {
    unwrap_lost_anchors(child, body, body_at, anchors, mistakes);
    if (!is_lost(child, anchors)) {
      children.push_back(std::move(child));
      continue;
    }
    mistakes.note(position_of(child.text, body, body_at), Message::anchor_became_text,
                  {child.text});
    std::ranges::move(child.children, std::back_inserter(children));
  }
  tree.children = std::move(children);
}

void add_addresses(const MarkupNode& tree, std::string_view body, const SourcePosition& body_at,
                   SourceItem& item) {
  AddressReader(body, body_at, item).read(tree);
}

}  // namespace landkaart::inline v0
