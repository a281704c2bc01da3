"""Hostile and broken input: whatever stands in the files, only findings come out, or a site without it in force."""
