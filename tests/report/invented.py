"""Outputs of a run as the report meets them: invented articles, written as tables and texts."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.schema import TABLES, Table

ARROW = {"text": pa.string(), "integer": pa.int64(), "number": pa.float64(), "flag": pa.bool_()}


def write_parquet(table: Table, rows: list[dict[str, Any]], outputs: Path) -> None:
    """Writes rows as the tables stage does; what a row does not name is empty."""
    schema = pa.schema([(column.name, ARROW[column.type]) for column in table.columns])
    empty = {column.name: "" if column.type == "text" else None for column in table.columns}
    (outputs / "tables").mkdir(parents=True, exist_ok=True)
    full = [{**empty, **row} for row in rows]
    pq.write_table(
        pa.Table.from_pylist(full, schema=schema), outputs / "tables" / f"{table.name}.parquet"
    )


def key(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Newsroom:
    """Collects articles and what was found in them; offsets are looked up in the text."""

    def __init__(self) -> None:
        self.rows: dict[str, list[dict[str, Any]]] = {table.name: [] for table in TABLES}
        self.texts: dict[str, str] = {}

    def article(
        self, title: str, *paragraphs: str, outlet: str = "", published: str = "", **more: Any
    ) -> str:
        text = "\n\n".join(part for part in (title, *paragraphs) if part)
        article_id = key(text, outlet)
        self.texts[article_id] = text
        self.rows["articles"].append(
            {
                "article_id": article_id,
                "source": f"{outlet or 'stray'}/{article_id[:4]}.txt",
                "title": title,
                "outlet": outlet,
                "published": published,
                "published_basis": "metadata" if published else "",
                "language": "en",
                "words": len(text.split()),
                "quotes": 0,
                "entities": 0,
                "removed_lines": 0,
                "comments": 0,
                **more,
            }
        )
        return article_id

    def quote(
        self,
        article_id: str,
        *contents: str,
        speaker: str = "",
        mention: str = "",
        cue: str = "",
        **more: Any,
    ) -> str:
        text, article = self.texts[article_id], self._article(article_id)
        spans = [(text.index(content), text.index(content) + len(content)) for content in contents]
        quote_id = key(article_id, *contents)
        row = {
            "quote_id": quote_id,
            "article_id": article_id,
            "published": article["published"],
            "outlet": article["outlet"],
            "speaker": speaker,
            "speaker_id": key(speaker) if speaker else "",
            "speaker_type": "person" if speaker else "unknown",
            "speaker_text": mention,
            "speaker_basis": "name" if mention else "none",
            "cue": cue,
            "quote": " … ".join(contents),
            "kind": "direct",
            "act": "said",
            "said_on": article["published"],
            "said_on_basis": "published" if article["published"] else "",
            "confidence": 0.9,
            "paragraph": text.count("\n\n", 0, spans[0][0]) + 1,
            "pieces": ";".join(f"{start}-{end}" for start, end in spans),
            "start": spans[0][0],
            "end": spans[-1][1],
            "title": article["title"],
            "file": article["source"],
        }
        for role, words in (("speaker", mention), ("cue", cue)):
            if words:
                start = self._nearest(text, words, spans[0][0])
                row |= {f"{role}_start": start, f"{role}_end": start + len(words)}
        self.rows["quotes"].append(row | more)
        article["quotes"] += 1
        return quote_id

    def entity(self, article_id: str, words: str, label: str, name: str = "") -> None:
        text = self.texts[article_id]
        at = text.index(words)
        self.rows["entities"].append(
            {
                "article_id": article_id,
                "entity_id": key(name or words, label),
                "entity": name or words,
                "label": label,
                "text": words,
                "start": at,
                "end": at + len(words),
                "paragraph": text.count("\n\n", 0, at) + 1,
            }
        )

    def removed(self, article_id: str, line: int, reason: str, text: str, **more: str) -> None:
        self.rows["removed"].append(
            {"article_id": article_id, "line": line, "reason": reason, "text": text, **more}
        )
        self._article(article_id)["removed_lines"] += 1

    def same(self, *quote_ids: str) -> str:
        """Groups quotations; the first is the fullest version."""
        group = key(*quote_ids)
        of_id = {row["quote_id"]: row for row in self.rows["quotes"]}
        carriers = [of_id[quote_id] for quote_id in quote_ids]
        for quote_id, quote in zip(quote_ids, carriers, strict=True):
            quote["same_quote"] = group
            self.rows["same_quotes"].append(
                {
                    name: quote[name]
                    for name in (
                        *("quote_id", "article_id", "outlet", "published", "speaker"),
                        *("kind", "title", "file"),
                    )
                }
                | {
                    "articles": len({quote["article_id"] for quote in carriers}),
                    "same_quote": group,
                    "quote": quote["quote"],
                    "similarity": 1.0 if quote_id == quote_ids[0] else 0.8,
                    "is_fullest": quote_id == quote_ids[0],
                }
            )
        return group

    def write(self, outputs: Path) -> Path:
        self.rows["speakers"] = self._speakers()
        for table in TABLES:
            write_parquet(table, self.rows[table.name], outputs)
        (outputs / "text").mkdir(exist_ok=True)
        for article_id, text in self.texts.items():
            (outputs / "text" / f"{article_id}.txt").write_bytes(text.encode("utf-8", "replace"))
        return outputs

    @staticmethod
    def _nearest(text: str, words: str, to: int) -> int:
        starts = [match.start() for match in re.finditer(rf"\b{re.escape(words)}\b", text)]
        return min(starts, key=lambda start: abs(start - to))

    def _article(self, article_id: str) -> dict[str, Any]:
        return next(row for row in self.rows["articles"] if row["article_id"] == article_id)

    def _speakers(self) -> list[dict[str, Any]]:
        by_id: dict[str, list[dict[str, Any]]] = {}
        names: dict[str, str] = {}
        for quote in self.rows["quotes"]:
            ids, speakers = quote["speaker_id"].split(" ; "), quote["speaker"].split(" ; ")
            for speaker_id, speaker in zip(ids, speakers, strict=True):
                if speaker_id:
                    by_id.setdefault(speaker_id, []).append(quote)
                    names[speaker_id] = speaker
        return [
            {
                "speaker_id": speaker_id,
                "speaker": names[speaker_id],
                "type": quotes[0]["speaker_type"],
                "titles": ";".join(
                    sorted({q["speaker_title"] for q in quotes if q.get("speaker_title")})
                ),
                "aliases": "",
                "articles": len({q["article_id"] for q in quotes}),
                "outlets": len({q["outlet"] for q in quotes}),
                "quotes": len(quotes),
                "first_said": min(q["said_on"] for q in quotes),
                "last_said": max(q["said_on"] for q in quotes),
            }
            for speaker_id, quotes in by_id.items()
        ]


def harbour_story() -> Newsroom:
    """Three articles about one invented harbour: what the report's tests look at."""
    news = Newsroom()
    courier = news.article(
        "Harbour wall will be raised, mayor says",
        "PORT ELLERY — The harbour wall will be raised by two metres before the winter, Mayor "
        "Ines Okoro told the council on Monday.",
        "“We have waited long enough,” Okoro said. “The sea does not wait for our budget, and "
        "neither will I.”",
        "Tomas Reyl, who heads the fishing co-operative, fears that the works will close the "
        "quay for months. “She told me, ‘You will hardly notice,’” he recalled.",
        "According to a letter of the Coastal Agency, the wall has “eleven years left at best”.",
        outlet="Port Ellery Courier",
        published="2021-10-05",
        byline="Nadia Brandt",
        url="https://courier.example/harbour-wall",
    )
    first = news.quote(
        courier,
        "The harbour wall will be raised by two metres before the winter",
        speaker="Ines Okoro",
        mention="Mayor Ines Okoro",
        cue="told the council",
        kind="indirect",
        speaker_title="Mayor",
        said_on="2021-10-04",
        said_on_text="on Monday",
        said_on_basis="stated",
        confidence=0.97,
    )
    budget = news.quote(
        courier,
        "“We have waited long enough,”",
        "“The sea does not wait for our budget, and neither will I.”",
        speaker="Ines Okoro",
        mention="Okoro",
        cue="said",
        speaker_title="Mayor",
        said_on="2021-10-04",
        said_on_basis="carried",
    )
    news.quote(
        courier,
        "that the works will close the quay for months",
        speaker="Tomas Reyl",
        mention="Tomas Reyl",
        cue="fears",
        kind="indirect",
        act="thought",
        speaker_title="head of the fishing co-operative",
        confidence=0.71,
    )
    outer = news.quote(
        courier,
        "“She told me, ‘You will hardly notice,’”",
        speaker="Tomas Reyl",
        mention="he",
        cue="recalled",
        speaker_basis="pronoun",
    )
    news.quote(
        courier,
        "‘You will hardly notice,’",
        speaker="Ines Okoro",
        mention="She",
        cue="told me",
        nested_in=outer,
        confidence=0.62,
    )
    news.quote(
        courier,
        "the wall has “eleven years left at best”",
        speaker="letter of the Coastal Agency",
        speaker_type="document",
        mention="a letter of the Coastal Agency",
        cue="According to",
        kind="mixed",
    )
    news.entity(courier, "Ines Okoro", "PERSON")
    news.entity(courier, "PORT ELLERY", "GPE", "Port Ellery")
    news.entity(courier, "Coastal Agency", "ORG")
    news.removed(courier, 2, "byline", "By Nadia Brandt")
    news.removed(courier, 19, "boilerplate", "Sign up for our morning tide letter")
    news.removed(
        courier, 22, "comment", "Two metres? Make it four.",
        comment_author="gull_watcher", comment_date="October 6, 2021 at 7:12 am",
    )  # fmt: skip

    wire = news.article(
        "Wall to rise in Port Ellery",
        "“The sea does not wait for our budget and neither will we,” the mayor of Port Ellery, "
        "Ines Okoro, said.",
        outlet="Northline Wire",
        published="2021-10-05",
    )
    short = news.quote(
        wire,
        "“The sea does not wait for our budget and neither will we,”",
        speaker="Ines Okoro",
        mention="Ines Okoro",
        cue="said",
        confidence=0.94,
    )
    weekly = news.article(
        "A town and its wall",
        "The council’s clerk put it in the minutes: “The sea does not wait for our budget.”",
        outlet="The Sunday Lantern",
        published="2021-10",
    )
    clerk = news.quote(
        weekly,
        "“The sea does not wait for our budget.”",
        speaker="council’s clerk",
        speaker_type="unnamed",
        mention="The council’s clerk",
        cue="put it in the minutes",
        confidence=0.66,
    )
    news.same(budget, short, clerk)
    news.rows["problems"].append(
        {
            "source": "stray/empty.txt",
            "stage": "clean",
            "severity": "warning",
            "problem": "The file holds no text: save the page again.",
        }
    )
    assert first
    return news
