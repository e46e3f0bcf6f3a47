"""The command `whosaid`. Each command parses, calls and prints; libraries load when needed."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.errors import WhosaidError
from pipeline.plain_errors import STOPPED, Debug, plain_errors
from pipeline.settings import ARTICLE_TIMEOUT, DEFAULT_MODEL, Reading, Settings
from pipeline.training.commands import evaluate, train

if TYPE_CHECKING:
    from pipeline.engine.run import Run
    from pipeline.engine.summary import Summary

app = typer.Typer(
    help="Turns a folder of raw news articles into tidy tables of who said what, when.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _key_help(what: str) -> str:
    return f"Name of the column or key of {what}, where the usual names miss it."


def _local_folder(outputs: str) -> Path:
    """The folder that --outputs names."""
    with plain_errors(False):
        if not str(outputs).strip():
            raise WhosaidError("--outputs is empty: name the folder that the tables go to.")
        # A path has lost one of the slashes of an address.
        scheme, _, rest = Path(outputs).as_posix().partition(":/")
        if not rest or len(scheme) < 2 or "/" in scheme:
            return Path(outputs).expanduser()
        from pipeline.ingest.location import folder_of

        if scheme == "file":
            return folder_of(f"file:///{rest}")
        raise WhosaidError(
            f"outputs have to be in a folder, not at {scheme}://, which can neither be locked nor "
            "replaced file by file: name a folder, and copy it there afterwards."
        )


def _tell_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"whosaid {version('whosaid')}")
        raise typer.Exit


Corpus = Annotated[
    str,
    typer.Argument(
        help="Folder of raw articles, in any nesting; or its address, s3:// or gs://; - for JSON "
        "Lines that are piped in."
    ),
]
Outputs = Annotated[
    Path,
    typer.Option(
        "--outputs",
        "-o",
        parser=_local_folder,
        metavar="PATH",
        help="Folder that the tables are written to.",
    ),
]
Workers = Annotated[
    int, typer.Option(min=0, help="Processes that work side by side; 0: one for each core.")
]
Force = Annotated[bool, typer.Option("--force", help="Redo everything, also what is unchanged.")]
Strict = Annotated[bool, typer.Option("--strict", help="End with status 1 if there are problems.")]
RawCells = Annotated[
    bool,
    typer.Option(
        "--raw-cells", help="Leave cells that could start a spreadsheet formula as they are."
    ),
]
Model = Annotated[Path, typer.Option(help="Folder of the model.", show_default=False)]
EntitiesFrom = Annotated[
    str | None,
    typer.Option(help="A spaCy pipeline (name or folder) to take entities from instead."),
]
BatchArticles = Annotated[
    int, typer.Option(min=0, help="Files that are worked on at once; 0: as the work suggests.")
]
TextKey = Annotated[str, typer.Option(help=_key_help("the text"))]
TitleKey = Annotated[str, typer.Option(help=_key_help("the title"))]
UrlKey = Annotated[str, typer.Option(help=_key_help("the address"))]
OutletKey = Annotated[str, typer.Option(help=_key_help("the outlet"))]
BylineKey = Annotated[str, typer.Option(help=_key_help("the author"))]
PublishedKey = Annotated[str, typer.Option(help=_key_help("the date of publication"))]
Encoding = Annotated[
    str, typer.Option(help="Encoding of all texts, such as cp1252, where it is guessed wrong.")
]

ArticleTimeout = Annotated[
    float,
    typer.Option(min=0, help="Seconds after which an article is given up; 0: never."),
]
LogJson = Annotated[
    bool, typer.Option("--log-json", help="Tell of the progress in lines of JSON, for programs.")
]
EngineName = Annotated[
    str, typer.Option("--engine", help="Where the work is done: local, or ray (a Ray cluster).")
]
Address = Annotated[
    str,
    typer.Option(help="Address of the Ray cluster; empty: the one that Ray finds, or a new one."),
]

_DEFAULT_OUTPUTS = Path("outputs")


@app.callback()
def _whosaid(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_tell_version, is_eager=True, help="Tell the version."),
    ] = False,
) -> None:
    pass


@app.command()
def run(
    corpus: Corpus,
    outputs: Outputs = _DEFAULT_OUTPUTS,
    workers: Workers = 0,
    force: Force = False,
    strict: Strict = False,
    raw_cells: RawCells = False,
    model: Model = DEFAULT_MODEL,
    entities_from: EntitiesFrom = None,
    batch_articles: BatchArticles = 0,
    text_key: TextKey = "",
    title_key: TitleKey = "",
    url_key: UrlKey = "",
    outlet_key: OutletKey = "",
    byline_key: BylineKey = "",
    published_key: PublishedKey = "",
    encoding: Encoding = "",
    article_timeout: ArticleTimeout = ARTICLE_TIMEOUT,
    engine: EngineName = "local",
    address: Address = "",
    log_json: LogJson = False,
    debug: Debug = False,
) -> None:
    """Bring the tables up to a corpus: read, clean and analyse what is new, write tables."""
    reading = Reading(text_key, title_key, url_key, outlet_key, byline_key, published_key, encoding)
    settings = Settings(
        outputs,
        model,
        workers,
        entities_from,
        raw_cells,
        force,
        batch_articles,
        reading,
        article_timeout=article_timeout,
        engine=engine,
        ray_address=address,
        log_json=log_json,
    )
    with (
        plain_errors(debug, as_json=log_json),
        _piped_in(corpus) as corpus,
        _run(settings, corpus) as leading,
    ):
        summary = leading.all_stages(corpus)
        _print_summary(summary, outputs)
        leading.tell_summary()
        problems = summary.rows["problems"]
        if strict and problems:
            raise WhosaidError(
                f"there are {problems} problems, and --strict was given: see "
                f"{outputs / 'problems.csv'}."
            )


@app.command()
def show(
    file: Annotated[
        str, typer.Argument(help="File of an article, of any format; - for what is piped in.")
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="A line of JSON for each article, for scripts.")
    ] = False,
    model: Model = DEFAULT_MODEL,
    text_key: TextKey = "",
    title_key: TitleKey = "",
    url_key: UrlKey = "",
    outlet_key: OutletKey = "",
    byline_key: BylineKey = "",
    published_key: PublishedKey = "",
    encoding: Encoding = "",
    debug: Debug = False,
) -> None:
    """Show one article's statements at the terminal, or as JSON; nothing is written."""
    from pipeline.show.command import show_file

    reading = Reading(text_key, title_key, url_key, outlet_key, byline_key, published_key, encoding)
    with plain_errors(debug, stopped=STOPPED):
        _check_encoding(encoding)
        show_file(file, model, reading, as_json=as_json, out=sys.stdout)


@app.command()
def ingest(
    corpus: Corpus,
    outputs: Outputs = _DEFAULT_OUTPUTS,
    workers: Workers = 0,
    force: Force = False,
    text_key: TextKey = "",
    title_key: TitleKey = "",
    url_key: UrlKey = "",
    outlet_key: OutletKey = "",
    byline_key: BylineKey = "",
    published_key: PublishedKey = "",
    encoding: Encoding = "",
    debug: Debug = False,
) -> None:
    """Read new and changed files of a corpus into the store."""
    reading = Reading(text_key, title_key, url_key, outlet_key, byline_key, published_key, encoding)
    settings = Settings(outputs, workers=workers, force=force, reading=reading)
    with plain_errors(debug), _piped_in(corpus) as corpus, _run(settings, corpus) as leading:
        leading.ingest(corpus)
        summary = leading.summary
        typer.echo(f"{_counted(summary.inputs, 'file')}: {_files(summary) or 'nothing new'}")


@app.command()
def clean(outputs: Outputs = _DEFAULT_OUTPUTS, workers: Workers = 0, debug: Debug = False) -> None:
    """Clean the articles that were read: title and body from what stands around them."""
    with plain_errors(debug), _run(Settings(outputs, workers=workers)) as leading:
        leading.clean()
        typer.echo(f"{_counted(leading.summary.cleaned, 'article')} cleaned")


@app.command()
def annotate(
    outputs: Outputs = _DEFAULT_OUTPUTS,
    workers: Workers = 0,
    model: Model = DEFAULT_MODEL,
    entities_from: EntitiesFrom = None,
    debug: Debug = False,
) -> None:
    """Find who said what, when, and the names, in the articles that were cleaned."""
    settings = Settings(outputs, model, workers, entities_from)
    with plain_errors(debug), _run(settings) as leading:
        leading.annotate()
        typer.echo(f"{_counted(leading.summary.annotated, 'article')} analysed")


@app.command()
def tables(
    outputs: Outputs = _DEFAULT_OUTPUTS,
    workers: Workers = 0,
    raw_cells: RawCells = False,
    force: Force = False,
    model: Model = DEFAULT_MODEL,
    entities_from: EntitiesFrom = None,
    debug: Debug = False,
) -> None:
    """Write the tables and texts of the articles that were analysed."""
    settings = Settings(outputs, model, workers, entities_from, raw_cells, force)
    with plain_errors(debug), _run(settings) as leading:
        leading.tables()
        _print_summary(leading.summary, outputs)


@app.command()
def status(
    outputs: Outputs = _DEFAULT_OUTPUTS,
    model: Model = DEFAULT_MODEL,
    entities_from: EntitiesFrom = None,
    debug: Debug = False,
) -> None:
    """Tell what past runs did, what is still to do, what failed, and how big it all is."""
    from pipeline.engine.status import status_lines

    with plain_errors(debug, stopped=STOPPED):
        for line in status_lines(Settings(outputs, model, entities_from=entities_from)):
            typer.echo(line)


@app.command()
def report(outputs: Outputs = _DEFAULT_OUTPUTS, debug: Debug = False) -> None:
    """Write a report to look at in a browser, and an Excel workbook, from the tables."""
    with plain_errors(debug, stopped=STOPPED):
        from pipeline.files import check_writable
        from pipeline.report import write_report
        from pipeline.tables.workbook import write_workbook

        if not (outputs / "tables").is_dir():
            raise WhosaidError(f"there are no tables in {outputs} yet: start with 'whosaid run'.")
        check_writable(outputs)
        page = write_report(outputs)
        typer.echo(f"Report: {page}")
        typer.echo(f"Workbook: {write_workbook(outputs)}")


@app.command()
def review(
    outputs: Outputs = _DEFAULT_OUTPUTS,
    who: Annotated[
        str, typer.Option(help="Whose decisions these are.", show_default="who is logged in")
    ] = "",
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Port of this machine; 0: any that is free.")
    ] = 0,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the page in a browser.")
    ] = True,
    debug: Debug = False,
) -> None:
    """Go through the quotations in a browser, accept and correct them; later runs keep it."""
    from pipeline.review.command import review as serve

    with plain_errors(debug, stopped=STOPPED):
        serve(outputs, who=who, port=port, browser=browser, say=typer.echo)


app.command()(train)
app.command()(evaluate)


@contextmanager
def _piped_in(corpus: str) -> Iterator[str]:
    """The corpus; for `-`, a folder with what is piped in, while the run goes on."""
    from pipeline.ingest.piped import PIPE, piped

    if corpus != PIPE:
        yield corpus
        return
    with piped("stdin.jsonl") as folder:
        yield str(folder)


@contextmanager
def _run(settings: Settings, corpus: str | None = None) -> Iterator[Run]:
    """A run on the store of the settings' outputs folder, which no other run may use.

    corpus: what is read; None for the commands that go on from what was read before.
    """
    from pipeline.engine import open_engine
    from pipeline.engine.progress import progress_on
    from pipeline.engine.run import Run
    from pipeline.store import open_store

    _check_encoding(settings.reading.encoding)
    _check_names(settings.outputs, corpus)
    if corpus is not None:
        _check_apart(corpus, settings.outputs)
    if not (settings.outputs / "store").is_dir():
        _check_first_run(settings, corpus)
    progress = progress_on(sys.stderr, as_json=settings.log_json)
    chosen = open_engine(settings)
    with open_store(settings.outputs) as store, chosen as engine:
        store.sweep()
        yield Run(store, engine, settings, progress)


def _check_names(outputs: Path, corpus: str | None) -> None:
    """Raise WhosaidError for a folder whose name is no UTF-8, which what writes tables needs."""
    from pipeline.ingest.location import corpus_at

    for name in (str(outputs.absolute()), "" if corpus is None else corpus_at(corpus).name):
        shown = os.fsencode(name).decode("utf-8", "backslashreplace")
        if shown != name:
            raise WhosaidError(
                f"the name of the folder {shown} is not in UTF-8: rename it, or name another."
            )


def _check_apart(corpus: str, outputs: Path) -> None:
    """Raise WhosaidError if the outputs would be written where the articles lie."""
    from pipeline.ingest.left_out import OUTPUT_FOLDERS
    from pipeline.ingest.location import corpus_at

    folder = outputs.resolve()
    if corpus_at(corpus).name in map(str, (folder, *(folder / name for name in OUTPUT_FOLDERS))):
        raise WhosaidError(
            f"the outputs would lie in {corpus} itself and be read as articles: name another "
            "folder with --outputs."
        )


def _check_first_run(settings: Settings, corpus: str | None) -> None:
    """Raise WhosaidError for a run that cannot begin, before it leaves folders behind."""
    from pipeline.engine.plan import inputs_of
    from pipeline.ingest.location import corpus_at
    from pipeline.store.fingerprints import Fingerprints

    if corpus is None:
        raise WhosaidError(
            f"no run has written to {settings.outputs} yet: start with 'whosaid run', or name the "
            "folder it wrote to with --outputs."
        )
    Fingerprints(settings).annotated  # noqa: B018  (raises if a model is not there)
    inputs_of(corpus_at(corpus))


def _check_encoding(name: str) -> None:
    try:
        "".encode(name or "utf-8")
    except LookupError:
        raise WhosaidError(
            f"there is no text encoding {name}: give a name such as utf-8, cp1252 or shift_jis."
        ) from None


def _print_summary(summary: Summary, outputs: Path) -> None:
    rows = summary.rows
    if summary.nothing_new:
        typer.echo("Nothing is new: the tables are those of this corpus already.")
    elif files := _files(summary):
        typer.echo(f"Files: {files}.")
    if summary.corpus_before:
        typer.echo(
            f"The tables were of {summary.corpus_before} before, and "
            f"{_counted(summary.removed, 'file')} of it went: to keep both, give each its own "
            "--outputs."
        )
    rate = f", {summary.words / summary.seconds:,.0f} words a second" if summary.words else ""
    typer.echo(
        f"{_counted(rows['articles'], 'article')}, {_counted(rows['quotes'], 'quotation')}, "
        f"{_counted(rows['speakers'], 'speaker')}, {_counted(rows['problems'], 'problem')}{rate}."
    )
    if summary.copies:
        typer.echo(
            f"Counted once: {_counted(summary.copies, 'more article')} with the very bytes of "
            "another, told in its `source` in articles.csv."
        )
    if summary.stages:
        typer.echo(f"Time: {summary.time_line()}.")
    if rows["problems"]:
        typer.echo(f"What could not be used, and what to do: {outputs / 'problems.csv'}.")
    if summary.absent:
        few = ", ".join(summary.absent_few) + (", …" * (summary.absent > len(summary.absent_few)))
        typer.echo(
            f"A metadata.csv also describes {_counted(summary.absent, 'file')} not in the corpus "
            f"({few}): correct the names if they are slips."
        )
    undated, ahead = (0, []) if summary.nothing_new else _dates(outputs)
    if ahead:
        typer.echo(
            f"Dated after today: {_counted(len(ahead), 'article')} ({ahead[0][1]}, "
            f"{ahead[0][0]}{', …' * (len(ahead) > 1)}): give the right date in a metadata.csv "
            "where this is a slip."
        )
    if undated:
        typer.echo(
            f"No date was found for {_counted(undated, 'article')} (empty `published` in "
            "articles.csv): name it in a metadata.csv, so that what was said can be dated."
        )
    typer.echo(f"Tables: {outputs / 'quotes.csv'} and beside it.")


def _files(summary: Summary) -> str:
    """What became of the corpus's files: `2 new, 1 removed`; empty if nothing did."""
    counts = (
        (summary.new, "new"),
        (summary.changed, "changed"),
        (summary.read_again, "read again"),
        (summary.removed, "removed"),
    )
    return ", ".join(f"{count:,} {what}" for count, what in counts if count)


def _dates(outputs: Path) -> tuple[int, list[tuple[str, str]]]:
    """How many articles of the tables have no date of publication; date and source of those
    that are of a day to come, the furthest first.

    Tomorrow has begun in the east of the world. Only here is the clock asked: what the tables
    hold never depends on it.
    """
    import pyarrow.compute as pc
    import pyarrow.parquet as pq

    path = outputs / "tables" / "articles.parquet"
    articles = pq.read_table(path, columns=["published", "source"])
    tomorrow = (datetime.now(UTC).date() + timedelta(days=1)).isoformat()
    ahead = articles.filter(pc.greater(articles["published"], tomorrow)).to_pylist()
    undated = int(pc.sum(pc.equal(articles["published"], "")).as_py() or 0)
    return undated, sorted(((row["published"], row["source"]) for row in ahead), reverse=True)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
