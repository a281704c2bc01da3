"""Data with positions, read from files. Knows nothing of plans or targets."""
