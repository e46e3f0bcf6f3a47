"""Reader comment threads as comment systems print them: made pages end with one of these.

Each system is a function from comments to lines. What varies between sites that use the
same system (a header or none, reply links, likes, nesting) varies here by chance.
"""

from __future__ import annotations

from pipeline.training import cleaning_blogs as blogs
from pipeline.training import cleaning_headless as headless
from pipeline.training import cleaning_sites as sites
from pipeline.training.cleaning_comments import System

SYSTEMS: dict[str, System] = {
    system.__name__: system
    for system in (
        blogs.wordpress_nested,
        blogs.wordpress_says,
        blogs.wordpress_on,
        blogs.blogger,
        blogs.typepad,
        blogs.numbered,
        blogs.bare_dated,
        blogs.named_only,
        blogs.inline,
        sites.disqus,
        sites.wpdiscuz,
        sites.facebook,
        sites.coral,
        sites.viafoura,
        sites.forum,
        sites.slash,
        sites.tabloid,
        sites.broadsheet,
        sites.points,
    )
}
"""Every system by name."""

HEADLESS: dict[str, System] = {
    system.__name__: system
    for system in (headless.bare, headless.name_over, headless.dated_below, headless.aged_over)
}
"""Threads that show neither a header nor a button: measured, and in no training."""
