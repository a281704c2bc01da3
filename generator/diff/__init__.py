"""What a reader notices between two states of the repository."""
