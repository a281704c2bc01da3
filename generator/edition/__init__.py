"""Interface words, numbers, dates and order of each language."""
