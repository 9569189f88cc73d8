# SPDX-License-Identifier: EUPL-1.2
"""The words that visitors read: texts of buttons and messages, and names of kinds and purposes."""
