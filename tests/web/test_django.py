# SPDX-License-Identifier: EUPL-1.2
"""The portal as a Django app: its urls, the base template of a project, and its middleware."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

import landkaart

TOP = Path(__file__).parents[2]
django = pytest.importorskip("django")

from asgiref.sync import async_to_sync  # noqa: E402
from django.conf import settings  # noqa: E402
from django.core import checks  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.template import Context, Template  # noqa: E402
from django.test import AsyncClient, Client, override_settings  # noqa: E402
from django.urls import include, path, reverse  # noqa: E402

BASE = """<!doctype html><html lang="nl"><head>
<title>{% block title %}{% endblock %} - Intranet</title>
{% block head %}{% endblock %}</head><body><header>Hallo {{ request.path }}</header>
<main>{% block content %}{% endblock %}</main></body></html>"""
LIBRARY = {"base.html": BASE, "bare.html": "<title>{% block title %}{% endblock %}</title>"}
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

urlpatterns = [
    path("kennis/landkaart/", include("landkaart.django.urls")),
    path("v1/", include("landkaart.django.urls", namespace="named-like-the-api")),
]


@pytest.fixture(scope="module", autouse=True)
def host() -> None:
    """A Django project that consists of this file."""
    settings.configure(
        ALLOWED_HOSTS=["testserver"],
        INSTALLED_APPS=["landkaart.django"],
        ROOT_URLCONF=__name__,
        SECRET_KEY="only of this test",
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "OPTIONS": {
                    "context_processors": ["django.template.context_processors.request"],
                    "loaders": [
                        ("django.template.loaders.locmem.Loader", LIBRARY),
                        "django.template.loaders.app_directories.Loader",
                    ],
                },
            }
        ],
        USE_TZ=True,
    )
    django.setup()


@pytest.fixture
def client() -> Client:
    return Client(enforce_csrf_checks=True)


def text(response: Any) -> str:
    return response.content.decode()


def problems() -> list[str]:
    return [str(found.id) for found in checks.run_checks() if "landkaart" in str(found.id)]


def test_pages_and_their_links_are_below_the_prefix(client: Client) -> None:
    shown = client.get("/kennis/landkaart/obstakels/ob-eenzame-samenwerker")
    assert shown.status_code == 200
    assert "De eenzame samenwerker" in text(shown)
    assert 'href="/kennis/landkaart/werkvormen/wv-troika"' in text(shown)
    assert 'href="/kennis/landkaart/static/landkaart.css"' in text(shown)
    assert ' href="/werkvormen' not in text(shown)
    assert client.get("/kennis/landkaart/static/landkaart.css").status_code == 200


def test_urls_have_names(client: Client) -> None:
    assert reverse("landkaart:home") == "/kennis/landkaart/"
    address = reverse("landkaart:page", args=["werkvormen/wv-troika"])
    assert client.get(address).status_code == 200


def test_a_query_string_reaches_the_search(client: Client) -> None:
    shown = client.get("/kennis/landkaart/zoeken", {"zoekterm": "ik sta er alleen voor"})
    assert "De eenzame samenwerker" in text(shown)
    assert "<script>" not in text(client.get("/kennis/landkaart/zoeken?zoekterm=<script>"))


def test_an_unknown_page_has_status_404(client: Client) -> None:
    assert client.get("/kennis/landkaart/werkvormen/wv-trojka").status_code == 404


def test_post_has_status_405_and_needs_no_csrf_token(client: Client) -> None:
    assert client.post("/kennis/landkaart/werkvormen").status_code == 405
    assert client.head("/kennis/landkaart/werkvormen").content == b""


def test_a_current_entity_tag_gets_status_304(client: Client) -> None:
    first = client.get("/kennis/landkaart/werkvormen/wv-troika")
    again = client.get("/kennis/landkaart/werkvormen/wv-troika", HTTP_IF_NONE_MATCH=first["ETag"])
    assert (again.status_code, again.content) == (304, b"")


def test_a_video_can_be_requested_by_range(client: Client) -> None:
    name = next(name for name in landkaart.cocreatie().assets if name.endswith((".mp4", ".webm")))
    part = client.get(f"/kennis/landkaart/bestanden/{name}", HTTP_RANGE="bytes=0-99")
    assert (part.status_code, len(part.content)) == (206, 100)


def test_the_pack_is_sent_in_pieces(client: Client) -> None:
    whole = client.get("/kennis/landkaart/pakket")
    pieces = list(whole.streaming_content)
    assert len(pieces) > 4
    assert sum(map(len, pieces)) == int(whole["Content-Length"])
    part = client.get("/kennis/landkaart/pakket", HTTP_RANGE="bytes=7-1000006")
    assert part.status_code == 206
    assert part.getvalue() == b"".join(pieces)[7:1000007]


def test_an_asgi_server_sends_the_pack_in_pieces() -> None:
    async def ask() -> tuple[int, list[bytes]]:
        answer = await AsyncClient().get("/kennis/landkaart/pakket")
        if getattr(answer, "is_async", False):  # true from Django 4.2 on
            return answer.status_code, [piece async for piece in answer.streaming_content]
        return answer.status_code, list(answer.streaming_content)

    status, pieces = async_to_sync(ask)()
    assert (status, len(pieces) > 4) == (200, True)


def test_the_api_answers_below_the_same_prefix(client: Client) -> None:
    found = client.get("/kennis/landkaart/v1/werkvormen", {"groepsgrootte": "8"})
    assert found.status_code == 200
    assert found["API-Version"].startswith("1.")
    first = json.loads(found.content)["resultaten"][0]
    assert first["_links"]["self"]["href"].endswith(
        f"/kennis/landkaart/v1/werkvormen/{first['id']}"
    )
    assert client.get("/kennis/landkaart/v1").status_code == 200
    refused = client.get("/kennis/landkaart/v1/werkvormen", {"groepsgrootte": "veel"})
    assert refused["Content-Type"].startswith("application/problem+json")


def test_the_prefix_may_be_the_name_of_the_api(client: Client) -> None:
    assert client.get("/v1/werkvormen/wv-troika").status_code == 200
    found = client.get("/v1/v1/werkvormen/wv-troika")
    assert found.status_code == 200
    assert json.loads(found.content)["_links"]["self"]["href"] == "/v1/v1/werkvormen/wv-troika"
    assert client.get("/v1/v1").status_code == 200


def test_a_base_template_puts_the_content_in_a_page_of_the_host(client: Client) -> None:
    with override_settings(LANDKAART={"base_template": "base.html", "heading_offset": 1}):
        shown = client.get("/kennis/landkaart/werkvormen/wv-troika")
        page = text(shown)
        assert re.search("<title>Trio-advies.* - Intranet</title>", page)
        assert "Hallo /kennis/landkaart/werkvormen/wv-troika" in page
        assert page.count("<main") == page.count("<title") == page.count("<html") == 1
        assert "landkaart.css" in page.split("</head>")[0]
        assert "application/ld+json" in page
        assert "<h1" not in page and "<h2" in page
        assert not {"ETag", "Content-Security-Policy"} & set(shown.headers)
        assert int(shown.get("Content-Length", len(shown.content))) == len(shown.content)
        missing = client.get("/kennis/landkaart/werkvormen/wv-trojka")
        assert missing.status_code == 404 and "Hallo" in text(missing)
        stylesheet = client.get("/kennis/landkaart/static/landkaart.css")
        assert stylesheet["Content-Type"].startswith("text/css") and "Hallo" not in text(stylesheet)


def test_security_headers_are_set_without_middleware(client: Client) -> None:
    shown = client.get("/kennis/landkaart/")
    assert "default-src 'none'" in shown["Content-Security-Policy"]
    assert shown["X-Content-Type-Options"] == "nosniff"


def test_headers_of_the_middleware_replace_those_of_the_portal(client: Client) -> None:
    with override_settings(
        MIDDLEWARE=MIDDLEWARE, SECURE_REFERRER_POLICY="no-referrer", X_FRAME_OPTIONS="DENY"
    ):
        shown = client.get("/kennis/landkaart/")
    assert shown["Referrer-Policy"] == "no-referrer"
    assert shown["X-Frame-Options"] == "DENY"
    assert shown["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "default-src 'none'" in shown["Content-Security-Policy"]


def policy_of_the_host(get_response: Any) -> Any:
    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response["Content-Security-Policy"] = "default-src 'self'"
        return response

    return middleware


def test_a_content_security_policy_of_the_host_replaces_that_of_the_portal(client: Client) -> None:
    with override_settings(MIDDLEWARE=[f"{__name__}.policy_of_the_host"]):
        assert client.get("/kennis/landkaart/")["Content-Security-Policy"] == "default-src 'self'"


def test_a_file_of_the_pack_keeps_its_own_policy() -> None:
    changed = {
        "MIDDLEWARE": MIDDLEWARE,
        "SECURE_CONTENT_TYPE_NOSNIFF": False,
        "LANDKAART": {"pack": str(TOP / "tests/conformance/fixture.lkp")},
    }
    with override_settings(**changed):
        answer = Client().get("/kennis/landkaart/bestanden/images/ton.svg")
    assert answer["Content-Security-Policy"].endswith("; sandbox")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_search_beyond_the_bound_has_status_503(client: Client) -> None:
    from landkaart.django import _configuration

    with override_settings(LANDKAART={"searches_at_once": 1, "searches_waiting": 0}):
        with _configuration.portal().admission.turn():
            page = client.get("/kennis/landkaart/zoeken?zoekterm=regels")
            api = client.get("/kennis/landkaart/v1/zoekresultaten?zoekterm=regels")
            health = client.get("/kennis/landkaart/healthz")
        assert (page.status_code, page["Retry-After"]) == (503, "2")
        assert (api.status_code, api["Retry-After"]) == (503, "2")
        assert health.status_code == 200
        assert client.get("/kennis/landkaart/zoeken?zoekterm=regels").status_code == 200


def test_the_pack_is_a_path_a_pack_or_a_callable(client: Client, tmp_path: Path) -> None:
    landkaart.init(tmp_path / "source")
    landkaart.build(tmp_path / "source", tmp_path / "mine.lkp")
    mine = landkaart.open(tmp_path / "mine.lkp")
    for named in (tmp_path / "mine.lkp", str(tmp_path / "mine.lkp"), mine, lambda: mine):
        with override_settings(LANDKAART={"pack": named}):
            assert mine.manifest.title in text(client.get("/kennis/landkaart/"))


def test_checks_find_nothing_in_a_correct_project() -> None:
    assert problems() == []
    with override_settings(LANDKAART={"base_template": "base.html", "theme": "utrecht-theme"}):
        assert problems() == []


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"LANDKAART": {"thema": "utrecht-theme"}}, "landkaart.E002"),
        ({"LANDKAART": {"pack": "/weg/kaart.lkp"}}, "landkaart.E003"),
        ({"LANDKAART": {"heading_offset": 9}}, "landkaart.E004"),
        ({"LANDKAART": {"base_template": "weg.html"}}, "landkaart.E005"),
        ({"LANDKAART": {"base_template": "bare.html"}}, "landkaart.W001"),
        ({"ROOT_URLCONF": "landkaart.django.urls"}, "landkaart.W002"),
    ],
)
def test_each_mistake_has_its_own_check(changed: dict[str, Any], found: str) -> None:
    with override_settings(**changed):
        assert found in problems()


def test_the_check_for_an_unknown_key_suggests_a_key() -> None:
    with override_settings(LANDKAART={"base_templat": "base.html"}):
        (said,) = [found for found in checks.run_checks() if found.id == "landkaart.E002"]
    assert said.hint == "Did you mean 'base_template'?"


def test_a_template_reads_the_attributes_of_an_item(samples: landkaart.Pack) -> None:
    form = samples["wv-rondje"]
    said = Template(
        "{% for theme in item.themes %}{{ theme.title }}{% endfor %}|{{ item.kind.value }}|"
        "{% for step in item.steps %}{{ step.title }}{% endfor %}|{{ item.purpose.name }}"
    ).render(Context({"item": form}))
    expected = (
        "".join(theme.title for theme in form.themes),
        form.kind.value,
        "".join(step.title for step in form.steps),
        form.purpose.name,
    )
    assert said == "|".join(expected)
