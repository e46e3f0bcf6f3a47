"""Annotation: entities, quotations, speakers and dates of a cleaned article.

`annotator` puts the pipeline of `models/` behind plain records. Its components, in their
order, each with what it reads by: `network` reads; `entities` names; `quotations` makes
statements of what was read; `speakers` says whose they are, by the `persons` of the article
and the `mentions` of them; `dating` says when they were made; `confidence` how sure a row is.
`text` serves them all, and knows none of them.
"""

from pipeline.annotate.annotator import Annotator, load_annotator

__all__ = ["Annotator", "load_annotator"]
