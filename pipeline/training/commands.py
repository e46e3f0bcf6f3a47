"""The commands `whosaid train` and `whosaid evaluate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.errors import WhosaidError
from pipeline.plain_errors import STOPPED, Debug, plain_errors
from pipeline.settings import DEFAULT_MODEL

DEFAULT_RECIPE = Path(__file__).with_name("recipe.json")
FLOORS = DEFAULT_MODEL.parent / "floors.json"
_CHECKPOINTED = "stopped; the same command goes on from the last checkpoint."
SECTIONS = ("model", "confidence", "nested", "speakers", "when", "cleaning", "same-quotes")


def train(
    recipe: Annotated[
        Path, typer.Option(help="Config file of the training run.", show_default=False)
    ] = DEFAULT_RECIPE,
    run: Annotated[
        Path, typer.Option(help="Folder for checkpoints; a run there is gone on with.")
    ] = Path("training-runs/default"),
    model: Annotated[
        Path, typer.Option(help="Folder that the model is written to.", show_default=False)
    ] = DEFAULT_MODEL,
    corrections: Annotated[
        Path | None, typer.Option(help="A corrections.csv whose decisions are learnt from too.")
    ] = None,
    outputs: Annotated[
        Path, typer.Option(help="Outputs of a run on the corpus that was corrected.")
    ] = Path("outputs"),
    debug: Debug = False,
) -> None:
    """Train the model on the corpora, export it to int8 and calibrate its confidences."""
    with plain_errors(debug, stopped=_CHECKPOINTED):
        try:
            from pipeline.training.make import make_model
        except ImportError as error:
            raise WhosaidError(
                f"training needs {error.name}: run `make train`, which installs it."
            ) from error
        from pipeline.training.corrected import read_corrected

        corrected = read_corrected(corrections, outputs, typer.echo) if corrections else []
        make_model(recipe, run, model, corrected=corrected, say=typer.echo)


def evaluate(
    model: Annotated[
        Path, typer.Option(help="Folder of the model.", show_default=False)
    ] = DEFAULT_MODEL,
    pieces: Annotated[
        bool, typer.Option("--model-only", help="Pieces, attributions, entities, size, speed.")
    ] = False,
    confidence: Annotated[bool, typer.Option("--confidence", help="Calibration.")] = False,
    nested: Annotated[bool, typer.Option("--nested", help="Statements in statements.")] = False,
    speakers: Annotated[bool, typer.Option("--speakers", help="Who is meant.")] = False,
    when: Annotated[bool, typer.Option("--when", help="Dates, and said or thought.")] = False,
    cleaning: Annotated[bool, typer.Option("--cleaning", help="What is left of a page.")] = False,
    same_quotes: Annotated[
        bool, typer.Option("--same-quotes", help="Speakers and statements over a corpus.")
    ] = False,
    corrections: Annotated[
        Path | None,
        typer.Option(help="Precision by confidence from a corrections.csv instead."),
    ] = None,
    debug: Debug = False,
) -> None:
    """Measure quality on the dev corpora, all of it or the parts named; status 1 if a
    figure is under its floor."""
    with plain_errors(debug, stopped=STOPPED):
        if corrections:
            from pipeline.training.evaluate_corrections import evaluate_corrections

            evaluate_corrections(corrections, typer.echo)
            return
        from pipeline.training.evaluate import figures_of, measure, print_figures, read_floors

        chosen = (pieces, confidence, nested, speakers, when, cleaning, same_quotes)
        sections = [name for name, named in zip(SECTIONS, chosen, strict=True) if named]
        floors = read_floors(FLOORS)
        fallen = []
        for section in sections or SECTIONS:
            figures = figures_of(measure(section, model), floors)
            typer.echo(f"\n{section}")
            print_figures(figures, typer.echo)
            fallen += [figure.name for figure in figures if not figure.holds]
        if fallen:
            raise WhosaidError(f"under their floors in {FLOORS}: {', '.join(fallen)}.")
