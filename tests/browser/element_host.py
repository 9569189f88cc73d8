# SPDX-License-Identifier: EUPL-1.2
"""ElementHost: a web server with pages that use the custom elements, the portal, and APIs that need a login or misbehave."""

import pathlib
import threading
import time

import uvicorn
from browser import POLICY, npm_package
from portal_site import THEMES
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, Response
from starlette.routing import Mount, Route

import landkaart
from landkaart.web import Settings, create_app

PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>Intranet</title>
<meta name="viewport" content="width=device-width">{head}
<script src="/listen.js"></script><script src="/landkaart/static/landkaart.js" defer></script></head>
<body><header><a href="/">Intranet</a></header><main><h1>Samenwerken met inwoners</h1>
{body}</main></body></html>"""
STYLED = '<link rel="stylesheet" href="/landkaart/static/landkaart.css">'
WRITTEN = {  # the original content of each element
    "zoek": '<form action="/landkaart/zoeken"><label>Zoek <input name="zoekterm"></label> <button>Zoek</button></form>',
    "werkvormen": '<p><a href="/landkaart/werkvormen">Kies een werkvorm</a></p>',
    "kaart": '<p><a href="/landkaart/kaart">Bekijk de kaart</a></p>',
}
ELEMENT = '<h2>{name}</h2><landkaart-{name} api="{api}"{more}>{written}</landkaart-{name}>'

# Records every event of an element and every violation of the policy, for the tests to read.
LISTEN = """window.told = []; window.violations = [];
for (const name of ['ready', 'search', 'select', 'error'])
  document.addEventListener('landkaart:' + name, event => {
    told.push([name, event.target.localName, event.detail]);
    if (window.taken && name === 'select') event.preventDefault();
  });
document.addEventListener('securitypolicyviolation', event => violations.push(event.violatedDirective));"""

# A hostile drawing with scripts, styles and addresses of other sites; `{id}` is the id of a place on the map.
HOSTILE_DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"
 onload="done()" style="background:url(//elsewhere.example/a)"><script>done()</script>
<style>@import '//elsewhere.example/b'</style><foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onclick="done()"/></foreignObject>
<image href="//elsewhere.example/c"/><use href="//elsewhere.example/d#e"/><use x:href="#f"/>
<a href="/x/{id}" onclick="done()"><animate attributeName="href" to="javascript:done()"/><text>Hier</text></a>
<a href="javascript:done()"><text>Daar</text></a><rect id="r" fill="url(//elsewhere.example/g)"/><rect fill="url(#r)"/>
<rect fill="url(#r) url(//elsewhere.example/h)"/></svg>"""


class ElementHost:
    """Serves the pages that `page` makes, and four APIs: /landkaart/v1 is real, /broken/v1 fails while `broken` is
    true, /private/v1 needs a cookie, and /hostile/v1 answers with hostile texts, links and a hostile drawing."""

    def __init__(self):
        self.pages: dict[str, str] = {}
        self.policy = POLICY
        self.broken = True
        self.style = ""
        self.portal = create_app(landkaart.cocreatie(), settings=Settings(cors_origins=("*",)))
        routes = [
            Route("/listen.js", lambda _: Response(LISTEN, media_type="text/javascript")),
            Route("/theme/{name}.css", lambda request: FileResponse(theme(request.path_params["name"]))),
            Route("/host.css", lambda _: Response(self.style, media_type="text/css")),
            Route("/pages/{name}", self._page),
            Mount("/broken", self._broken),
            Mount("/hostile", self._hostile),
            Mount("/private", self._private),
            Mount("/landkaart", self.portal),
        ]
        config = uvicorn.Config(Starlette(routes=routes), port=0, log_level="error", lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)
        self._thread.start()
        while not self._server.started:
            time.sleep(0.01)
        port = self._server.servers[0].sockets[0].getsockname()[1]
        self.address = f"http://127.0.0.1:{port}/"

    def close(self):
        self._server.should_exit = True
        self._thread.join(10)

    def page(
        self, elements="zoek werkvormen kaart", *, api="/landkaart/v1", more="", head=STYLED, language="nl"
    ) -> str:
        """Makes a page with these elements, and returns its address."""
        name = f"{len(self.pages)}.html"
        body = "".join(
            ELEMENT.format(name=element, api=api, more=more, written=WRITTEN[element]) for element in elements.split()
        )
        self.pages[name] = PAGE.format(head=head, body=body, language=language)
        return f"{self.address}pages/{name}"

    def _page(self, request: Request) -> Response:
        headers = {"Content-Security-Policy": self.policy}
        return HTMLResponse(self.pages[request.path_params["name"]], headers=headers)

    async def _broken(self, scope, receive, send):
        """Answers 503 while `broken` is true, and otherwise like the real API."""
        if self.broken:
            await JSONResponse({"title": "Buiten gebruik"}, 503)(scope, receive, send)
        else:
            await self.portal({**scope, "root_path": "/landkaart"}, receive, send)

    async def _private(self, scope, receive, send):
        """Answers like the real API a visitor who has logged in, and any other visitor with 403."""
        if Request(scope).cookies.get("inlog") == "ja":
            await self.portal({**scope, "root_path": "/landkaart"}, receive, send)
        else:
            await JSONResponse({"title": "Log eerst in"}, 403)(scope, receive, send)

    async def _hostile(self, scope, receive, send):
        """Answers like the real API, except for a hostile drawing and hostile search results."""
        request = Request(scope)
        if scope["path"].endswith("/kaart") and "svg" in request.headers["accept"]:
            drawing = HOSTILE_DRAWING.replace("{id}", "kv-college")
            await Response(drawing, media_type="image/svg+xml")(scope, receive, send)
        elif scope["path"].endswith("/zoekresultaten"):
            await JSONResponse(hostile_results(request.query_params["zoekterm"]))(scope, receive, send)
        else:
            await self.portal({**scope, "root_path": "/landkaart"}, receive, send)


def theme(name: str) -> pathlib.Path:
    """The path of the stylesheet of a theme, from an npm package."""
    return npm_package(THEMES[name]) / "dist/theme.css"


def hostile_results(query: str) -> dict:
    harm = "<img src=x onerror=done()>"
    found = {
        "id": "x",
        "soort": harm,
        "titel": harm,
        "samenvatting": harm,
        "themas": [],
        "taal": "nl",
        "_links": {"pagina": {"href": "javascript:done()"}},
    }
    kinds = [{"waarde": harm, "aantal": 1}, {"waarde": "begrip", "aantal": 1}]
    return {
        "zoekterm": query,
        "totaal": 1,
        "resultaten": [found],
        "suggestie": harm,
        "aanbod": {},
        "facetten": {"soorten": kinds, "themas": []},
    }
