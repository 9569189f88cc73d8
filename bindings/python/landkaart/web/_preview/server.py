# SPDX-License-Identifier: EUPL-1.2
"""The preview of an authoring folder as pages of the portal, while it is edited. Entry point:
serve_preview."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from dataclasses import replace

import jinja2
from fastapi import FastAPI
from fastapi import Request as HttpRequest
from fastapi.responses import HTMLResponse, StreamingResponse
from fastapi.responses import Response as HttpResponse

from ..._errors import ErrorCode, error_from_core
from ..._pack import Pack, cocreatie
from .._addresses import item_at
from .._api import api_router
from .._faces.asgi import request_of, response_of
from .._faces.serving import address_of, listen, server_of
from .._http.admission import Admission
from .._http.host_names import only_for
from .._http.messages import Response
from .._http.security import security_headers
from .._portal import Portal
from .._settings import Settings
from .._words.interface import words_in
from .workbench import Choices, Proof, Workbench

_OVERVIEW = "/voorvertoning"
_PROOFS = "/voorvertoning/proeven"
_EVENT_INTERVAL = 0.05  # seconds between two checks for a newer proof
# Headers of a portal page that are wrong once the panel is added to the page.
_DROPPED_HEADERS = ("content-length", "etag", "cache-control", "accept-ranges")


def serve_preview(
    source: str | os.PathLike[str],
    *,
    host: str = "127.0.0.1",
    port: int = 8080,
    names: Sequence[str] = (),
    settings: Settings | None = None,
    choices: Choices | None = None,
    tell: Callable[[str], object] = print,
) -> None:
    """Serves a folder as pages until Ctrl-C. The browser reloads a page after each save.

    Args:
        source: The folder with pack.yaml.
        host: The network address to listen on; the default accepts only this machine.
        port: The port to listen on; 0 takes a free one.
        names: The host names to answer to, besides localhost, 127.0.0.1, [::1] and `host`.
        settings: The options of the portal.
        choices: The items that are built, and the language of mistakes and findings.
        tell: Called with a line of text for each build.

    Raises:
        FileError: The folder does not exist, or the port is in use.
    """
    workbench = Workbench(source, choices)
    if not workbench.source.is_dir():
        problem = f"there is no folder {source}"
        raise error_from_core(ErrorCode.IO, problem, str(source), None, errno.ENOENT)
    with listen(host, port) as listening:
        tell(_summary_of(workbench.build()))
        tell(f"{address_of(listening)} shows {source} while you edit it; Ctrl-C stops")
        application = preview_app(workbench, settings, lambda: server.should_exit)
        server = server_of(only_for([host, *names], application))
        with _watched(workbench, tell):
            server.run(sockets=[listening])


@contextlib.contextmanager
def _watched(workbench: Workbench, tell: Callable[[str], object]) -> Iterator[None]:
    """Builds the folder after each save, in another thread, while the block runs."""
    stopped = threading.Event()

    def watch() -> None:
        for proof in workbench.watch(stopped):
            tell(_summary_of(proof))

    watching = threading.Thread(target=watch, name="landkaart-watch")
    watching.start()
    try:
        yield
    finally:
        stopped.set()
        watching.join()


def preview_app(
    workbench: Workbench, settings: Settings | None = None, is_over: Callable[[], bool] = bool
) -> FastAPI:
    """Makes the application of the preview: the pages of the newest proof, each with a panel that
    lists mistakes and findings.

    Args:
        workbench: The folder; it must have been built at least once.
        settings: The options of the portal.
        is_over: Returns whether the server is stopping; event streams then end.
    """
    pages = _Pages(workbench, settings or Settings())
    application = FastAPI(openapi_url=None)

    @application.get(_PROOFS)
    async def proofs() -> StreamingResponse:
        return StreamingResponse(_numbers(workbench, is_over), media_type="text/event-stream")

    @application.get(_OVERVIEW)
    def overview() -> HttpResponse:
        return pages.overview()

    application.include_router(
        api_router(pages.newest_pack, pages.settings, admission=pages.admission)
    )

    @application.get("/{path:path}")
    def page(asked: HttpRequest) -> HttpResponse:
        return pages.answer(asked)

    return application


async def _numbers(workbench: Workbench, is_over: Callable[[], bool]) -> AsyncIterator[str]:
    """The server-sent events that make a browser reload: the number of the newest proof, and then
    the number of each later proof."""
    told = -1
    while not is_over():
        if workbench.proof.number != told:
            told = workbench.proof.number
            yield f"data: {told}\n\n"
        await asyncio.sleep(_EVENT_INTERVAL)


class _Pages:
    """Makes the responses of the preview from the newest proof."""

    def __init__(self, workbench: Workbench, settings: Settings) -> None:
        self._workbench = workbench
        self._words = words_in(settings.language)
        self._templates = jinja2.Environment(
            loader=jinja2.PackageLoader("landkaart.web"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
        )
        self.settings = replace(
            settings,
            stylesheets=(*settings.stylesheets, "/static/preview.css"),
            scripts=(*settings.scripts, "/static/preview.js"),
        )
        self._portal = Portal(self.newest_pack, self.settings)
        self._protected = {**security_headers(self.settings), "cache-control": "no-store"}

    def answer(self, asked: HttpRequest) -> HttpResponse:
        """The response of the portal; a page gets the panel before the end of its body."""
        proof = self._workbench.proof
        request = request_of(asked)
        if proof.pack is None and not request.path.startswith("/static/"):
            return self.overview(503)
        answer = self._portal.answer(request)
        if not answer.headers.get("content-type", "").startswith("text/html"):
            return response_of(answer)
        before, end, after = answer.text.rpartition("</body>")
        body = before + self._panel(proof, request.path) + end + after
        return HTMLResponse(body, answer.status, self._headers(answer))

    def overview(self, status: int = 200) -> HttpResponse:
        """The page that lists all mistakes and findings."""
        page = self._templates.get_template("preview.html.j2")
        body = page.render(proof=self._workbench.proof, words=self._words)
        return HTMLResponse(body, status, self._protected)

    def _panel(self, proof: Proof, path: str) -> str:
        shown = proof.pack.get(item_at(path) or "") if proof.pack else None
        file, findings = self._workbench.written(shown.id) if shown else ("", ())
        return self._templates.get_template("preview-panel.html.j2").render(
            proof=proof,
            file=file,
            findings=findings,
            everything=_OVERVIEW,
            words=self._words,
        )

    def _headers(self, answer: Response) -> dict[str, str]:
        kept = {
            name: value for name, value in answer.headers.items() if name not in _DROPPED_HEADERS
        }
        return {**kept, "cache-control": "no-store"}

    @property
    def admission(self) -> Admission:
        """Bounds the searches that run at once."""
        return self._portal.admission

    def newest_pack(self) -> Pack:
        """The pack of the folder. Before the first successful build it is the default pack, so that
        stylesheets can be served."""
        return self._workbench.proof.pack or cocreatie()


def _summary_of(proof: Proof) -> str:
    if proof.mistakes:
        return "\n".join(map(str, proof.mistakes))
    said = f"built {len(proof.pack or ())} items in {proof.seconds:.2f} s"
    said += f"; {len(proof.findings)} findings"
    if proof.left_out.drafts:
        said += f"; drafts left out: {proof.left_out.drafts}"
    if proof.left_out.future:
        first = proof.left_out.next_date
        said += f"; items that hold later left out: {proof.left_out.future}, the first from {first}"
    return said
