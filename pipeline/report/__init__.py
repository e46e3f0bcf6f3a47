"""What a person looks at: the static report."""

from pathlib import Path


def write_report(outputs: Path) -> Path:
    """Writes `outputs/report/` and returns its index.html; see `pipeline.report.build`."""
    from pipeline.report.build import write_report as write  # duckdb and pyarrow load here

    return write(outputs)
