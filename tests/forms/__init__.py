"""Editing a record in a form."""
