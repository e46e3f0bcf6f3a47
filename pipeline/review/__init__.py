"""Review: where a person decides about single rows, in a browser."""
