// SPDX-License-Identifier: EUPL-1.2
// A container of a few sections in memory.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/format/container.h"
#include "core/format/container_builder.h"

namespace landkaart::testing {

struct BuiltContainer {
  std::shared_ptr<std::string> file;
  std::shared_ptr<const Container> container;

  explicit BuiltContainer(const std::vector<SectionContent>& sections)
      : file(std::make_shared<std::string>(build_container(sections, 0, Hash{}))) {
    open();
  }

  void open() { container = std::make_shared<const Container>(SharedBytes{as_bytes(*file), file}); }
};

}  // namespace landkaart::testing
