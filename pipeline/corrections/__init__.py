"""What people decided about single rows: `corrections.csv` beside the corpus, and how each run
applies it. `review` is where they decide; `tables` is where it shows."""
