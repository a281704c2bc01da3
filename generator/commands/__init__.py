"""What each command does, by its name."""
