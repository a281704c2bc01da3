"""Corpus and language into one frozen value per page, all words and numbers ready. Knows no HTML and no files."""
