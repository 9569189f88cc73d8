// SPDX-License-Identifier: EUPL-1.2
#include "core/pack/item_texts.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/model/searched_text.h"
#include "core/pack/item_document.h"
#include "core/text/utf8.h"

namespace landkaart::inline v0 {
namespace {

constexpr std::size_t kPassageBytes = 256 * 1024;   // to split into words takes 12 ms
constexpr std::size_t kPassages = limits::kFields;  // number in the cache, above those of fields

std::string field_text(const PackState& pack, Ordinal item, std::size_t field) {
  const auto& fields = pack.index.header().fields;
  const std::string_view name = field < fields.size() ? std::string_view(fields[field].name) : "";
  if (name == "title") return searched_names(pack.table.title(item), document_of(pack, item));
  if (name == "summary") return std::string(pack.table.summary(item));
  std::string text;
  if (name == "keywords") {
    for (const std::string_view tag : pack.table.tags(item)) text.append(tag) += '\n';
  } else if (name == kTextField) {
    const JsonTree document = document_of(pack, item);
    text = searched_text(document, to_plain_text(body_in(document)));
  }
  return text;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view kSpaces = " \n";
  text.remove_prefix(std::min(text.find_first_not_of(kSpaces), text.size()));
  return std::string(text.substr(0, text.find_last_not_of(kSpaces) + 1));
}

// Removes the first line only when it equals `line` as a whole: a text that begins with "Griffiers
// werken" keeps its first line below the title "Griffie".
std::string_view without_first_line(std::string_view text, std::string_view line) {
  const bool has_line =
      text.starts_with(line) && (text.size() == line.size() || text[line.size()] == '\n');
  return text.substr(has_line ? line.size() : 0);
}

std::string passages(const PackState& pack, Ordinal item) {
  std::string text(pack.table.summary(item));
  text += '\n';
  text += without_first_line(to_plain_text(body_of(pack, item)), pack.table.title(item));
  return trimmed(utf8_prefix(text, kPassageBytes));
}

}  // namespace

std::shared_ptr<const AnalysedText> analysed_field(const PackState& pack, Ordinal item,
                                                   std::size_t field, WordAnalyser& analyser) {
  return pack.analysed_text(
      item, field, [&] { return field_text(pack, item, field); }, analyser);
}

std::shared_ptr<const AnalysedText> analysed_passages(const PackState& pack, Ordinal item) {
  WordAnalyser analyser(pack.index);
  return pack.analysed_text(
      item, kPassages, [&] { return passages(pack, item); }, analyser);
}

}  // namespace landkaart::inline v0
