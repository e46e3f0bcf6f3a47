"""Review: a person's decisions on single rows, kept beside the corpus and applied on every run."""
