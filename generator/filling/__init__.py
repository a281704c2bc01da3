"""Fill in what is known: English of records from the English text, and what helps to write that text."""
