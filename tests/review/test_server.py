"""The review's server: for this machine and whoever has the address, and nobody else."""

from __future__ import annotations

import csv
import http.client
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import WhosaidError
from pipeline.review.desk import Desk
from pipeline.review.server import ReviewServer
from tests.review.conftest import serving
from tests.running import run, write_article


class Client:
    """Asks a review's server as a browser does."""

    def __init__(self, server: ReviewServer) -> None:
        self.server = server

    def ask(
        self, path: str, sent: Any = None, *, token: str | None = None, **headers: str
    ) -> tuple[int, Any, dict[str, str]]:
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_port, timeout=30)
        body = None if sent is None else json.dumps(sent)
        given = {"Content-Type": "application/json"} if body else {}
        given |= {name.replace("_", "-"): value for name, value in headers.items()}
        token = self.server.token if token is None else token
        connection.request("POST" if body else "GET", f"/{token}/{path}", body, given)
        answer = connection.getresponse()
        data = answer.read()
        connection.close()
        if answer.getheader("Content-Type", "").startswith("application/json"):
            return answer.status, json.loads(data), dict(answer.getheaders())
        return answer.status, data, dict(answer.getheaders())

    def todo(self, show: str = "todo") -> list[list[str]]:
        rows: list[list[str]] = self.ask(f"list?show={show}")[1]["rows"]
        return rows

    def decide(self, what: str, place: list[str], **more: Any) -> tuple[int, Any]:
        sent = {"what": what, "article_id": place[0], "quote_id": place[1], **more}
        return self.ask("decisions", sent)[:2]


@pytest.fixture
def client(folders: tuple[Path, Path]) -> Iterator[Client]:
    with serving(folders[1]) as server:
        yield Client(server)


def decisions(corpus: Path) -> list[dict[str, str]]:
    with (corpus / "corrections.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_it_listens_on_this_machine_alone(client: Client) -> None:
    assert client.server.server_address[0] == "127.0.0.1"
    assert client.server.address.startswith("http://127.0.0.1:")
    assert len(client.server.token) >= 32


def test_without_the_token_nothing_is_told(client: Client) -> None:
    for path in ("", "list", "assets/review.js"):
        assert client.ask(path, token="guess")[0] == 404
    assert client.ask("undo", {}, token="guess")[0] == 404


@pytest.mark.parametrize(
    "header",
    [
        {"Host": "evil.example"},
        {"Host": "evil.example:80"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
    ],
)
def test_other_names_and_other_pages_are_refused(client: Client, header: dict[str, str]) -> None:
    status, told, _ = client.ask("list", **header)
    assert status == 403
    assert "rows" not in told


def test_a_form_of_another_page_decides_nothing(client: Client) -> None:
    assert client.ask("undo", {}, Content_Type="text/plain")[0] == 415


def test_the_page_may_load_nothing_from_elsewhere(client: Client) -> None:
    status, page, headers = client.ask("")
    assert status == 200
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert b"http" not in page
    assert headers["Referrer-Policy"] == "no-referrer"


def test_only_its_own_files_are_served(client: Client) -> None:
    assert client.ask("assets/review.css")[0] == 200
    for path in ("assets/../desk.py", "assets/%2e%2e/desk.py", "assets/", "etc/passwd"):
        assert client.ask(path)[0] == 404


def test_the_least_sure_come_first(folders: tuple[Path, Path]) -> None:
    rows = [
        {"article_id": "a", "quote_id": str(n), "speaker": "Odo", "quote": "x", "kind": kind,
         "confidence": confidence, "start": n, "corrected": ""}
        for n, (kind, confidence) in enumerate((("direct", 0.9), ("mixed", 0.2), ("direct", 0.5)))
    ]  # fmt: skip
    from pipeline.review.views import list_view

    assert [quote for _, quote in list_view(rows, {}, {})] == ["1", "2", "0"]
    assert [quote for _, quote in list_view(rows, {}, {"kind": "direct"})] == ["2", "0"]
    assert [quote for _, quote in list_view(rows, {}, {"order": "text"})] == ["0", "1", "2"]


def test_filters(client: Client) -> None:
    assert len(client.todo()) == 9
    assert len(client.ask("list?words=in+4+months")[1]["rows"]) == 1
    assert len(client.ask("list?speaker=kinsella")[1]["rows"]) == 3
    assert len(client.ask("list?article=district+7")[1]["rows"]) == 1
    assert client.ask("list?kind=mixed")[1]["rows"] == []


def test_a_decision_is_a_row_of_the_file(folders: tuple[Path, Path], client: Client) -> None:
    place = client.todo()[0]
    status, told = client.decide("speaker", place, value="  Wanda   Prill ")
    assert (status, told["decided"]) == (200, 1)
    (row,) = decisions(folders[0])
    assert row["who"] == "ada"
    assert (row["what"], row["is"]) == ("speaker", "Wanda Prill")
    assert row["was"] == row["speaker"] != ""
    assert row["confidence"] == "0.87654"
    assert row["source"].endswith(".txt")
    assert "months" in row["quote"]
    (shown,) = told["article"]["rows"]
    assert (shown["speaker"], shown["corrected"]) == ("Wanda Prill", "speaker corrected")


def test_what_is_decided_is_no_longer_to_do(client: Client) -> None:
    first, second, *_ = client.todo()
    client.decide("accept", first)
    client.decide("not_a_quotation", second)
    assert len(client.todo()) == 7
    assert client.todo("done") == [first]


def test_a_type_is_written_down_only_if_it_is_another(
    folders: tuple[Path, Path], client: Client
) -> None:
    first, second, *_ = client.todo()
    client.decide("speaker", first, value="Wanda Prill", speaker_type="person")
    client.decide("speaker", second, value="Wanda Prill", speaker_type="group")
    assert [row["what"] for row in decisions(folders[0])] == ["speaker", "speaker", "speaker_type"]
    client.ask("undo", {})
    assert [row["was"] for row in decisions(folders[0])[3:]] == ["speaker_type", "speaker"]


def test_undo_goes_back_step_by_step_also_after_a_restart(folders: tuple[Path, Path]) -> None:
    corpus, outputs = folders
    with serving(outputs) as server:
        first, second, *_ = Client(server).todo()
        Client(server).decide("act", first, value="thought")
        Client(server).decide("not_a_quotation", second)
    with serving(outputs) as server:
        client = Client(server)
        _, told, _ = client.ask("undo", {})
        assert told["quote_id"] == second[1]
        _, told, _ = client.ask("undo", {})
        assert told["article"]["rows"][0]["act"] == "said"
        assert client.ask("undo", {})[0] == 409
        assert len(client.todo()) == 9
    assert [row["what"] for row in decisions(corpus)] == [
        *("act", "not_a_quotation", "undone", "undone")
    ]


def test_undo_passes_over_decisions_on_articles_that_left(folders: tuple[Path, Path]) -> None:
    corpus, outputs = folders
    with serving(outputs) as server:
        client = Client(server)
        first, second, *_ = client.todo()
        client.decide("accept", first)
        client.decide("accept", second)
        source = decisions(corpus)[1]["source"]
        (corpus / source).unlink()
        run(corpus, outputs)
        status, told, _ = client.ask("undo", {})
        assert (status, told["quote_id"]) == (200, first[1])
        assert client.ask("undo", {})[0] == 409
    assert [row["source"] for row in decisions(corpus)][1:] == [
        source,
        decisions(corpus)[0]["source"],
    ]


def test_each_statement_that_was_added_counts_as_decided_on(client: Client) -> None:
    article_id = client.todo()[0][0]
    for pieces in ([[0, 5]], [[6, 9]]):
        status, told = client.decide("added", [article_id, ""], value="Ada Brooks", pieces=pieces)
    assert (status, told["decided"]) == (200, 2)


def test_a_browser_that_goes_away_is_not_told_of(
    folders: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    with serving(folders[1]) as server:
        for error in (ConnectionResetError("gone"), ValueError("a fault")):
            try:
                raise error
            except Exception:
                server.handle_error(None, ("127.0.0.1", 1))
    told = capsys.readouterr().err
    assert "a fault" in told
    assert "gone" not in told


def test_nobody_undoes_what_another_decided(folders: tuple[Path, Path]) -> None:
    with serving(folders[1]) as server:
        Client(server).decide("accept", Client(server).todo()[0])
    with serving(folders[1], who="ben") as server:
        status, told, _ = Client(server).ask("undo", {})
    assert status == 409
    assert "nothing of yours" in told["problem"]


def test_an_edit_of_the_file_and_a_run_are_taken_in_at_once(
    folders: tuple[Path, Path], client: Client
) -> None:
    corpus, outputs = folders
    place = client.todo()[0]
    client.decide("speaker", place, value="Wanda Prill")
    text = (corpus / "corrections.csv").read_text("utf-8-sig")
    (corpus / "corrections.csv").write_text(text.replace("Wanda Prill", "Ilse Marn"), "utf-8")
    _, told, _ = client.ask(f"articles/{place[0]}")
    assert told["rows"][0]["speaker"] == "Ilse Marn"
    write_article(corpus / "10.txt", 10)
    run(corpus, outputs)
    assert len(client.todo()) == 9


@pytest.mark.parametrize(
    ("what", "more", "told"),
    [
        ("said_on", {"value": "31/1/2020"}, "2020-01-31"),
        ("said_on", {"value": "2020-02-30"}, "2020-01-31"),
        ("kind", {"value": "sung"}, "direct, mixed, indirect"),
        ("extent", {"pieces": [[5, 2]]}, "select some words"),
        ("extent", {"pieces": [[0, 10**9]]}, "select some words"),
        ("extent", {"pieces": [["0", 4]]}, "no decision"),
        ("added", {"pieces": []}, "select some words"),
        ("speaker", {"value": "x" * 400}, "at most 300"),
        ("speaker", {"value": ["x"]}, "no decision"),
        ("undone", {}, "no decision"),
        ("applaud", {}, "no decision"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_plain_sentence(
    folders: tuple[Path, Path], client: Client, what: str, more: dict[str, Any], told: str
) -> None:
    status, answer = client.decide(what, client.todo()[0], **more)
    assert status == 409
    assert told in answer["problem"]
    assert not (folders[0] / "corrections.csv").exists()


def test_a_quotation_that_is_gone_is_told(client: Client) -> None:
    article, _ = client.todo()[0]
    assert client.decide("accept", [article, "0" * 16])[0] == 409
    assert client.decide("accept", ["0" * 16, "0" * 16])[0] == 409


def test_without_tables_or_corpus_it_says_what_to_do(
    tmp_path: Path, folders: tuple[Path, Path]
) -> None:
    with pytest.raises(WhosaidError, match="whosaid run"):
        Desk(tmp_path / "empty", "ada")
    folders[0].rename(tmp_path / "elsewhere")
    with pytest.raises(WhosaidError, match="is gone"):
        Desk(folders[1], "ada")
