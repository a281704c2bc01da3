"""What pages are made of: figures, comparisons, charts, lists, records, citations, time lines, structured data."""
