// SPDX-License-Identifier: EUPL-1.2
#include "content-pack/compiler/function_words.h"

#include <algorithm>

namespace landkaart::inline v0 {
namespace {

// In byte order, because the search is binary.
constexpr std::string_view kFunctionWords[] = {
    "aan",     "al",       "alle",     "allemaal", "alles",    "als",       "anders",    "bij",
    "daar",    "daarbij",  "daarin",   "daarmee",  "daarna",   "daarom",    "daarop",    "daarover",
    "daarvan", "daarvoor", "dan",      "dat",      "de",       "deze",      "die",       "dit",
    "doen",    "door",     "dus",      "echt",     "een",      "eens",      "eigenlijk", "elk",
    "elke",    "en",       "er",       "eraan",    "erbij",    "erin",      "ermee",     "erop",
    "erover",  "eruit",    "ervan",    "ervoor",   "even",     "gaan",      "gewoon",    "graag",
    "haar",    "hebben",   "heel",     "hem",      "het",      "hier",      "hierbij",   "hierin",
    "hiermee", "hierop",   "hierover", "hiervan",  "hiervoor", "hij",       "hoe",       "hun",
    "ieder",   "iedere",   "iemand",   "iets",     "ik",       "in",        "is",        "je",
    "jij",     "jouw",     "jullie",   "kan",      "komen",    "krijgen",   "kunnen",    "maar",
    "me",      "men",      "met",      "mij",      "mijn",     "misschien", "moeten",    "mogen",
    "naar",    "nadat",    "niks",     "nog",      "nou",      "nu",        "of",        "om",
    "omdat",   "ons",      "onze",     "ook",      "op",       "over",      "soms",      "te",
    "terwijl", "toch",     "toen",     "tot",      "totdat",   "u",         "uit",       "uw",
    "van",     "voor",     "voordat",  "waar",     "waaraan",  "waarbij",   "waarin",    "waarmee",
    "waarom",  "waarop",   "waarover", "waarvan",  "waarvoor", "wanneer",   "want",      "wat",
    "we",      "weer",     "wel",      "welk",     "welke",    "wij",       "willen",    "worden",
    "ze",      "zich",     "zij",      "zijn",     "zo",       "zodat",     "zullen"};

}  // namespace

bool is_function_word(std::string_view lemma) {
  return std::ranges::binary_search(kFunctionWords, lemma);
}

}  // namespace landkaart::inline v0
