# SPDX-License-Identifier: EUPL-1.2
"""PortalSite: a web server on this machine with the portal of the default pack, and themes of NL Design System."""
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
    """Serves the portal under /landkaart. `address` is the address of the portal.

    `theme` is a key of THEMES, or empty; its stylesheet is served too. `layout` and `settings` are the arguments of
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
    """The base class of tests of the portal without a theme."""

    @classmethod
    def setUpClass(cls):
        cls.site, cls.browser = PortalSite(), Browser()
        cls.addClassCleanup(cls.site.close)
        cls.addClassCleanup(cls.browser.close)
