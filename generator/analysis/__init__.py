"""What follows from records and texts: coverage, comparability, published ids, state of translations."""
