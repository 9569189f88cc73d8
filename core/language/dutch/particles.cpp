// SPDX-License-Identifier: EUPL-1.2
#include "core/language/dutch/dutch_rules.h"

namespace landkaart::inline v0 {
namespace {

constexpr SeparableParticle kParticles[] = {
    {"aan", true, true, "achter"},    {"achter", true, false, ""},
    {"achterop", false, true, ""},    {"achteruit", false, true, ""},
    {"af", true, true, ""},           {"bij", true, false, ""},
    {"bijeen", false, true, ""},      {"binnen", true, false, ""},
    {"bloot", false, true, ""},       {"boven", true, false, ""},
    {"deel", false, false, ""},       {"door", true, false, "onder tussen"},
    {"goed", false, true, ""},        {"in", true, false, "tegen"},
    {"ineen", false, true, ""},       {"kwijt", false, true, ""},
    {"langs", true, false, ""},       {"los", false, true, ""},
    {"mede", true, false, ""},        {"mee", true, false, ""},
    {"mis", false, true, ""},         {"na", true, false, "op"},
    {"neer", false, true, ""},        {"om", true, false, ""},
    {"omhoog", false, true, ""},      {"omlaag", false, true, ""},
    {"omver", false, true, ""},       {"onder", true, false, ""},
    {"op", true, true, ""},           {"open", false, true, ""},
    {"over", true, false, ""},        {"plaats", false, true, ""},
    {"rond", true, false, ""},        {"samen", false, true, ""},
    {"stil", false, true, ""},        {"tegemoet", false, true, ""},
    {"tegen", true, false, ""},       {"teleur", false, true, ""},
    {"terecht", false, true, ""},     {"terug", false, true, ""},
    {"teweeg", false, true, ""},      {"thuis", false, true, ""},
    {"toe", true, false, "naar tot"}, {"uit", true, true, ""},
    {"uiteen", false, true, ""},      {"vast", false, true, ""},
    {"voor", true, false, ""},        {"voorbij", false, true, ""},
    {"voort", false, true, ""},       {"vooruit", false, true, ""},
    {"vrij", false, true, ""},        {"waar", false, true, ""},
    {"weg", false, true, ""}};
static_assert(std::ranges::is_sorted(kParticles, {}, &SeparableParticle::word));

}  // namespace

std::span<const SeparableParticle> dutch_particles() { return kParticles; }

}  // namespace landkaart::inline v0
