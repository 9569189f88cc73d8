# SPDX-License-Identifier: EUPL-1.2
"""The portal as others use it: as an application of FastAPI, in a server, and as files."""
