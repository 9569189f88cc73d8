# SPDX-License-Identifier: EUPL-1.2
"""Asks an ASGI application over HTTP, without a server."""

import asyncio
from typing import Any

import httpx

ORIGIN = "https://gemeente.example"


class ApiClient:
    """Sends one request at a time; what the application raises, the test sees."""

    def __init__(self, application: Any, root: str = "") -> None:
        self._transport = httpx.ASGITransport(app=application, root_path=root)

    def send(self, method: str, address: str, **headers: str) -> httpx.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}

        async def sent() -> httpx.Response:
            async with httpx.AsyncClient(transport=self._transport, base_url=ORIGIN) as client:
                return await client.request(method, address, headers=named)

        return asyncio.run(sent())

    def get(self, address: str, **headers: str) -> httpx.Response:
        return self.send("GET", address, **headers)

    def json(self, address: str, **headers: str) -> Any:
        answer = self.get(address, **headers)
        assert answer.status_code == 200, (address, answer.text)
        return answer.json()
