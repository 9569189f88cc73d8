// SPDX-License-Identifier: EUPL-1.2
// Includes every header that a program needs to read packs. landkaart/pack.h has the class Pack,
// which opens a pack file.
#pragma once

#include "landkaart/asset.h"
#include "landkaart/byte_source.h"
#include "landkaart/error.h"
#include "landkaart/export.h"
#include "landkaart/geometry.h"
#include "landkaart/heading.h"
#include "landkaart/item.h"
#include "landkaart/item_filter.h"
#include "landkaart/kind.h"
#include "landkaart/lazy_range.h"
#include "landkaart/limits.h"
#include "landkaart/manifest.h"
#include "landkaart/map.h"
#include "landkaart/pack.h"
#include "landkaart/search.h"
#include "landkaart/version.h"
