"""Generate a bilingual site of plans from structured YAML and Markdown texts."""

__version__ = "0.2.0"  # the one place; pyproject.toml reads it
