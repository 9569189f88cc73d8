# SPDX-License-Identifier: EUPL-1.2
"""An example of an intranet on FastAPI that mounts the portal, with the layout of the intranet.

Run `python3 intranet.py` and open http://127.0.0.1:8080.
"""

import argparse
from pathlib import Path

import jinja2
import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import HTMLResponse, Response

import landkaart
from landkaart.web import create_app

HERE = Path(__file__).parent
MOUNT = "/landkaart"

pack = landkaart.cocreatie()
templates = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE / "templates"), autoescape=True)
page = templates.get_template("intranet.html.j2")

app = FastAPI(openapi_url=None)


@app.get("/")
def home(request: Request) -> HTMLResponse:
    obstacles = templates.get_template("home.html.j2")
    content = obstacles.render(obstacles=pack.obstacles[:3], landkaart=MOUNT)
    return HTMLResponse(page.render(title="Intranet", language="nl", head="", content=content))


@app.get("/huisstijl.css")
def house_style() -> Response:
    return Response((HERE / "huisstijl.css").read_text(encoding="utf-8"), media_type="text/css")


# Mounted after the routes above, because a mounted application answers every path below its prefix.
app.mount(MOUNT, create_app(pack, layout=page.render))


def main() -> None:
    arguments = argparse.ArgumentParser(description="An intranet with the portal in it.")
    arguments.add_argument("--port", type=int, default=8080)
    uvicorn.run(app, port=arguments.parse_args().port)


if __name__ == "__main__":
    main()
