// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include <landkaart/compiler.h>

int main(int, char** argv) {
  landkaart::init(argv[1]);
  std::cout << landkaart::build(argv[1], std::string(argv[1]) + ".lkp").items << '\n';
}
