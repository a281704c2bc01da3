"""What pages are made of: figures, charts, statements, citations, time lines, structured data."""
