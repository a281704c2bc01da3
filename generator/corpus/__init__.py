"""Valid records, indexed, and the rows of the data contract. Knows no languages and no pages."""
