"""What pages are made of: figures, comparisons, charts, statements, lists, records, citations, time lines, structured data."""
