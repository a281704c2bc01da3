"""What a text says, read into drafted records: zones, clauses, years, hedges, amounts, tasks."""
