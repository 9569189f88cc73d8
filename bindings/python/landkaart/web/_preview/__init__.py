# SPDX-License-Identifier: EUPL-1.2
"""The preview of a folder of Markdown as pages of the portal, while its author edits the folder."""
