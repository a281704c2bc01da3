"""What findings and commands say, one catalogue a language."""
