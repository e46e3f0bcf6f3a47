"""Cleaning: nothing but the article left, and nothing of the page unaccounted for."""

from pipeline.clean.article import clean

__all__ = ["clean"]
