# SPDX-License-Identifier: EUPL-1.2
"""For each limit of limits.h: a pack that reaches it is read, and a pack above it is refused."""

import re
import unittest

from hostile_run import TOP, endings
from limit_packs import LIMITS

# A promise of the compiler to readers that fetch ranges. Readers accept packs that break it, so it
# has no pack above it. tests/independent/reader/container.py checks it for every built pack.
OF_THE_COMPILER = {"kDirectoryEnd"}
LIMIT_EXCEEDED = 35


def stated_limits() -> dict[str, int]:
    header = (TOP / "core/include/landkaart/limits.h").read_text(encoding="utf-8")
    found = re.findall(r"^inline constexpr std::uint32_t (k\w+) = ([^;]+);", header, re.MULTILINE)
    # The values are products and shifts of whole numbers: 64 * 1024, 1u << 24, 131'072.
    values = {name: value.replace("'", "").replace("1u", "1") for name, value in found}
    return {name: eval(value, {"__builtins__": {}}) for name, value in values.items()}


class Limits(unittest.TestCase):
    def test_every_limit_has_a_pack(self):
        self.assertEqual(stated_limits().keys(), LIMITS.keys() | OF_THE_COMPILER)

    def test_a_pack_at_each_limit_is_read(self):
        for name, row in LIMITS.items():
            if not row.can_be_reached:
                continue
            with self.subTest(name):
                for ended in endings(
                    row.make(stated_limits()[name]), (row.command, "verify {pack}")
                ):
                    self.assertEqual(0, ended.code, f"{ended.command}: {ended.output[:300]}")

    def test_a_pack_one_above_each_limit_is_refused(self):
        for name, row in LIMITS.items():
            with self.subTest(name):
                content = row.make(stated_limits()[name] + 1)
                for ended in endings(content, (row.command, "verify {pack}")):
                    self.assertEqual(
                        LIMIT_EXCEEDED, ended.code, f"{ended.command}: {ended.output[:300]}"
                    )


if __name__ == "__main__":
    unittest.main()
