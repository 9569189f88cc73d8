# SPDX-License-Identifier: EUPL-1.2
"""Writes the map to an SVG file. The option --highlight draws a journey or an obstacle's route.

Example: python map_to_file.py kaart.svg --highlight ob-eenzame-samenwerker --palette dark
"""

import argparse
from pathlib import Path

import landkaart


def main() -> None:
    arguments = argparse.ArgumentParser(description="The map as an SVG file.")
    arguments.add_argument("output", type=Path)
    arguments.add_argument("--highlight", help="an obstacle or journey, drawn as a path")
    arguments.add_argument("--palette", default="light", choices=["light", "dark", "print"])
    arguments.add_argument("--base-url", default="", help="the text before the id in each link")
    arguments.add_argument("--pack", help="a pack file; default: the included pack")
    asked = arguments.parse_args()
    pack = landkaart.open(asked.pack) if asked.pack else landkaart.cocreatie()
    drawn = pack.map.svg(highlight=asked.highlight, palette=asked.palette, base_url=asked.base_url)
    asked.output.write_text(drawn, encoding="utf-8")
    print(f"{asked.output}: {len(pack.map.places)} places, {len(pack.map.hazards)} hazards")


if __name__ == "__main__":
    main()
