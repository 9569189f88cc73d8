// SPDX-License-Identifier: EUPL-1.2
#include <iostream>

#include <landkaart/command_line.h>

int main(int argc, char** argv) {
  return landkaart::run_command_line({argv + 1, argv + argc}, std::cout, std::cerr);
}
