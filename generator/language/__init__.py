"""What words mean in both languages: numbers, amounts, dates, and words that compare or hedge. Knows no files."""
