"""The review page's server: for this machine and this person alone.

It listens on 127.0.0.1, answers only addresses that carry a random token, and only under
its own name, so that no other web page can reach it by a name that leads here (DNS
rebinding). Its pages may load nothing from anywhere else.
"""

from __future__ import annotations

import json
import secrets
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from typing import Any, cast, get_args
from urllib.parse import parse_qsl, urlsplit

from pipeline.corrections.corrections_file import What
from pipeline.errors import WhosaidError
from pipeline.review.decisions import Refused
from pipeline.review.desk import Decided, Desk
from pipeline.review.views import article_view, list_view

HOST = "127.0.0.1"
_LARGEST_REQUEST = 1 << 20
_ASSETS = {
    "report.css": "pipeline.report",
    "theme.js": "pipeline.report",
    "review.css": "pipeline.review",
    "review.js": "pipeline.review",
    "stretch.js": "pipeline.review",
}
_DECISIONS = frozenset(get_args(What)) - {"undone", "speaker_type"}
"""What the page may ask for; the others follow from them."""
_TYPES = {"css": "text/css", "js": "text/javascript", "html": "text/html"}
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class ReviewServer(ThreadingHTTPServer):
    """Serves one desk until `shutdown`."""

    daemon_threads = True

    def __init__(self, desk: Desk, port: int = 0) -> None:
        """port: 0 lets the system choose. Raises OSError if it is taken."""
        super().__init__((HOST, port), _Handler)
        self.desk = desk
        self.token = secrets.token_urlsafe(24)
        self.lock = threading.Lock()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a browser that went away: the terminal is the user's."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    @property
    def address(self) -> str:
        """What to open in a browser."""
        return f"http://{HOST}:{self.server_port}/{self.token}/"


class _Handler(BaseHTTPRequestHandler):
    server: ReviewServer
    server_version = "whosaid"
    sys_version = ""
    timeout = 30

    def do_GET(self) -> None:
        path = self._asked_path()
        if path is None:
            return
        route, _, rest = path.partition("/")
        if path == "":
            self._send_file("pipeline.review", "templates", "review.html")
        elif route == "assets" and rest in _ASSETS:
            self._send_file(_ASSETS[rest], "static", rest)
        elif path == "list":
            self._answer(lambda: self._list(dict(parse_qsl(urlsplit(self.path).query))))
        elif route == "articles":
            self._answer(lambda: article_view(self.server.desk.article(rest)))
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "there is nothing at this address.")

    def do_POST(self) -> None:
        path = self._asked_path()
        if path is None:
            return
        if self.headers.get_content_type() != "application/json":
            self._refuse(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "decisions are sent as JSON.")
            return
        given = self.headers.get("Content-Length") or ""
        length = int(given) if given.isdecimal() and given.isascii() else -1
        if not 0 <= length <= _LARGEST_REQUEST:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "this is too much at once.")
            return
        try:
            sent = json.loads(self.rfile.read(length) or b"{}")
        except ValueError:
            sent = None
        if not isinstance(sent, dict):
            self._refuse(HTTPStatus.BAD_REQUEST, "this is no decision.")
        elif path == "decisions":
            self._answer(lambda: self._after(_decide(self.server.desk, sent)))
        elif path == "undo":
            self._answer(lambda: self._after(self.server.desk.undo()))
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "there is nothing at this address.")

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal is the user's."""

    def _asked_path(self) -> str | None:
        """The path after the token; None, and an answer, for whoever should not ask."""
        port = self.server.server_port
        own_names = {f"{HOST}:{port}", f"localhost:{port}"}
        origin = self.headers.get("Origin")
        if self.headers.get("Host") not in own_names or (
            origin is not None and origin.removeprefix("http://") not in own_names
        ):
            self._refuse(HTTPStatus.FORBIDDEN, "this page is only for the machine it runs on.")
            return None
        token, slash, path = urlsplit(self.path).path.removeprefix("/").partition("/")
        if not slash or not secrets.compare_digest(token.encode(), self.server.token.encode()):
            self._refuse(
                HTTPStatus.NOT_FOUND, "open the address that whosaid review printed at its start."
            )
            return None
        return path

    def _list(self, asked: dict[str, str]) -> dict[str, Any]:
        desk = self.server.desk
        rows = list_view(desk.rows(), desk.titles(), asked)
        return {"rows": rows, "decided": desk.decided(), "file": str(desk.corrections)}

    def _after(self, decided: Decided) -> dict[str, Any]:
        desk = self.server.desk
        return {
            "article": article_view(desk.article(decided.article_id)),
            "quote_id": decided.quote_id,
            "told": decided.told,
            "decided": desk.decided(),
        }

    def _answer(self, answer: Any) -> None:
        try:
            with self.server.lock:
                self.server.desk.refresh()
                told = answer()
        except Refused as refused:
            self._refuse(HTTPStatus.CONFLICT, str(refused))
        except WhosaidError as error:
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, str(error))
        except Exception as error:
            what = " ".join(f"{type(error).__name__}: {error}".split())[:300]
            sentence = f"this is a fault in whosaid ({what}): please report it."
            self._refuse(HTTPStatus.INTERNAL_SERVER_ERROR, sentence)
        else:
            self._send(HTTPStatus.OK, "application/json", json.dumps(told).encode())

    def _refuse(self, status: HTTPStatus, sentence: str) -> None:
        self.close_connection = True
        self._send(status, "application/json", json.dumps({"problem": sentence}).encode())

    def _send_file(self, package: str, folder: str, name: str) -> None:
        data = (resources.files(package) / folder / name).read_bytes()
        self._send(HTTPStatus.OK, _TYPES[name.rsplit(".", 1)[1]], data)

    def _send(self, status: HTTPStatus, media_type: str, data: bytes) -> None:
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{media_type}; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


def _decide(desk: Desk, sent: dict[str, Any]) -> Decided:
    what = sent.get("what")
    if not isinstance(what, str) or what not in _DECISIONS:
        raise Refused("this is no decision.")
    texts = {}
    for name in ("article_id", "quote_id", "value", "speaker_type"):
        texts[name] = sent.get(name, "")
        if not isinstance(texts[name], str):
            raise Refused("this is no decision.")
    pieces = sent.get("pieces") or []
    if not isinstance(pieces, list) or not all(
        isinstance(piece, list) and len(piece) == 2 and all(type(at) is int for at in piece)
        for piece in pieces
    ):
        raise Refused("this is no decision.")
    return desk.decide(
        texts["article_id"],
        texts["quote_id"],
        cast(What, what),
        texts["value"],
        pieces=tuple((start, end) for start, end in pieces),
        speaker_type=texts["speaker_type"],
    )
