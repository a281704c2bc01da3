"""What a reader may look for, and the index that finds it."""
