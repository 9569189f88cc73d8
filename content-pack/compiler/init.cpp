// SPDX-License-Identifier: EUPL-1.2
// init() writes a small authoring folder that compiles without changes.
#include <array>

#include "content-pack/compiler/new_folder.h"
#include "landkaart/compiler.h"

namespace landkaart::inline v0 {
namespace {

struct StarterFile {
  std::string_view path;
  std::string_view content;
};

constexpr std::array kStarter = {
    StarterFile{"pack.yaml", R"(id: mijn-landkaart
title: Mijn landkaart
version: 0.1.0
release: 1
language: nl
publisher: Mijn gemeente
licence: CC-BY-4.0
)"},
    StarterFile{"themes/samenwerken.md", R"(---
title: Samenwerken
summary: Hoe je met collega's en inwoners aan één opgave werkt.
order: 1
---
Samenwerken begint met weten wie je nodig hebt. Kijk eerst bij
[Collega's meekrijgen](item:collegas-meekrijgen).
)"},
    StarterFile{"topics/collegas-meekrijgen.md", R"(---
title: Collega's meekrijgen
summary: Vraag wat een collega nodig heeft voordat je vertelt wat jij nodig hebt.
themes: [samenwerken]
tags: [collega's, draagvlak]
---
Een collega die niet meedoet, heeft daar vaak een reden voor. Vraag ernaar.

## Vraag voor je team

Wie missen wij aan tafel?
)"},
    StarterFile{"obstacles/ik-sta-er-alleen-voor.md", R"(---
title: Ik sta er alleen voor
summary: Buiten gaat het goed, binnen krijg je niemand mee.
themes: [samenwerken]
topics: [collegas-meekrijgen]
work-forms: [rondje-hulp]
another-way: Stop als je opdrachtgever geen tijd wil vrijmaken. Leg dat samen vast.
---
Je doet het werk van drie mensen. Dat houdt niemand lang vol.
)"},
    StarterFile{"work-forms/rondje-hulp.md", R"(---
title: Rondje hulp
summary: Iedereen vraagt één ding en biedt één ding aan.
themes: [samenwerken]
topics: [collegas-meekrijgen]
purpose: learn-together
group-size: {min: 4, max: 12}
minutes: {min: 20, max: 30}
difficulty: 1
materials: [papier, pennen]
steps:
  - {title: Schrijf op wat je zoekt en wat je biedt, minutes: 5}
  - {title: Lees om de beurt voor, minutes: 10}
  - {title: Maak twee afspraken, minutes: 5}
---
Ga in een kring zitten. Iedereen schrijft één vraag op en één ding dat hij of zij kan bieden.
)"},
    StarterFile{"map.geojson", R"({"type": "FeatureCollection", "features": [
{"type": "Feature", "properties": {"role": "territory", "id": "samenwerken"}, "geometry": {"type": "Polygon", "coordinates": [[[100, 100], [900, 140], [860, 600], [140, 560], [100, 100]]]}},
{"type": "Feature", "properties": {"role": "place", "id": "collegas-meekrijgen"}, "geometry": {"type": "Point", "coordinates": [400, 300]}},
{"type": "Feature", "properties": {"role": "hazard", "id": "ik-sta-er-alleen-voor"}, "geometry": {"type": "Point", "coordinates": [640, 380]}}
]}
)"},
    StarterFile{"synonyms.yaml", R"(- term: collega's
  equal: [collega, teamgenoot]
  related: [afdeling]
)"},
};

}  // namespace

void init(const std::filesystem::path& folder) {
  NewFolder starter(folder);
  for (const StarterFile& file : kStarter) starter.write(file.path, file.content);
  starter.finish();
}

}  // namespace landkaart::inline v0
