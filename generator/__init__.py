"""Generates a bilingual site of park plans from structured YAML and Markdown texts."""
