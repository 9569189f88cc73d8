// SPDX-License-Identifier: EUPL-1.2
// Prints the titles of two items of a pack, and the name of the error for a pack that does not
// exist.
#include <iostream>

#include <landkaart/landkaart.h>

static_assert(LANDKAART_VERSION >= 100, "the number of version 0.1.0 is 100");

int main(int, char** argv) {
  const landkaart::Pack pack = landkaart::Pack::open(argv[1]);
  std::cout << pack.search("te veel regels", {.limit = 1}).hits.at(0).title() << '\n';
  std::cout << (*pack.item_range({.kinds = {landkaart::Kind::theme}}).begin()).title() << '\n';
  try {
    std::cout << landkaart::Pack::open("nowhere.lkp").size() << '\n';
  } catch (const landkaart::Error& error) {
    std::cout << landkaart::name(error.code()) << '\n';
  }
}
