// SPDX-License-Identifier: EUPL-1.2
// Splitting Dutch compounds.
//
// Problem. Dutch writes compounds as one word and forms new ones freely. A search for "lid" must
// find "raadslid", also when no word list has it. Many letter sequences allow several splits:
// "gemeentehuis" is gemeente + huis, but gemeen + tehuis consists of lexicon words too.
//
// Idea. A split is a sequence of lexicon words: one or more modifiers and one head, the last part.
// An s may link a modifier to the next part (raad + s + lid); the links -en- and -e- are plural
// endings, and plurals are lexicon words (honden + belasting). Each part has a cost. The cost falls
// as the weight of the word rises; the weight is a number from 1 to 7 on a logarithmic scale of how
// many compounds begin or end with that word. Koehn and Knight (2003) also judge a split by how
// common its parts are. Short parts, verbs and a linking s cost extra. The split with the lowest
// sum wins; the constant cost of each part favours few parts.
//
// The search is dynamic programming (Bellman, 1957) over offsets in the word. splits[i] is the
// cheapest known way to write the first i letters as modifiers. For each offset `begin` in
// ascending order, every part that begins there extends splits[begin] to a later offset. Only a
// head may reach the end of the word.
//
// Invariant. Every part has at least 3 letters, so an extension always reaches a later offset. When
// the loop arrives at `begin`, no later step can improve splits[begin]. One rule is a heuristic:
// extend_by_head() rejects "doel + s + telling" because "stelling" is a head, and does not look for
// a costlier split of "doels" without a linking s.
//
// Result. The cheapest split is used when its average cost per part is at most kMaxCostPerPart, or
// kMaxCostPerPartKnown for a word that the lexicon lists.
//
// Termination. `begin` rises by 1 up to the length of the word, which is at most kLongestWord. The
// parts that begin at one offset are tried by rising length: at most 64 x 64 / 2 pieces of the word
// are looked up.
#include "content-pack/compiler/dutch/compound.h"

#include <algorithm>
#include <cassert>
#include <string>

namespace landkaart::inline v0 {
namespace {

// Lengths in letters.
constexpr std::uint32_t kShortestPart = 3;    // short-parts.tsv lists the parts of 3 letters
constexpr std::uint32_t kShortestLinked = 5;  // excludes "her", which does not stand for "heren"
constexpr std::uint32_t kShortestUnknownModifier = 2;
constexpr std::uint32_t kShortestHeadOfUnknown = 6;
constexpr std::size_t kLongestWord = 64;

constexpr int kHighestWeight = 7;
constexpr int kLeastWeightOfHeadOfUnknown = 4;

// Costs, in units of one step of a weight.
constexpr int kCostOfPart = 9;
constexpr int kCostOfLinkingS = 1;
constexpr int kCostOfVerb = 2;
constexpr int kUnreachable = 1 << 20;  // more than any real cost
constexpr int kMaxCostPerPart = kCostOfPart + 6;
constexpr int kMaxCostPerPartKnown = kCostOfPart + 4;  // for words that the lexicon lists

int cost_of(int weight, std::uint32_t length) {
  const int extra_for_short = length <= 5 ? static_cast<int>(6 - length) : 0;
  return kCostOfPart + (kHighestWeight - weight) + extra_for_short;
}

// Whether the parts cover the whole word and each part begins where the previous part ends.
[[maybe_unused]] bool cover(const std::vector<CompoundPart>& parts, std::size_t length) {
  std::uint32_t end = 0;
  for (const CompoundPart& part : parts) {
    if (part.begin != end || part.end < part.begin + kShortestPart) return false;
    end = part.end;
  }
  return end == length;
}

}  // namespace

// A split of the first letters of a word into modifiers, or of the whole word.
struct CompoundSplitter::PartialSplit {
  int cost = kUnreachable;
  int parts = 0;
  CompoundPart last;
  bool linked = false;  // the last part ends in a linking s
};

std::vector<CompoundPart> CompoundSplitter::split(std::string_view word, bool known) const {
  if (word.size() < 2 * kShortestPart || word.size() > kLongestWord) return {};
  PartialSplits splits(word.size() + 1);
  splits[0].cost = 0;
  for (std::uint32_t begin = 0; begin + kShortestPart <= word.size(); ++begin) {
    if (splits[begin].cost == kUnreachable) continue;
    if (begin > 0) extend_by_head(word, begin, splits);
    extend_by_modifiers(word, begin, splits);
  }
  const PartialSplit& best = splits.back();
  const int limit = known ? kMaxCostPerPartKnown : kMaxCostPerPart;
  if (best.cost == kUnreachable || best.cost > best.parts * limit) return {};
  std::vector<CompoundPart> parts;
  for (auto end = static_cast<std::uint32_t>(word.size()); end > 0; end = parts.back().begin) {
    parts.push_back(splits[end].last);
  }
  std::ranges::reverse(parts);
  assert(cover(parts, word.size()));
  return parts;
}

void CompoundSplitter::extend_by_modifiers(std::string_view word, std::uint32_t begin,
                                           PartialSplits& splits) const {
  std::uint32_t hash = kNoLetters;
  for (std::uint32_t end = begin; end + kShortestPart < word.size();) {
    hash = hash_with(hash, word[end++]);
    if (end - begin < kShortestPart) continue;
    const std::string_view piece = word.substr(begin, end - begin);
    WordNumber found = lexicon_.find(piece, hash);
    if (found == kNotListed || lexicon_.as_modifier(found) == 0) found = linked_plural(piece);
    if (found == kNotListed) continue;
    int cost = splits[begin].cost + cost_of(lexicon_.as_modifier(found), end - begin) +
               (lexicon_.is_verb(found) ? kCostOfVerb : 0);
    const auto improve = [&](std::uint32_t to) {
      assert(to >= begin + kShortestPart && to < word.size());
      if (cost >= splits[to].cost) return;
      splits[to] = {cost, splits[begin].parts + 1, {begin, to, found}, to > end};
    };
    improve(end);
    cost += kCostOfLinkingS;
    if (word[end] == 's' && may_link(word.substr(begin, end + 1 - begin), found)) improve(end + 1);
  }
}

// Whether the s after a modifier is a linking s. It is not when the modifier with its s is a word
// that may be a modifier: "plaatsbewijs" is plaats + bewijs, not plaat + s + bewijs.
bool CompoundSplitter::may_link(std::string_view piece_and_s, WordNumber piece) const {
  if (lexicon_.is_verb(piece) && lexicon_.lemma(piece) != piece) return false;
  const WordNumber longer = lexicon_.find(piece_and_s);
  return longer == kNotListed || lexicon_.lemma(longer) != longer ||
         lexicon_.as_modifier(longer) == 0;
}

void CompoundSplitter::extend_by_head(std::string_view word, std::uint32_t begin,
                                      PartialSplits& splits) const {
  const WordNumber found = head_word(word.substr(begin));
  if (found == kNotListed) return;
  if (word[begin - 1] == 's' && splits[begin].linked) {
    // The s belongs to the head when the head with the s is a head too: doel + stelling.
    const WordNumber longer = lexicon_.find(word.substr(begin - 1));
    if (longer != kNotListed && lexicon_.as_head(longer) > 0) return;
  }
  const auto end = static_cast<std::uint32_t>(word.size());
  const int cost = splits[begin].cost + cost_of(lexicon_.as_head(found), end - begin);
  if (cost < splits[end].cost) {
    splits[end] = {cost, splits[begin].parts + 1, {begin, end, found}};
  }
}

// The lexicon word that `piece` stands for as the last part of a compound. An infinitive that may
// not be a head is read as the plural of a noun: "vragen" in "adviesvragen" stands for "vraag".
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
    stem.pop_back();  // plannen: plann, plan
  } else {
    stem.insert(stem.size() - 1, 1, stem[stem.size() - 2]);  // vragen: vrag, vraag
  }
  const WordNumber respelled = lexicon_.find(stem);
  return respelled != kNotListed && lexicon_.as_head(respelled) > 0 ? respelled : kNotListed;
}

// The plural noun that `piece` abbreviates as a modifier: "kinder" stands for "kinderen" and
// "zonne" for "zonnen".
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
  if (word.size() > kLongestWord) return {};
  for (std::uint32_t begin = kShortestUnknownModifier;
       begin + kShortestHeadOfUnknown <= word.size(); ++begin) {
    const WordNumber found = lexicon_.find(word.substr(begin));
    if (found != kNotListed && lexicon_.as_head(found) >= kLeastWeightOfHeadOfUnknown) {
      return CompoundPart{begin, static_cast<std::uint32_t>(word.size()), found};
    }
  }
  return {};
}

}  // namespace landkaart::inline v0
