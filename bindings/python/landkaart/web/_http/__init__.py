# SPDX-License-Identifier: EUPL-1.2
"""Requests and responses as values, their headers, and the bounds on what clients can ask for."""
