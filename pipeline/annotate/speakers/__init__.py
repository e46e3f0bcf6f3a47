"""Whom the sources of an article stand for, mention by mention."""
