# SPDX-License-Identifier: EUPL-1.2
"""An intranet on Django that has taken in the portal."""
