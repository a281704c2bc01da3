"""Lines of a capture into the parts, headings and paragraphs of a document."""
