"""Time and size of the report and the workbook on invented articles.

python -m benchmarks.report [--articles 1000] [--quotations 50]
"""

from __future__ import annotations

import argparse
import random
import tempfile
import time
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.report import write_report
from pipeline.schema import TABLES
from pipeline.tables.rows import ARROW
from pipeline.tables.workbook import write_workbook

# fmt: off
WORDS = (
    "harbour", "council", "winter", "budget", "works", "quay", "letter", "promise", "figures",
    "rain", "minister", "plan", "tide", "school", "bridge", "village", "answer", "morning",
    "crowd", "market", "delay", "paper", "vote", "court", "doctor", "river",
)
GIVEN = (
    "Ada", "Bruno", "Carla", "Dario", "Elif", "Farid", "Greta", "Hugo", "Ines", "Jonas", "Kaia",
    "Lev", "Mina", "Nils", "Oona",
)
FAMILY = (
    "Abara", "Brandt", "Castell", "Dorn", "Eklund", "Farrow", "Grey", "Hollis", "Ivers", "Juhl",
    "Kerr", "Lund", "Moss",
)
OUTLETS = (
    "Courier", "Gazette", "Lantern", "Northline Wire", "Morning Ledger", "The Coast",
    "Evening Post",
)
# fmt: on


def invent(outputs: Path, articles: int, quotes_each: int) -> None:
    """Writes the tables and texts of a run over invented articles."""
    draw = random.Random(7)
    people = [f"{given} {family}" for given in GIVEN for family in FAMILY]
    weights = [1 / (place + 3) for place in range(len(people))]
    rows: dict[str, list[dict[str, Any]]] = {table.name: [] for table in TABLES}
    (outputs / "text").mkdir(parents=True)
    said: dict[str, list[str]] = {}
    for number in range(articles):
        article_id = f"{number:016x}"
        day = f"{draw.randint(2019, 2022)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
        outlet = draw.choice(OUTLETS)
        text = _sentence(draw, 8)
        own = {"article_id": article_id, "published": day, "outlet": outlet}
        rows["articles"].append(
            own
            | {"source": f"{number}.txt", "title": text, "quotes": quotes_each, "words": 900}
            | {"entities": quotes_each, "removed_lines": 5, "comments": 0}
        )
        for quote_number in range(quotes_each):
            person = draw.choices(people, weights)[0]
            content = f"“{_sentence(draw, 22)},”"
            text += "\n\n" if quote_number % 2 else " "
            start = len(text)
            text += f"{content} {person} said. {_sentence(draw, 10)}."
            end = start + len(content)
            quote_id = f"{article_id}{quote_number:04x}"
            speaker_id = f"speaker-{people.index(person):04}"
            said.setdefault(speaker_id, []).append(day)
            rows["quotes"].append(
                own
                | {"quote_id": quote_id, "speaker": person, "speaker_id": speaker_id}
                | {"speaker_type": "person", "speaker_text": person, "speaker_basis": "name"}
                | {"cue": "said", "quote": content, "kind": draw.choice(["direct", "indirect"])}
                | {"act": draw.choice(["said", "said", "said", "thought"]), "said_on": day}
                | {"said_on_basis": "published", "confidence": draw.random(), "start": start}
                | {"end": end, "pieces": f"{start}-{end}", "speaker_start": end + 1}
                | {"speaker_end": end + 1 + len(person), "cue_start": end + 2 + len(person)}
                | {"cue_end": end + 6 + len(person), "title": text.partition("\n")[0]}
                | {"file": f"{number}.txt"}
            )
            rows["entities"].append(
                {"article_id": article_id, "entity": person, "label": "PERSON", "text": person}
                | {"start": end + 1, "end": end + 1 + len(person)}
            )
        rows["removed"] += [
            {"article_id": article_id, "line": line, "reason": "comment", "text": "I agree."}
            for line in range(90, 95)
        ]
        (outputs / "text" / f"{article_id}.txt").write_text(text, "utf-8")
    rows["speakers"] = [
        {"speaker_id": speaker_id, "speaker": people[int(speaker_id[-4:])], "type": "person"}
        | {"quotes": len(days), "first_said": min(days), "last_said": max(days)}
        | {"articles": len(days), "outlets": len(OUTLETS), "titles": "", "aliases": ""}
        for speaker_id, days in said.items()
    ]
    (outputs / "tables").mkdir()
    for table in TABLES:
        schema = pa.schema([(column.name, ARROW[column.type]) for column in table.columns])
        pq.write_table(
            pa.Table.from_pylist(rows[table.name], schema=schema),
            outputs / "tables" / f"{table.name}.parquet",
        )


def _sentence(draw: random.Random, words: int) -> str:
    return " ".join(draw.choices(WORDS, k=words)).capitalize()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--quotations", type=int, default=50, help="of each article")
    given = parser.parse_args()
    articles, quotes_each = given.articles, given.quotations
    with tempfile.TemporaryDirectory() as folder:
        outputs = Path(folder) / "outputs"
        invent(outputs, articles, quotes_each)
        print(f"{articles:,} articles, {articles * quotes_each:,} quotations")
        for name, write in (("report", write_report), ("workbook", write_workbook)):
            start, worked = time.perf_counter(), time.process_time()
            path = write(outputs)
            seconds, worked = time.perf_counter() - start, time.process_time() - worked
            size = path.stat().st_size / 1e6
            print(f"{name:10}{seconds:7.1f} s, {worked:.1f} s of CPU  {size:7.1f} MB {path.name}")
        pages = sorted(outputs.glob("report/**/*.html"), key=lambda page: page.stat().st_size)
        print(
            f"{len(pages):,} pages, the largest {pages[-1].stat().st_size / 1e6:.2f} MB "
            f"({pages[-1].relative_to(outputs)})"
        )


if __name__ == "__main__":
    main()
