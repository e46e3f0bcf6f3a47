"""`whosaid run` with the stand-in annotator: a process to kill, stop and starve.

    python -m tests.lead CORPUS --outputs OUTPUTS [--workers N] [--batch-articles N]

It goes the way of the command, so that messages and exit status are the command's.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import typer

from pipeline import cli
from pipeline.plain_errors import plain_errors
from tests.running import settings


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--outputs", type=Path, required=True)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--batch-articles", type=int, default=2)
    given = parser.parse_args()
    chosen = settings(given.outputs, workers=given.workers, articles_in_batch=given.batch_articles)
    try:
        with plain_errors(False), cli._run(chosen, str(given.corpus)) as leading:
            cli._print_summary(leading.all_stages(given.corpus), given.outputs)
    except typer.Exit as ended:
        sys.exit(ended.exit_code)


if __name__ == "__main__":
    main()
