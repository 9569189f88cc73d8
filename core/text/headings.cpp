// SPDX-License-Identifier: EUPL-1.2
#include "core/text/headings.h"

#include <unordered_map>
#include <unordered_set>

#include "core/base/salted_hash.h"
#include "core/text/tokenizer.h"
#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

std::string text_of(const MarkupNode& heading) {
  std::string text = to_plain_text({Tag::document, {}, 0, {heading}});
  text.pop_back();  // the end of the line
  return text;
}

// "Collega's: één kring" becomes "collegas-een-kring".
std::string anchor_of(std::string_view text) {
  std::string anchor;
  std::string folded;
  bool at_gap = false;  // whether a sign or a space precedes the next letter
  for (std::size_t offset = 0; offset < text.size();) {
    const DecodedLetter letter = decode_utf8(text, offset);
    if (is_word_letter(letter.code)) {
      folded.clear();
      append_folded(folded, text.substr(offset, letter.length));
      if (at_gap && !folded.empty()) {
        if (!anchor.empty()) anchor += '-';
        at_gap = false;
      }
      anchor += folded;
    } else if (!is_apostrophe(letter.code)) {
      at_gap = true;
    }
    offset += letter.length;
  }
  return anchor;
}

class HeadingReader {
 public:
  void read(const MarkupNode& node) {
    for (const MarkupNode& child : node.children) {
      if (child.tag == Tag::heading) {
        add(child);
      } else if (is_block(child.tag) || child.tag == Tag::list_item) {
        read(child);
      }
    }
  }

  std::vector<Heading> finish() { return std::move(headings_); }

 private:
  void add(const MarkupNode& node) {
    std::string text = text_of(node);
    std::string anchor = unique(anchor_of(text));
    headings_.push_back({node.number, std::move(text), std::move(anchor)});
  }

  // Appends the first number from 1 that makes the anchor differ from all before it.
  std::string unique(const std::string& anchor) {
    if (anchor.empty() || given_.insert(anchor).second) return anchor;
    // Stores the last number for each anchor, because a search from 1 for each of n equal headings
    // takes time in proportion to n².
    unsigned& number = last_number_[anchor];
    std::string numbered;
    do {
      numbered = anchor + "-" + std::to_string(++number);
    } while (!given_.insert(numbered).second);
    return numbered;
  }

  std::vector<Heading> headings_;
  std::unordered_set<std::string, SaltedHash> given_;
  std::unordered_map<std::string, unsigned, SaltedHash> last_number_;
};

}  // namespace

std::vector<Heading> headings_of(const MarkupNode& tree) {
  HeadingReader reader;
  reader.read(tree);
  return reader.finish();
}

}  // namespace landkaart::inline v0
