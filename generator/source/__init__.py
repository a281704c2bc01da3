"""Files into data with positions. Knows nothing of plans or targets."""
