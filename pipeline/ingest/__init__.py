"""Reading: whatever people have their articles in, to articles and problems.

A run asks `list_inputs` what lies in a folder, reads what is new or changed with `read_file`,
and joins the sidecars' metadata (`read_sidecars`) with `apply_sidecar`. What an address or file
name says of the date is asked last, once the text has been looked at: `date_from_url`,
`date_from_name`.
"""

from pipeline.ingest.corpus import (
    apply_sidecar,
    list_inputs,
    list_sidecars,
    read_file,
)
from pipeline.ingest.dates import column_orders, read_date
from pipeline.ingest.join import join_metadata
from pipeline.ingest.options import IngestOptions, InputFile
from pipeline.ingest.page import page_metadata
from pipeline.ingest.places import date_from_name, date_from_url, outlet_from_url
from pipeline.ingest.sidecar import read_sidecars

__all__ = [
    "IngestOptions",
    "InputFile",
    "apply_sidecar",
    "column_orders",
    "date_from_name",
    "date_from_url",
    "join_metadata",
    "list_inputs",
    "list_sidecars",
    "outlet_from_url",
    "page_metadata",
    "read_date",
    "read_file",
    "read_sidecars",
]
