# SPDX-License-Identifier: EUPL-1.2
"""What each page holds, and how that becomes HTML. A function gives a `Page` for a `Visit`
(`page.py`), and `render.py` writes it."""
