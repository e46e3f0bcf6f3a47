"""How work is spread: `stages` are the functions, `local` runs them, `run` leads.

An engine offers `workers` and `spread(function, tasks)`; nothing else knows how many
processes there are.
"""
