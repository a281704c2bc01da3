"""The corpus in one language: words, numbers, dates, order, addresses and links."""
