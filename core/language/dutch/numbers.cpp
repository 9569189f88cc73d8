// SPDX-License-Identifier: EUPL-1.2
#include "core/language/dutch/dutch_rules.h"

namespace landkaart::inline v0 {
namespace {

constexpr NumberWord kNumbers[] = {
    {"een", 1},      {"twee", 2},     {"drie", 3},        {"vier", 4},        {"vijf", 5},
    {"zes", 6},      {"zeven", 7},    {"acht", 8},        {"negen", 9},       {"tien", 10},
    {"elf", 11},     {"twaalf", 12},  {"vijftien", 15},   {"twintig", 20},    {"dertig", 30},
    {"veertig", 40}, {"vijftig", 50}, {"zestig", 60},     {"negentig", 90},   {"honderd", 100},
    {"half", 0.5},   {"halve", 0.5},  {"anderhalf", 1.5}, {"anderhalve", 1.5}};

constexpr std::string_view kPeople[] = {"personen",   "persoon",   "mensen",   "deelnemers",
                                        "collegas",   "man",       "bewoners", "inwoners",
                                        "ambtenaren", "raadsleden"};

constexpr NumberWord kTimes[] = {{"minuten", 1},      {"minuut", 1}, {"kwartier", 15},
                                 {"kwartiertje", 15}, {"uur", 60},   {"uurtje", 60},
                                 {"dagdeel", 240}};

constexpr NumberWords kWords = {kNumbers, kPeople, kTimes};

}  // namespace

const NumberWords& dutch_number_words() { return kWords; }

}  // namespace landkaart::inline v0
