# SPDX-License-Identifier: EUPL-1.2
"""A host with the portal of the default pack in it, on this machine only, and themes of NL Design System beside it."""
import socket
import threading
import time
import unittest

import landkaart
import uvicorn
from browser import Browser, npm_package
from fastapi import FastAPI
from fastapi.responses import FileResponse
from landkaart.web import Settings, create_app

THEMES = {
    "voorbeeld-theme": "@nl-design-system-unstable/voorbeeld-design-tokens",
    "ma-theme": "@nl-design-system-community/ma-design-tokens",
}


class PortalSite:
    """Serves the portal under /landkaart; `address` ends there.

    A theme is the class of one of THEMES, whose stylesheet the host then serves; `layout` and `settings` are those of
    create_app and Settings.
    """

    def __init__(self, theme="", layout=None, **settings):
        sheets = (f"/huisstijl/{theme}.css",) if theme else ()
        host = FastAPI()

        @host.get("/huisstijl/{name}.css")
        def house_style(name):
            return FileResponse(npm_package(THEMES[name]) / "dist/theme.css")

        chosen = Settings(theme=theme, stylesheets=sheets, **settings)
        host.mount("/landkaart", create_app(landkaart.cocreatie(), settings=chosen, layout=layout))
        listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{listening.getsockname()[1]}/landkaart"
        self.server = uvicorn.Server(uvicorn.Config(host, log_level="warning"))
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [listening]}, daemon=True)
        self.thread.start()
        while not self.server.started:
            time.sleep(0.02)

    def close(self):
        self.server.should_exit = True
        self.thread.join()


class PortalCase(unittest.TestCase):
    """Tests of the portal as it is without a theme, in one browser."""

    @classmethod
    def setUpClass(cls):
        cls.site, cls.browser = PortalSite(), Browser()
        cls.addClassCleanup(cls.site.close)
        cls.addClassCleanup(cls.browser.close)
