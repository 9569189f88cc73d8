# SPDX-License-Identifier: EUPL-1.2
"""An example of an intranet on Django that includes the portal."""
