// SPDX-License-Identifier: EUPL-1.2
// BuiltModel, an item table and a link table that read from a pack file in memory. The file is
// built from the entries, redirects and links that a test gives.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/format/container_builder.h"
#include "core/model/item_table.h"
#include "core/model/item_table_builder.h"
#include "core/model/link_table.h"

namespace landkaart::testing {

using Redirects = std::map<std::string, std::uint32_t>;

struct BuiltModel {
  std::shared_ptr<const std::string> file;
  std::shared_ptr<const Container> container;
  std::shared_ptr<const ItemTable> items;
  LinkTable links;

  explicit BuiltModel(const std::vector<ItemEntry>& entries, const Redirects& redirects = {},
                      const std::vector<LinkRecord>& records = {}, std::uint64_t bodies_end = 0)
      : BuiltModel(build_item_sections(entries, redirects, bodies_end),
                   static_cast<std::uint32_t>(entries.size()), records) {}

  // Sections that a test may have changed, of `entry_count` items.
  BuiltModel(ItemSections sections, std::uint32_t entry_count,
             const std::vector<LinkRecord>& records = {}) {
    // A test of links may leave out the entries: the link table then has as many items as the
    // links mention.
    std::uint32_t item_count = entry_count;
    for (const LinkRecord& link : records) {
      item_count = std::max({item_count, link.from + 1, link.to + 1});
    }
    const auto section = [](SectionId id, std::string content) {
      return SectionContent{id, kCritical, std::move(content), Encoding::plain, 0};
    };
    const std::vector<SectionContent> contents = {
        section(SectionId::id_top, std::move(sections.ids.top)),
        section(SectionId::id_pages, std::move(sections.ids.pages)),
        section(SectionId::id_blocks, std::move(sections.ids.blocks)),
        section(SectionId::items, std::move(sections.items)),
        section(SectionId::texts, std::move(sections.texts)),
        section(SectionId::label_sets, std::move(sections.label_sets)),
        section(SectionId::names, std::move(sections.names)),
        section(SectionId::links, encode_links(records, item_count))};
    file = std::make_shared<const std::string>(build_container(contents, entry_count, Hash{}));
    container = std::make_shared<const Container>(SharedBytes{as_bytes(*file), file});
    items = std::make_shared<const ItemTable>(*container);
    links = LinkTable(container->require(SectionId::links), item_count);
  }
};

}  // namespace landkaart::testing
