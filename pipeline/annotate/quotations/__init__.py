"""From what the network read to whole statements: their words, source and cue."""
