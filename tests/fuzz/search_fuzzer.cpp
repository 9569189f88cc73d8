// SPDX-License-Identifier: EUPL-1.2
// Reads search options and a query from any bytes, and searches one of two small packs: one with
// positions, and one without, in which phrases are looked up in the texts. Every answer must keep
// the promises of landkaart/search.h.
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string_view>

#include <landkaart/compiler.h>

#include "core/text/utf8.h"
#include "tests/fuzz/fuzzer.h"

namespace {

using namespace landkaart;

// Takes one byte for each choice from the front of the input. The remaining bytes are the query.
class Choices {
 public:
  Choices(const std::uint8_t* data, std::size_t size)
      : rest_(reinterpret_cast<const char*>(data), size) {}

  // A number from 0 to `bound` - 1; 0 at the end of the input.
  std::size_t below(std::size_t bound) {
    if (rest_.empty()) return 0;
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return byte % bound;
  }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view rest_;
};

Pack build_pack(bool with_positions) {
  return Pack::from_memory(
      build_to_memory(LANDKAART_FUZZED_FOLDER, {.with_positions = with_positions}),
      {.cache_bytes = 16 * 1024});
}

const Pack& pack_of(bool with_positions) {
  static const Pack kWith = build_pack(true), kWithout = build_pack(false);
  return with_positions ? kWith : kWithout;
}

SearchOptions options_of(Choices& choices) {
  constexpr std::array kThemes = {"", "water", "samen", "nergens"};
  SearchOptions options;
  const std::size_t switches = choices.below(4);
  options.match = (switches & 1) != 0 ? Match::all : Match::any;
  options.as_you_type = (switches & 2) != 0;
  options.limit = choices.below(12);
  options.offset = choices.below(4);
  if (const std::size_t kind = choices.below(2 * kKinds); kind > 0 && kind <= kKinds) {
    options.kinds = {static_cast<Kind>(kind)};
  }
  if (const std::size_t theme = choices.below(kThemes.size()); theme > 0) {
    options.themes = {kThemes[theme]};
  }
  if (const std::size_t purpose = choices.below(8); purpose > 0 && purpose <= 3) {
    options.purpose = static_cast<Purpose>(purpose);
  }
  return options;
}

bool is_letter_border(std::string_view text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
}

void check_snippet(const Snippet& snippet) {
  demand(is_valid_utf8(snippet.text), "a snippet is UTF-8");
  std::uint32_t previous_end = 0;
  for (const Highlight& mark : snippet.highlights) {
    demand(mark.begin >= previous_end && mark.begin < mark.end, "highlights do not overlap");
    demand(mark.end <= snippet.text.size(), "a highlight lies in its snippet");
    demand(is_letter_border(snippet.text, mark.begin) && is_letter_border(snippet.text, mark.end),
           "a highlight begins and ends between letters");
    previous_end = mark.end;
  }
  const auto in_code_points = snippet.highlights_in_code_points();
  demand(in_code_points.size() == snippet.highlights.size(),
         "there are as many highlights in code points as in bytes");
}

void check_hits(const SearchResult& result, const SearchOptions& options) {
  demand(result.hits.size() <= options.limit, "there are no more hits than the limit");
  demand(std::ranges::is_sorted(result.hits, std::ranges::greater(), &Hit::score),
         "the best hits come first");
  for (const Hit& hit : result.hits) {
    demand(options.kinds.empty() || hit.kind() == options.kinds.front(),
           "every hit is of the kind in the options");
    demand(!options.purpose || hit.item().purpose() == *options.purpose,
           "every hit has the purpose in the options");
    check_snippet(hit.snippet());
    double sum = 0;
    for (const Explanation& part : hit.explain()) sum += part.score;
    demand(std::abs(sum - hit.score()) <= 1e-9 * hit.score(), "explanations add up to the score");
  }
}

void check_counts(const SearchResult& result, const SearchOptions& options) {
  const std::uint64_t total = result.total();
  demand(total >= result.hits.size(), "the total counts every hit");
  const std::uint64_t left = total - std::min<std::uint64_t>(options.offset, total);
  demand(result.hits.size() == std::min<std::uint64_t>(options.limit, left),
         "the number of hits follows from limit, offset and total");
  const Facets facets = result.facets();
  const std::uint64_t kinds =
      std::accumulate(facets.kinds.begin(), facets.kinds.end(), std::uint64_t{0},
                      [](std::uint64_t sum, const FacetCount& kind) { return sum + kind.count; });
  demand(kinds == total, "the counts by kind add up to the total");
  for (const FacetCount& theme : facets.themes) {
    demand(theme.count > 0 && theme.count <= total, "the count of a theme is from 1 to the total");
  }
}

void check_suggestions(const Pack& pack, std::string_view text, std::size_t limit) {
  const std::vector<Suggestion> suggestions = pack.suggest(text, limit);
  demand(suggestions.size() <= limit, "there are no more suggestions than the limit");
  for (const Suggestion& suggestion : suggestions) {
    demand(is_valid_utf8(suggestion.text), "a suggestion is UTF-8");
    demand(!suggestion.text.empty(), "a suggestion is not empty");
  }
}

void check_offers(const Offers& offers) {
  demand(offers.group_size.value_or(1) > 0, "an offered group size is above 0");
  demand(offers.max_minutes.value_or(1) > 0, "an offered number of minutes is above 0");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Choices choices(data, size);
  const Pack& pack = pack_of(choices.below(2) == 0);
  const SearchOptions options = options_of(choices);
  const std::string_view text = choices.rest();
  const SearchResult result = pack.search(text, options);
  check_hits(result, options);
  check_counts(result, options);
  check_offers(result.offers());
  if (const auto mended = result.suggestion()) {
    demand(is_valid_utf8(*mended) && !mended->empty(), "a corrected query is UTF-8 and not empty");
    static_cast<void>(pack.search(*mended, options));
  }
  check_suggestions(pack, text, options.limit);
  return 0;
}
