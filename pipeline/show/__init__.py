"""One file's articles at the terminal, or as JSON for scripts, without a store."""
