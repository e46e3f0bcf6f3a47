"""The reviewer's desk: articles as people left them, what is still to review, decisions taken.

It holds nothing that is not in the outputs folder or in corrections.csv: whoever stops and
starts again goes on where they were, and what others write into the file is taken in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pipeline.cells import one_line
from pipeline.corrections.applying import apply_corrections, without_undone
from pipeline.corrections.corrections_file import (
    CORRECTIONS,
    Correction,
    What,
    append_corrections,
    now,
    read_corrections,
    read_pieces,
)
from pipeline.errors import WhosaidError
from pipeline.ingest.location import is_address
from pipeline.ingest.piped import told_corpus
from pipeline.records import AnnotatedArticle, Span
from pipeline.review.decisions import Refused, Reviewed, Row, check, correction_of, told
from pipeline.store import StoreFolder
from pipeline.store.manifest import read_manifest
from pipeline.tables.corrected import annotated_articles, by_article, corrected_rows, homes
from pipeline.tables.live import LiveArticle, live_articles

_MOST_HELD = 2_000
"""Articles that are kept in memory at once, unless more were decided on."""
_LISTED = (
    *("quote_id", "article_id", "speaker", "speaker_type", "speaker_title", "quote", "kind"),
    *("confidence", "start", "corrected"),
)


@dataclass(frozen=True, slots=True)
class Decided:
    """Where a decision leaves the reviewer."""

    article_id: str
    quote_id: str
    """The quotation that was decided on, under the id that it has now; empty if it went."""
    told: str


class Desk:
    """The quotations of an outputs folder, to be reviewed by somebody."""

    def __init__(self, outputs: Path, who: str) -> None:
        """Raises WhosaidError if no run has written there, or its corpus is gone."""
        self._outputs = outputs
        self._who = one_line(who)
        self._folder = StoreFolder(outputs / "store")
        self._tables = outputs / "tables"
        self._tables_seen: tuple[int, ...] = ()
        self._corrections_seen: tuple[int, int] | None = None
        self._load()

    @property
    def corrections(self) -> Path:
        """The file that decisions are written to."""
        return self._corpus / CORRECTIONS

    def refresh(self) -> None:
        """Take in a run or a spreadsheet's edit that came meanwhile."""
        if self._tables_seen != self._tables_now():
            self._load()
        elif self._corrections_seen != self._corrections_now():
            self._read_corrections()

    def rows(self) -> Iterator[Row]:
        """All quotations with decisions applied: id, article, speaker, words, kind, confidence."""
        for row in self._rows:
            if row["article_id"] not in self._decisions:
                yield row
        self._look_at(self._decisions)
        for article_id in sorted(self._decisions):
            yield from self._reviewed[article_id].quotes

    def article(self, article_id: str) -> Reviewed:
        """An article with all decisions on it. Raises Refused if it is not in the tables."""
        if article_id not in self._articles:
            raise Refused("this article is not in the tables (any more): load the page again.")
        if len(self._reviewed) > _MOST_HELD:
            self._reviewed.clear()
            self._found.clear()
        self._look_at([article_id])
        return self._reviewed[article_id]

    def decide(
        self,
        article_id: str,
        quote_id: str,
        what: What,
        value: str = "",
        *,
        pieces: Sequence[Span] = (),
        speaker_type: str = "",
    ) -> Decided:
        """Take a decision, and write it down.

        value: the new speaker, kind, act or date. pieces: the new extent, or that of a
        quotation that is `added`. speaker_type: of a new speaker, if it is not the one that
        follows from the article.
        Raises Refused, or WhosaidError if it cannot be written.
        """
        reviewed = self.article(article_id)
        correction = correction_of(
            reviewed, quote_id, what, one_line(value), pieces, when=now(), who=self._who
        )
        decisions = [correction]
        if what in ("speaker", "added") and speaker_type:
            follows = self._type_after(reviewed, correction)
            if follows != speaker_type:
                check("speaker_type", speaker_type)
                decisions.append(
                    replace(
                        correction,
                        what="speaker_type",
                        was=follows,
                        value=speaker_type,
                        value_pieces=(),
                    )
                )
        append_corrections(self.corrections, decisions)
        self._read_corrections()
        return Decided(article_id, self._now_at(article_id, correction), told(correction))

    def undo(self) -> Decided:
        """Take back this reviewer's latest decision on an article that is in the tables.

        Raises Refused if there is none.
        """
        standing, _ = without_undone(self._all)
        homeless = set(by_article(standing, self._homes)[1])
        own = [c for c in standing if c.who == self._who and c not in homeless]
        if not own:
            raise Refused("there is nothing of yours to undo.")
        last = own[-1]
        together = [c for c in own if c.when == last.when and last.when] or [last]
        append_corrections(
            self.corrections,
            [
                replace(
                    correction,
                    what="undone",
                    was=correction.what,
                    when=now(),
                    value_pieces=(),
                )
                for correction in reversed(together)
            ],
        )
        self._read_corrections()
        first = replace(together[0], value_pieces=())
        article_id = next(iter(by_article([first], self._homes)[0]))
        return Decided(article_id, self._now_at(article_id, first), f"Undone: {told(first)}")

    def decided(self) -> int:
        """Number of quotations that somebody decided on, those that went included."""
        standing, _ = without_undone(self._all)
        return len(
            {(c.article_id or c.source, c.quote_id or c.pieces or c.quote) for c in standing}
        )

    def titles(self) -> dict[str, str]:
        """Title, or else place, of each article with its id."""
        return self._titles

    def _load(self) -> None:
        import pyarrow.parquet as pq

        path = self._folder.root / "manifest.sqlite"
        if not path.is_file() or not (self._tables / "quotes.parquet").is_file():
            raise WhosaidError(
                f"there are no tables in {self._outputs} yet: start with 'whosaid run'."
            )
        self._tables_seen = self._tables_now()
        with read_manifest(path) as manifest:
            corpus = manifest.note("corpus")
            records = manifest.records()
        if is_address(corpus):
            raise WhosaidError(
                f"the articles lie at {corpus}, and decisions are kept in a file beside them, "
                "which whosaid writes only into folders: copy the articles into a folder, and "
                "run 'whosaid run' on that."
            )
        if told_corpus(corpus) != corpus:
            raise WhosaidError(
                "the articles were piped in, and decisions are kept in a file beside them: put "
                "them into a folder, and run 'whosaid run' on that."
            )
        self._corpus = Path(corpus)
        if not self._corpus.is_dir():
            raise WhosaidError(
                f"the corpus {self._corpus} is gone, and decisions are kept beside it: run "
                "'whosaid run' on the folder where the articles are now."
            )
        self._articles = {article.article_id: article for article in live_articles(records)}
        self._homes = homes(self._articles.values())
        self._found: dict[str, AnnotatedArticle] = {}
        self._reviewed: dict[str, Reviewed] = {}
        self._decisions: dict[str, list[Correction]] = {}
        present = pq.read_schema(self._tables / "quotes.parquet").names
        columns = [name for name in _LISTED if name in present]
        rows = pq.read_table(self._tables / "quotes.parquet", columns=columns).to_pylist()
        self._rows = [row for row in rows if row["article_id"] in self._articles]
        self._linked = {row["quote_id"]: row for row in rows}
        articles = pq.read_table(
            self._tables / "articles.parquet", columns=["article_id", "title", "source"]
        )
        self._titles = {
            row["article_id"]: row["title"] or row["source"] for row in articles.to_pylist()
        }
        self._read_corrections()

    def _read_corrections(self) -> None:
        self._corrections_seen = self._corrections_now()
        self._all, _ = read_corrections(self.corrections)
        before = self._decisions
        self._decisions, _ = by_article(self._all, self._homes)
        self._reviewed = {
            article_id: reviewed
            for article_id, reviewed in self._reviewed.items()
            if before.get(article_id) == self._decisions.get(article_id)
        }

    def _tables_now(self) -> tuple[int, ...]:
        return tuple(
            (self._tables / f"{name}.parquet").stat().st_mtime_ns for name in ("quotes", "articles")
        )

    def _corrections_now(self) -> tuple[int, int] | None:
        try:
            status = self.corrections.stat()
        except OSError:
            return None
        return status.st_size, status.st_mtime_ns

    def _look_at(self, article_ids: Collection[str]) -> None:
        """Have the articles reviewed; what the model found is read once, shard by shard."""
        missing = [self._articles[key] for key in article_ids if key not in self._found]
        for annotated in annotated_articles(self._folder, missing):
            self._found[annotated.article.article_id] = annotated
        for article_id in article_ids:
            if article_id not in self._reviewed:
                live = self._articles[article_id]
                self._reviewed[article_id] = self._review(live, self._found[article_id])

    def _review(self, live: LiveArticle, annotated: AnnotatedArticle) -> Reviewed:
        corrected = apply_corrections(annotated, self._decisions.get(live.article_id, ()))
        rows = corrected_rows(corrected, live.shard)
        confidences = corrected.found_confidence
        for row, marks, confidence in zip(
            rows["quotes"], corrected.marks, confidences, strict=True
        ):
            row["speaker_id"] = ""
            row["found_confidence"] = confidence
            linked = self._linked.get(row["quote_id"])
            named = {"speaker", "accepted", "added"}
            if linked and not named & {*marks, *(linked.get("corrected") or "").split("; ")}:
                for name in ("speaker", "speaker_type", "speaker_title"):
                    row[name] = linked[name]
        return Reviewed(annotated.article, annotated, rows["quotes"], rows["entities"], live.places)

    def _type_after(self, reviewed: Reviewed, correction: Correction) -> str:
        """The type that a speaker has by a decision alone."""
        decisions = self._decisions.get(reviewed.article.article_id, [])
        corrected = apply_corrections(reviewed.found, [*decisions, correction])
        wanted = correction.value_pieces or correction.pieces
        return next(
            (q.speaker.type for q in corrected.annotated.quotations if q.content == wanted), ""
        )

    def _now_at(self, article_id: str, correction: Correction) -> str:
        """The id of the quotation that a decision was about, as it is now."""
        wanted = correction.value_pieces or correction.pieces
        for row in self.article(article_id).quotes:
            if read_pieces(row["pieces"]) == wanted:
                return str(row["quote_id"])
        return ""
