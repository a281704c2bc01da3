"""One frozen value a page, all its words and numbers ready. Knows no HTML and no files."""
