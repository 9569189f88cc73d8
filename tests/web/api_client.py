# SPDX-License-Identifier: EUPL-1.2
"""Sends requests to an ASGI application without a server."""

import asyncio
from typing import Any

import httpx

ORIGIN = "https://gemeente.example"


class ApiClient:
    """Sends one request at a time. An exception in the application reaches the test."""

    def __init__(self, application: Any, root: str = "") -> None:
        self._transport = httpx.ASGITransport(app=application, root_path=root)

    def send(self, method: str, address: str, **headers: str) -> httpx.Response:
        named = {name.replace("_", "-"): value for name, value in headers.items()}

        async def sent() -> httpx.Response:
            async with httpx.AsyncClient(transport=self._transport, base_url=ORIGIN) as client:
                return await client.request(method, address, headers=named)

        return asyncio.run(sent())

    def send_raw(self, query: bytes) -> int:
        """The status of /v1/zoekresultaten for a query string of any bytes, and invalid headers.

        A client library would refuse to send such a request.
        """
        statuses: list[int] = []
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": "GET",
            "scheme": "http",
            "path": "/v1/zoekresultaten",
            "root_path": "",
            "query_string": query,
            "headers": [(b"host", b"\xff"), (b"accept", b"\xff;q=\xfe")],
        }

        async def receive() -> dict[str, Any]:
            return {"type": "http.request", "body": b"", "more_body": False}

        async def send(message: dict[str, Any]) -> None:
            statuses.extend([message["status"]] if "status" in message else [])

        asyncio.run(self._transport.app(scope, receive, send))
        return statuses[0]

    def get(self, address: str, **headers: str) -> httpx.Response:
        return self.send("GET", address, **headers)

    def json(self, address: str, **headers: str) -> Any:
        answer = self.get(address, **headers)
        assert answer.status_code == 200, (address, answer.text)
        return answer.json()
