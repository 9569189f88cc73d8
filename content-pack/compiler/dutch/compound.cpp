// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/dutch/compound.h"

#include <algorithm>
#include <string>

namespace landkaart::inline v0 {
namespace {

constexpr std::uint32_t kShortestPart = 3;    // the lexicon says which words of three may be parts
constexpr std::uint32_t kShortestLinked = 5;  // her- is not of heren
constexpr std::uint32_t kShortestUnknownModifier = 2;
constexpr std::uint32_t kShortestHead = 6;
constexpr int kGoodHead = 4;  // after letters that are no word
constexpr std::size_t kLongest = 64;

// Costs. A part more costs about as much as two parts that serve half as often.
constexpr int kPart = 9;
constexpr int kBest = 7;
constexpr int kLinkingS = 1;
constexpr int kVerb = 2;
constexpr int kNone = 1 << 20;
constexpr int kMostKnown = kPart + 4;  // for each part
constexpr int kMost = kPart + 6;

int cost_of(int weight, std::uint32_t length) {
  const int brevity = length <= 5 ? static_cast<int>(6 - length) : 0;
  return kPart + (kBest - weight) + brevity;
}

}  // namespace

struct CompoundSplitter::Way {
  int cost = kNone;
  int parts = 0;
  CompoundPart last;
  bool linked = false;  // by an s
};

std::vector<CompoundPart> CompoundSplitter::split(std::string_view word, bool known) const {
  if (word.size() < 2 * kShortestPart || word.size() > kLongest) return {};
  std::vector<Way> ways(word.size() + 1);
  ways[0].cost = 0;
  for (std::uint32_t begin = 0; begin + kShortestPart <= word.size(); ++begin) {
    if (ways[begin].cost == kNone) continue;
    if (begin > 0) try_head(word, begin, ways);
    try_modifiers(word, begin, ways);
  }
  const Way& best = ways.back();
  if (best.cost == kNone || best.cost > best.parts * (known ? kMostKnown : kMost)) return {};
  std::vector<CompoundPart> parts;
  for (auto end = static_cast<std::uint32_t>(word.size()); end > 0; end = parts.back().begin) {
    parts.push_back(ways[end].last);
  }
  std::ranges::reverse(parts);
  return parts;
}

void CompoundSplitter::try_modifiers(std::string_view word, std::uint32_t begin,
                                     std::vector<Way>& ways) const {
  std::uint32_t hash = kNoLetters;
  for (std::uint32_t end = begin; end + kShortestPart < word.size();) {
    hash = hash_with(hash, word[end++]);
    if (end - begin < kShortestPart) continue;
    const std::string_view piece = word.substr(begin, end - begin);
    WordNumber found = lexicon_.find(piece, hash);
    if (found == kNotListed || lexicon_.as_modifier(found) == 0) found = linked_plural(piece);
    if (found == kNotListed) continue;
    int cost = ways[begin].cost + cost_of(lexicon_.as_modifier(found), end - begin) +
               (lexicon_.is_verb(found) ? kVerb : 0);
    const auto improve = [&](std::uint32_t to) {
      if (cost >= ways[to].cost) return;
      ways[to] = {cost, ways[begin].parts + 1, {begin, to, found}, to > end};
    };
    improve(end);
    cost += kLinkingS;
    if (word[end] == 's' && may_link(word.substr(begin, end + 1 - begin), found)) improve(end + 1);
  }
}

// Whether the s after a piece links; that of plaatsbewijs belongs to plaats.
bool CompoundSplitter::may_link(std::string_view piece_and_s, WordNumber piece) const {
  if (lexicon_.is_verb(piece) && lexicon_.lemma(piece) != piece) return false;
  const WordNumber longer = lexicon_.find(piece_and_s);
  return longer == kNotListed || lexicon_.lemma(longer) != longer ||
         lexicon_.as_modifier(longer) == 0;
}

void CompoundSplitter::try_head(std::string_view word, std::uint32_t begin,
                                std::vector<Way>& ways) const {
  const WordNumber found = head_word(word.substr(begin));
  if (found == kNotListed) return;
  if (word[begin - 1] == 's' && ways[begin].linked) {
    const WordNumber longer = lexicon_.find(word.substr(begin - 1));
    if (longer != kNotListed && lexicon_.as_head(longer) > 0) return;  // doel-stelling
  }
  const auto end = static_cast<std::uint32_t>(word.size());
  const int cost = ways[begin].cost + cost_of(lexicon_.as_head(found), end - begin);
  if (cost < ways[end].cost) {
    ways[end] = {cost, ways[begin].parts + 1, {begin, end, found}};
  }
}

// A last part that is an infinitive alone is a plural in a compound: adviesvragen, of vraag.
WordNumber CompoundSplitter::head_word(std::string_view piece) const {
  const WordNumber found = lexicon_.find(piece);
  if (found == kNotListed) return kNotListed;
  if (lexicon_.as_head(found) > 0) return found;
  if (!lexicon_.is_verb(found) || lexicon_.lemma(found) != found || !piece.ends_with("en")) {
    return kNotListed;
  }
  std::string stem(piece.substr(0, piece.size() - 2));
  if (stem.size() < kShortestPart) return kNotListed;
  const char last = stem.back();
  const WordNumber plain = lexicon_.find(stem);
  if (plain != kNotListed && lexicon_.as_head(plain) > 0) return plain;
  if (stem[stem.size() - 2] == last) {
    stem.pop_back();  // plannen, plan
  } else {
    stem.insert(stem.size() - 1, 1, stem[stem.size() - 2]);  // vragen, vraag
  }
  const WordNumber respelled = lexicon_.find(stem);
  return respelled != kNotListed && lexicon_.as_head(respelled) > 0 ? respelled : kNotListed;
}

// Kinder- is of kinderen, zonne- of zonnen.
WordNumber CompoundSplitter::linked_plural(std::string_view piece) const {
  const bool er = piece.ends_with("er");
  if (piece.size() < kShortestLinked || (!er && !piece.ends_with('e'))) return kNotListed;
  const std::string plural = std::string(piece) + (er ? "en" : "n");
  const WordNumber found = lexicon_.find(plural);
  if (found == kNotListed || lexicon_.lemma(found) == found) return kNotListed;
  if (lexicon_.as_modifier(found) == 0 || lexicon_.is_verb(found)) return kNotListed;
  return found;
}

std::optional<CompoundPart> CompoundSplitter::head(std::string_view word) const {
  if (word.size() > kLongest) return {};
  for (std::uint32_t begin = kShortestUnknownModifier; begin + kShortestHead <= word.size();
       ++begin) {
    const WordNumber found = lexicon_.find(word.substr(begin));
    if (found != kNotListed && lexicon_.as_head(found) >= kGoodHead) {
      return CompoundPart{begin, static_cast<std::uint32_t>(word.size()), found};
    }
  }
  return {};
}

}  // namespace landkaart::inline v0
