# SPDX-License-Identifier: EUPL-1.2
"""The pages of the portal. For each sort of page a function makes a `Page` from a `Visit` (both in
page.py), and render.py turns the `Page` into HTML."""
