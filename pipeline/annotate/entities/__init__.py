"""Named entities, and which of them name one and the same."""
