"""Annotation: entities, quotations, speakers and dates of a cleaned article."""

from pipeline.annotate.annotator import Annotator, load_annotator

__all__ = ["Annotator", "load_annotator"]
