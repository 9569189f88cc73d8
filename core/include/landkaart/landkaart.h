// SPDX-License-Identifier: EUPL-1.2
// Everything a reader of packs needs. Start with landkaart/pack.h.
#pragma once

#include "landkaart/asset.h"
#include "landkaart/error.h"
#include "landkaart/geometry.h"
#include "landkaart/item.h"
#include "landkaart/kind.h"
#include "landkaart/limits.h"
#include "landkaart/manifest.h"
#include "landkaart/map.h"
#include "landkaart/pack.h"
#include "landkaart/search.h"
#include "landkaart/version.h"
