"""Valid records, indexed; the rows of the data contract. Knows no languages and no pages."""
