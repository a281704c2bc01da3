"""What is wrong and where, in no language; what was meant by words that are not allowed."""
