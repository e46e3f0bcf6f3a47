"""The persons and bodies of an article: their names, roles, ages and families."""
