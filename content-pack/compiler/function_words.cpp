// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/function_words.h"

#include <algorithm>

namespace landkaart {
namespace {

// In order.
constexpr std::string_view kFunctionWords[] = {
    "aan",  "al",     "alle",  "allemaal", "alles",   "als",    "anders",  "bij",  "dan",
    "dat",  "de",     "deze",  "die",      "dit",     "doen",   "door",    "dus",  "een",
    "en",   "er",     "even",  "gaan",     "haar",    "hebben", "heel",    "hem",  "het",
    "hij",  "hoe",    "hun",   "iets",     "ik",      "in",     "is",      "je",   "jij",
    "jouw", "jullie", "kan",   "komen",    "krijgen", "kunnen", "maar",    "me",   "men",
    "met",  "mij",    "mijn",  "moeten",   "mogen",   "naar",   "nog",     "of",   "om",
    "ons",  "onze",   "ook",   "op",       "over",    "te",     "toch",    "tot",  "u",
    "uit",  "uw",     "van",   "voor",     "waar",    "waarom", "wanneer", "wat",  "we",
    "wel",  "welk",   "welke", "wij",      "willen",  "worden", "ze",      "zich", "zij",
    "zijn", "zo",     "zullen"};

}  // namespace

bool is_function_word(std::string_view lemma) {
  return std::ranges::binary_search(kFunctionWords, lemma);
}

}  // namespace landkaart
