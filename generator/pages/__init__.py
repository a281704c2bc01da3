"""Pages: what each is, where it stands, what it shows, and its body when asked. Knows no HTML and no files."""
