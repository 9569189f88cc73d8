// SPDX-License-Identifier: EUPL-1.2
// sample_pack, a pack of nine items with themes, tags, links, an asset, synonyms and redirects.
#pragma once

#include "tests/support/temporary_folder.h"

namespace landkaart::testing {

inline void write_form(TemporaryFolder& folder, const std::string& id, const std::string& purpose,
                       const std::string& people, const std::string& minutes, int difficulty) {
  folder.write_item("work-forms/" + id + ".md",
                    "title: " + id + "\nthemes: [kracht]\npurpose: " + purpose +
                        "\ngroup-size: " + people + "\nminutes: " + minutes +
                        "\ndifficulty: " + std::to_string(difficulty) + "\n");
}

inline Pack sample_pack() {
  TemporaryFolder folder;
  folder.write_pack_yaml("release: 7\nredirects: {heel-oud: oud, oud: raad}\n");
  folder.write_item("themes/kracht.md", "title: Krachtenveld\norder: 2\n");
  folder.write_item("themes/waarden.md", "title: Waarden\norder: 1\n");
  folder.write_item(
      "topics/raad.md",
      "title: De gemeenteraad\nsummary: Op tijd.\nthemes: [kracht, waarden]\ntags: [raad, "
      "griffie]\n"
      "x-nummer: 3\n",
      "De raad **beslist**. Zie [regels](item:regels).\n\n## Vraag\n\nWie belt de griffie?\n");
  folder.write_item("topics/regels.md",
                    "title: Regels\nlanguage: fy\nthemes: [waarden]\nrelated: [raad]\n");
  folder.write_item("obstacles/alleen.md",
                    "title: Ik sta er alleen voor\nthemes: [kracht]\ntopics: [regels, raad]\n"
                    "work-forms: [trio, kring]\nstories: [wijk]\nanother-way: Stop op tijd.\n");
  folder.write_item("stories/wijk.md", "title: De wijk\n");
  write_form(folder, "kring", "survive", "{min: 4, max: 12}", "{min: 20, max: 40}", 1);
  write_form(folder, "trio", "learn-together", "{min: 3, max: 3}", "{min: 30, max: 30}", 2);
  write_form(folder, "sprint", "survive", "{min: 5, max: 8}", "{min: 480, max: 2400}", 3);
  folder.write("assets/kring.svg", "<svg>0123456789</svg>");
  folder.write("synonyms.yaml", "- term: raad\n  equal: [gemeenteraad]\n");
  return folder.build();
}

inline std::vector<std::string> ids(const std::vector<Item>& items) {
  std::vector<std::string> ids;
  ids.reserve(items.size());
  for (const Item& item : items) ids.push_back(item.id());
  return ids;
}

// The ids of the hits, best first.
inline std::vector<std::string> found(const SearchResult& result) {
  std::vector<std::string> ids;
  for (const Hit& hit : result.hits) ids.push_back(hit.id());
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace landkaart::testing
