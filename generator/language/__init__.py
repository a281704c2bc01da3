"""What words mean: numbers, amounts, dates and comparing words, in both languages. Knows no files."""
