"""Find the parts, headings and paragraphs of a document in the lines of a capture."""
