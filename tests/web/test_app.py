# SPDX-License-Identifier: EUPL-1.2
"""create_app: the portal as an application, alone or mounted in another application."""

import subprocess
import sys
from typing import Any

import anyio
import fastapi
import jinja2
import pytest
from fastapi.testclient import TestClient
from markup import Markup

import landkaart
from landkaart.web import Portal, Request, Settings, create_app

HOST = """<!doctype html><html lang="{{ language }}"><head><title>{{ title }} - Intranet</title>
{{ head }}</head><body><nav>Menu van {{ request.url.hostname }}</nav><main>{{ content }}</main>
</body></html>"""


@pytest.fixture(scope="module")
def client(pack: landkaart.Pack) -> TestClient:
    return TestClient(create_app(pack, base_url="https://gemeente.example"))


@pytest.fixture(scope="module")
def mounted(pack: landkaart.Pack) -> TestClient:
    host = fastapi.FastAPI()
    host.mount("/intranet/kaart", create_app(pack))
    return TestClient(host)


def test_the_application_serves_pages_files_and_the_api(client: TestClient) -> None:
    assert client.get("/").headers["content-type"] == "text/html; charset=utf-8"
    assert client.get("/static/landkaart.css").headers["content-type"].startswith("text/css")
    assert client.get("/v1/werkvormen", params={"groepsgrootte": 8}).json()["totaal"] > 0
    assert client.get("/healthz").json()["status"] == "ok"


def test_the_pack_file_can_be_requested_by_range(client: TestClient) -> None:
    answer = client.get("/pakket", headers={"Range": "bytes=0-9"})
    assert (answer.status_code, len(answer.content)) == (206, 10)
    again = client.get("/pakket", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_pack_is_sent_in_pieces(pack: landkaart.Pack) -> None:
    app, sent = create_app(pack), []
    scope = {"type": "http", "method": "GET", "path": "/pakket", "query_string": b"", "headers": []}

    async def receive() -> dict[str, object]:
        await anyio.sleep(60)
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    anyio.run(app, scope, receive, send)
    start, *parts = sent
    whole = Portal(pack).answer(Request("GET", "/pakket")).body
    assert dict(start["headers"])[b"content-length"] == str(len(whole)).encode()
    assert max(len(part["body"]) for part in parts) < len(whole) / 4
    assert b"".join(part["body"] for part in parts) == whole


def test_head_has_the_length_of_the_page(client: TestClient) -> None:
    whole, head = client.get("/over"), client.head("/over")
    assert head.content == b""
    assert head.headers["content-length"] == str(len(whole.content))


@pytest.mark.parametrize(
    "path", ["/%3Cscript%3E", "/a%0Ab", "/%ff%fe", "/werkvormen/%00", "/" + "x" * 5000]
)
def test_hostile_paths_get_the_404_page(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert Markup(answer.text).texts("h1") == ["Deze pagina is er niet"]
    assert "content-security-policy" in answer.headers


def test_post_is_not_allowed(client: TestClient) -> None:
    answer = client.post("/zoeken", data={"zoekterm": "raad"})
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")


def test_all_links_of_a_mounted_portal_begin_with_its_path(mounted: TestClient) -> None:
    for path in ("", "/kaart", "/zoeken?zoekterm=raad", "/werkvormen/wv-troika"):
        answer = mounted.get(f"/intranet/kaart{path}")
        assert answer.status_code == 200
        inside = [one for one in Markup(answer.text).addresses if one.startswith("/")]
        assert [one for one in inside if not one.startswith("/intranet/kaart/")] == []


def test_the_path_of_the_mount_may_be_the_name_of_a_page(pack: landkaart.Pack) -> None:
    host = fastapi.FastAPI()
    host.mount("/kaart", create_app(pack))
    client = TestClient(host)
    assert Markup(client.get("/kaart/").text).texts("h1") == ["Landkaart co-creatie"]
    assert Markup(client.get("/kaart/kaart").text).texts("h1") == ["De kaart"]
    assert client.get("/kaart/wv-troika", follow_redirects=False).headers["location"] == (
        "/kaart/werkvormen/wv-troika"
    )


def test_stylesheets_of_the_host_come_first(pack: landkaart.Pack) -> None:
    settings = Settings(stylesheets=("/huisstijl/tokens.css",), title="Kaart van Gouda")
    client = TestClient(create_app(pack, theme="gouda-theme", settings=settings))
    page = Markup(client.get("/").text)
    assert "gouda-theme" in page.values("class", "html")[0].split()
    sheets = page.values("href", "link", rel="stylesheet")
    assert sheets[:2] == ["/huisstijl/tokens.css", "/static/landkaart.css"]
    assert page.texts("title") == ["Kaart van Gouda"]


def test_a_layout_puts_the_content_in_a_page_of_the_host(pack: landkaart.Pack) -> None:
    layout = jinja2.Environment(autoescape=True).from_string(HOST).render
    client = TestClient(create_app(pack, base_url="https://gemeente.example", layout=layout))
    answer = client.get("/werkvormen/wv-troika")
    page = Markup(answer.text)
    assert page.texts("title") == ["Trio-advies - Werkvorm - Intranet"]
    assert page.texts("h1") == ["Trio-advies"]
    assert page.texts("nav")[0] == "Menu van testserver"
    assert page.values("href", "link", rel="canonical") == [
        "https://gemeente.example/werkvormen/wv-troika"
    ]
    assert page.thing("HowTo")
    assert "content-security-policy" not in answer.headers
    assert client.get("/nergens").status_code == 404
    assert client.get("/static/map.css").headers["etag"]


def test_pages_need_no_web_framework() -> None:
    program = """
import sys
for name in ("fastapi", "starlette", "pydantic", "uvicorn", "django"):
    sys.modules[name] = None
import landkaart
from landkaart.web import Portal, Request
assert Portal(landkaart.cocreatie()).answer(Request("GET", "/")).status == 200
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


def test_a_mount_path_with_html_is_escaped(pack: landkaart.Pack) -> None:
    host = fastapi.FastAPI()
    host.mount("/{town}", create_app(pack))
    said = TestClient(host).get("/%22%3E%3Cscript%3E/onderwerpen/kv-gemeenteraad").text
    assert "<h1" in said
    assert '"><script>' not in said
