# SPDX-License-Identifier: EUPL-1.2
"""An example of an intranet page with the custom elements, and the portal whose API they use.

Run `python3 intranet.py` and open http://127.0.0.1:8080.
"""

import argparse
import os
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.responses import Response
from starlette.types import Scope

import landkaart
from landkaart.web import create_app

PAGE = Path(__file__).parent / "page"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; media-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'"
)


class StrictFiles(StaticFiles):
    """Static files with a content security policy that allows only scripts of this server."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        response.headers["Content-Security-Policy"] = POLICY
        return response


app = FastAPI(openapi_url=None)
app.mount("/landkaart", create_app(landkaart.cocreatie()))
app.mount("/", StrictFiles(directory=os.fspath(PAGE), html=True))


def main() -> None:
    arguments = argparse.ArgumentParser(description="An intranet page with elements in it.")
    arguments.add_argument("--port", type=int, default=8080)
    uvicorn.run(app, port=arguments.parse_args().port)


if __name__ == "__main__":
    main()
