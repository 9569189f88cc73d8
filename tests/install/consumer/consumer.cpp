// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include <landkaart/cocreatie.h>
#include <landkaart/landkaart.h>

int main() {
  const landkaart::Pack pack = landkaart::cocreatie();
  for (const auto& hit : pack.search("te veel regels", {.limit = 1}).hits) {
    std::cout << hit.title() << '\n';
  }
}
